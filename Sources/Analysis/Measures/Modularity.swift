import Compute
import GraphModel

extension Partition {
  /// The modularity of the partition: `Q = sum_c (w_c / 2m - gamma (d_c / 2m)^2)`, `w_c` the weights inside c (both
  /// directions), `d_c` the row sums of its people, `2m` the sum of all weights.
  ///
  /// Source: M. E. J. Newman, "Analysis of weighted networks", Phys. Rev. E 70 (2004) 056131; the resolution gamma after
  /// J. Reichardt, S. Bornholdt, Phys. Rev. E 74 (2006) 016110.
  ///
  /// - Parameters:
  ///   - ties: a symmetric table. People who belong to no part count as parts of their own.
  ///   - resolution: gamma; above 1 prefers small parts.
  /// - Throws: `Missing` if there are no ties.
  public func modularity(on ties: TieTable, resolution: Double = 1) throws(Missing) -> Double {
    var inside = CompensatedSum()
    var strengths = [CompensatedSum](repeating: CompensatedSum(), count: count)
    var alone = CompensatedSum()
    var total = CompensatedSum()
    for person in 0..<ties.personCount {
      let part = parts[person]
      var strength = CompensatedSum()
      ties.forEachTie(of: person) { neighbor, weight in
        strength.add(weight)
        if neighbor == person || (part > 0 && parts[neighbor] == part) { inside.add(weight) }
      }
      total.add(strength.value)
      if part > 0 { strengths[part - 1].add(strength.value) } else { alone.add(strength.value * strength.value) }
    }
    guard total.value > 0 else { throw Missing("there are no ties") }
    let squares = strengths.map { $0.value * $0.value }.compensatedSum + alone.value
    return inside.value / total.value - resolution * squares / (total.value * total.value)
  }
}
