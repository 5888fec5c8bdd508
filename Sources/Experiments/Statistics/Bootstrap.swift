import Compute

/// Intervals from resampling.
public enum Bootstrap {
  /// The bias-corrected and accelerated (BCa) interval of a mean; nil for fewer than two values.
  ///
  /// Resamples are drawn with replacement, as many values as there are. The acceleration is the jackknife's,
  /// Σd³ / (6 (Σd²)^(3/2)) with the deviations d from the mean; resampled means equal to the mean count half in the
  /// bias correction. Ends are read off the sorted means by ``Quantiles``. Values that are all equal give an interval of
  /// width 0.
  ///
  /// With few values it is too narrow, as every bootstrap of a mean is. Measured on 20,000 normal samples, an interval
  /// of 95 % covers the true mean 51 % of the time with 2 values, 72 % with 3, 83 % with 5, 90 % with 10, 92.6 % with 20
  /// and 94 % with 50. The t interval has no such fault where the mean is near normal: prefer it below fifty values.
  ///
  /// Complexity: O(values x resamples), 0.2 s for 10,000 values and 2,000 resamples in release.
  ///
  /// Source: B. Efron, "Better bootstrap confidence intervals", Journal of the American Statistical Association 82
  /// (1987).
  ///
  /// - Parameters:
  ///   - values: finite numbers; their order matters to which are drawn.
  ///   - level: the coverage asked for, inside (0, 1).
  ///   - resamples: how many, at least one; values x resamples is at most 2^33.
  ///   - seed: the seed of the random numbers.
  ///   - index: which of the seed's intervals this is (stream 410), so that each draws its own numbers.
  public static func interval(
    ofMean values: [Double], level: Double = 0.95, resamples: Int = 2_000, seed: UInt64, index: UInt64
  ) -> Interval? {
    precondition(0 < level && level < 1, "a level is inside (0, 1), not \(level)")
    precondition(resamples > 0, "an interval takes a resample at least")
    if values.count < 2 { return nil }
    let moments = Moments(values)
    if moments.lowest == moments.highest { return Interval(low: moments.mean, high: moments.mean) }
    let deviations = values.map { $0 - moments.mean }
    var random = RandomStream(seed: seed, stream: StatisticsStream.means.rawValue, index: index)
    var sums = resampledSums(of: deviations, count: resamples, using: &random)
    sums.sort()

    let bias = bias(sums, tie: 0x1p-50 * Double(values.count) * (moments.highest - moments.lowest))
    let cubes = deviations.lazy.map { $0 * $0 * $0 }.compensatedSum
    let acceleration = cubes / (6 * moments.squares * moments.squares.squareRoot())
    func end(_ tail: Double) -> Double {
      let z = bias + NormalDistribution.quantile(tail)
      let shrunk = 1 - acceleration * z
      // Beyond the pole of the correction, the end is the outermost resample.
      let share = shrunk > 0 ? NormalDistribution.cumulative(bias + z / shrunk) : z < 0 ? 0 : 1
      let mean = moments.mean + Quantiles.quantile(sums, share) / Double(values.count)
      // No mean lies outside the values, but for rounding.
      return min(max(mean, moments.lowest), moments.highest)
    }
    return Interval(low: end((1 - level) / 2), high: end((1 + level) / 2))
  }

  /// The sums of random samples with replacement, each of as many numbers as there are.
  private static func resampledSums(
    of values: [Double], count: Int, using random: inout RandomStream
  ) -> [Double] {
    (0..<count).map { _ in
      var sum = 0.0
      for _ in 0..<values.count { sum += values[random.integer(below: values.count)] }
      return sum
    }
  }

  /// The bias correction: the normal quantile of the share of sums below 0, kept half a resample off 0 and 1.
  ///
  /// Sums nearer to 0 than `tie` are 0 but for rounding.
  private static func bias(_ sums: [Double], tie: Double) -> Double {
    let below = sums.count { $0 < -tie }
    let tied = sums.count { $0.magnitude <= tie }
    let total = Double(sums.count)
    let share = (Double(below) + Double(tied) / 2) / total
    return NormalDistribution.quantile(min(max(share, 0.5 / total), 1 - 0.5 / total))
  }
}
