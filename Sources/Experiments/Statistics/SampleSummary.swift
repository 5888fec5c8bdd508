/// What is said about the outcomes of replicates: centre, spread, and how well the mean is known.
///
/// The bootstrap draws by position, and rounding follows the order: callers sort values by replicate. Another order
/// changes the other numbers within rounding only.
public struct SampleSummary: Sendable, Equatable, Codable {
  /// How many values there are.
  public let n: Int
  /// The mean.
  public let mean: Double
  /// The standard deviation, from the sum of squares over n - 1; nil for one value.
  public let sd: Double?
  /// The lowest value.
  public let lowest: Double
  /// The highest value.
  public let highest: Double
  /// The 5 % quantile, as all the others of type 7 (``Quantiles``).
  public let quantile05: Double
  /// The lower quartile.
  public let quantile25: Double
  /// The median.
  public let median: Double
  /// The upper quartile.
  public let quantile75: Double
  /// The 95 % quantile.
  public let quantile95: Double
  /// Student's interval of the mean, see ``tInterval(_:level:)``; nil for one value.
  public let t: Interval?
  /// The BCa interval of the mean, see ``Bootstrap``; nil for one value.
  public let bootstrap: Interval?

  /// The summary of some values; nil for none.
  ///
  /// Complexity: O(n log n) and 2,000 resamples of n values.
  ///
  /// - Parameters:
  ///   - values: finite numbers.
  ///   - level: the coverage of both intervals, inside (0, 1).
  ///   - seed: the seed of the bootstrap.
  ///   - index: which of the seed's bootstraps this is.
  public init?(_ values: [Double], level: Double = 0.95, seed: UInt64, index: UInt64) {
    if values.isEmpty { return nil }
    let moments = Moments(values)
    let sorted = values.sorted()
    n = moments.count
    mean = moments.mean
    sd = moments.deviation
    lowest = moments.lowest
    highest = moments.highest
    quantile05 = Quantiles.quantile(sorted, 0.05)
    quantile25 = Quantiles.quantile(sorted, 0.25)
    median = Quantiles.quantile(sorted, 0.5)
    quantile75 = Quantiles.quantile(sorted, 0.75)
    quantile95 = Quantiles.quantile(sorted, 0.95)
    t = moments.tInterval(level: level)
    bootstrap = Bootstrap.interval(ofMean: values, level: level, seed: seed, index: index)
  }

  /// Student's interval of a mean, mean ± t sd / √n with n - 1 degrees of freedom; nil for fewer than two values.
  ///
  /// It covers exactly as often as it says for normal values, and nearly so for the means of many others.
  ///
  /// Source: "Student", "The probable error of a mean", Biometrika 6 (1908).
  ///
  /// - Parameters:
  ///   - values: finite numbers.
  ///   - level: the coverage, inside (0, 1).
  public static func tInterval(_ values: [Double], level: Double) -> Interval? {
    values.isEmpty ? nil : Moments(values).tInterval(level: level)
  }
}

extension Moments {
  /// Student's interval of the mean; nil for one number.
  fileprivate func tInterval(level: Double) -> Interval? {
    precondition(0 < level && level < 1, "a level is inside (0, 1), not \(level)")
    guard let deviation else { return nil }
    let n = Double(count)
    let reach = StudentT.quantile((1 + level) / 2, freedom: n - 1) * deviation / n.squareRoot()
    return Interval(low: mean - reach, high: mean + reach)
  }
}
