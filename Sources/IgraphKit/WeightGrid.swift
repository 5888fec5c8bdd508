import GraphModel

/// Weights scaled to a mean of 1 and rounded so that sums of them are exact.
///
/// Modularity does not depend on the scale of the weights, but Leiden's random choice does: it draws a move with
/// probability proportional to exp(gain / beta), and beta = 0.01 is meant for weights near 1. At the scale of shares,
/// 1e-8, every move would be as likely as the best.
///
/// Rounding to multiples of a power of two makes every sum of weights exact in a double, in any order. Otherwise the
/// rounding errors of running sums move a person who stands equally well in two communities, the answer depends on the
/// order of additions, and a search of this kind can go round for ever (github.com/igraph/igraph/issues/2650, on
/// Louvain). The step is at most 2^-51 of the total weight; a positive weight stays positive.
struct WeightGrid {
  private let mean: Double
  private let stepsPerMean: Double

  /// The grid for some ties.
  ///
  /// - Precondition: there are ties, and the sum of their weights is finite.
  init(_ ties: TieTable) {
    let total = ties.totalWeight
    precondition(total > 0 && total.isFinite, "the weights have a finite sum")
    mean = total / Double(ties.arcCount)
    // The total is `arcCount` means and so below 2^bits of them; all sums stay below 2^53 steps.
    let bits = Int.bitWidth - ties.arcCount.leadingZeroBitCount
    stepsPerMean = Double(sign: .plus, exponent: 52 - bits, significand: 1)
  }

  /// The weight on the grid.
  func rounded(_ weight: Double) -> Double { max(1, (weight / mean * stepsPerMean).rounded()) / stepsPerMean }
}
