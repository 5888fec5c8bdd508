import Compute

/// The equations `y = W' A y + q`, as solvers see them.
///
/// Columns of `W' A` add up to susceptibilities, so the map shrinks sums of magnitudes: residuals are measured by those.
struct AdjointSystem: FixedPointSystem {
  let map: AdjointMap
  /// `q`, one a person.
  let weights: [Double]
  /// Who follows how often ties are gone over.
  let progress: Progress

  static let isMeasuredBySum = true
  var blocks: [Range<Int>] { map.blocks }
  var threads: ThreadCount { map.threads }

  /// Writes `r = W' A y + q - y`, and returns the sum of its magnitudes.
  func residual(_ values: [Double], into residual: inout [Double]) -> Double {
    let sums = map.product(values, into: &residual) { block, slice in
      let values = values.span
      let weights = weights.span
      var sum = 0.0
      for person in block {
        let place = person - block.lowerBound
        slice[place] = slice[place] + weights[person] - values[person]
        sum += slice[place].magnitude
      }
      return sum
    }
    progress.advance(by: 1)
    return sums.reduce(0, +)
  }

  /// Writes `p - W' A p`, and returns two sums over people of what `terms` makes of the person and the result.
  func apply(
    _ values: [Double], into result: inout [Double], sums terms: (Int, Double) -> (Double, Double)
  ) -> (Double, Double) {
    let sums = map.product(values, into: &result) { block, slice in
      let values = values.span
      var sums = PairOfSums()
      for person in block {
        let place = person - block.lowerBound
        slice[place] = values[person] - slice[place]
        let term = terms(person, slice[place])
        sums.first += term.0
        sums.second += term.1
      }
      return sums
    }
    progress.advance(by: 1)
    let total = sums.total
    return (total.first, total.second)
  }
}
