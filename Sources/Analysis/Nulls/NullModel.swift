import Compute

/// What measures would be if own scores had nothing to do with ties: their numbers in random societies.
///
/// Measures of public scores are compared with public scores of random societies, own scores propagated anew in each.
/// Permuting public scores themselves is no test: neighbours have mixed already. In random societies of 24 people and 40
/// ties with a susceptibility of 0.5 it rejects about half of the time at a nominal 5%.
struct NullModel: Sendable {
  /// The stream of random numbers that draws use; the index is the draw.
  static let stream: UInt32 = 1

  let seed: UInt64
  let draws: Int
  var progress = Progress.silent

  /// The distribution of each number over the draws; undefined ones are left out.
  ///
  /// - Parameters:
  ///   - count: how many numbers there are.
  ///   - threads: how many draws are worked on at once.
  ///   - numbers: the numbers of one random society, made with the draw's own random numbers.
  func distributions(
    _ count: Int, threads: ThreadCount, _ numbers: @Sendable (inout RandomStream) -> [Double?]
  ) -> [[Double]] {
    let values = Parallel.map(draws, threads: threads) { draw in
      var stream = RandomStream(seed: seed, stream: Self.stream, index: UInt64(draw))
      defer { progress.advance(by: 1) }
      return numbers(&stream)
    }
    return (0..<count).map { index in values.compactMap { $0[index] } }
  }
}

/// Where an observed number stands among those of the null model.
struct NullComparison: Sendable, Equatable {
  /// The mean of the null.
  let expected: Double
  /// The standard deviation of the null (divided by draws - 1).
  let deviation: Double
  /// The chance of a number as high or higher, the observed one counted: `(1 + #) / (1 + draws)`.
  let high: Double
  /// The chance of a number as low or lower.
  let low: Double
  /// `min(1, 2 min(high, low))`.
  var twoSided: Double { min(1, 2 * min(high, low)) }
  /// How many draws had a value.
  let draws: Int
  /// Whether no draw differs from the observed number: then there is nothing to compare.
  let isSame: Bool

  /// A permutation p counts the observed arrangement among the draws, so it is never 0.
  ///
  /// Source: B. Phipson, G. K. Smyth, "Permutation p-values should never be zero" (2010).
  ///
  /// Draws that differ from the observed number by less than 1e-9 of its size count as equal: they may be the same
  /// arrangement, propagated to a slightly different error. So do those that differ by no more than `noise`, which is what
  /// rounding leaves of a number that is 0.
  init?(_ observed: Double, _ draws: [Double], noise: Double = 0) {
    guard draws.count > 1 else { return nil }
    let slack = max(1e-9 * observed.magnitude, noise, 1e-300)
    expected = draws.compensatedMean
    let mean = expected
    deviation = (draws.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum / Double(draws.count - 1)).squareRoot()
    high = Double(1 + draws.count { $0 >= observed - slack }) / Double(1 + draws.count)
    low = Double(1 + draws.count { $0 <= observed + slack }) / Double(1 + draws.count)
    self.draws = draws.count
    isSame = draws.allSatisfy { ($0 - observed).magnitude <= slack }
  }

  /// How many standard deviations a number lies above what is expected; `nil` if all draws are equal.
  func z(_ value: Double) -> Double? { deviation > 0 ? (value - expected) / deviation : nil }

  /// From a normal law: an expectation and a standard deviation that are known.
  init(_ observed: Double, expected: Double, deviation: Double) {
    self.expected = expected
    self.deviation = deviation
    high = Normal.upperTail((observed - expected) / deviation)
    low = Normal.upperTail((expected - observed) / deviation)
    draws = 0
    isSame = false
  }
}
