import Compute
import Propagation

extension Equilibrium {
  /// The scores without differences that only rounding, or the end of the computation, made.
  ///
  /// Measures of rank and correlation do not care how small a difference is: where all people agree in truth, they would
  /// measure noise. So
  /// - if all scores of an equilibrium lie within twice the error bound, they are one score;
  /// - scores that follow each other within twice the rounding error are one score, the lowest of them: people in
  ///   equivalent places, whose sums were added in different orders.
  ///
  /// Every score is within the bound of its own in `scores`, but for long chains of scores as dense as rounding.
  ///
  /// - Complexity: O(people).
  var distinctScores: [Double] {
    guard let low = scores.min(), let high = scores.max() else { return scores }
    let isEquilibrium = ![.rounds, .notConverged, .settled].contains(outcome)
    let rounding = 2 * max(bound.rounding, 8 * max(low.magnitude, high.magnitude).ulp)
    if high - low <= (isEquilibrium ? max(2 * bound.value, rounding) : rounding) {
      return [Double](repeating: low, count: scores.count)
    }
    var distinct = scores
    var last = -Double.infinity
    var first = low
    for position in scores.risingOrder() {
      let person = Int(position)
      if scores[person] - last > rounding { first = scores[person] }
      last = scores[person]
      distinct[person] = first
    }
    return distinct
  }
}
