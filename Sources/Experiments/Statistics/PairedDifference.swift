/// One arm less another, replicate by replicate.
///
/// Where both arms share their random numbers, what is common to them cancels: the variance of the difference is
/// sd₁² + sd₂² - 2 `correlation` sd₁ sd₂, so a correlation r between equal spreads is worth 1 / (1 - r) times the
/// replicates of independent arms.
public struct PairedDifference: Sendable, Equatable, Codable {
  /// How many replicates have both ends.
  public let n: Int
  /// The mean difference.
  public let mean: Double
  /// The standard deviation of the differences, from the sum of squares over n - 1; nil for one pair.
  public let sd: Double?
  /// Student's interval of the mean difference; nil for one pair.
  public let t: Interval?
  /// The BCa interval of the mean difference, see ``Bootstrap``; nil for one pair.
  public let bootstrap: Interval?
  /// The chance of a mean difference as far from 0 if there were none, two-sided, by the paired t test.
  ///
  /// Nil for one pair, and where all differences are equal.
  public let pValue: Double?
  /// The correlation between the arms over the pairs; nil for one pair, and where an arm does not vary.
  public let correlation: Double?
  /// The variances of both arms together by that of the difference, over the pairs.
  ///
  /// It is 1 if arms have nothing in common, and 10 if a pair is worth ten of such. Nil for one pair, and where all differences are equal.
  public let varianceRatio: Double?

  /// The difference of two arms; nil without a single whole pair.
  ///
  /// - Parameters:
  ///   - one: the outcomes of an arm by replicate, finite; nil where one is missing.
  ///   - other: the outcomes to take away, of the same replicates in the same order.
  ///   - level: the coverage of both intervals, inside (0, 1).
  ///   - seed: the seed of the bootstrap.
  ///   - index: which of the seed's bootstraps this is.
  /// - Precondition: the arms have one length.
  public init?(
    _ one: [Double?], minus other: [Double?], level: Double = 0.95, seed: UInt64, index: UInt64
  ) {
    precondition(one.count == other.count, "paired arms have one length")
    var ones: [Double] = []
    var others: [Double] = []
    for case (let first?, let second?) in zip(one, other) {
      ones.append(first)
      others.append(second)
    }
    let differences = zip(ones, others).map { $0 - $1 }
    if differences.isEmpty { return nil }
    let moments = Moments(differences)
    n = moments.count
    mean = moments.mean
    sd = moments.deviation
    t = SampleSummary.tInterval(differences, level: level)
    bootstrap = Bootstrap.interval(ofMean: differences, level: level, seed: seed, index: index)
    if let sd = moments.deviation, sd > 0 {
      let statistic = moments.mean / (sd / Double(differences.count).squareRoot())
      pValue = 2 * StudentT.cumulative(-statistic.magnitude, freedom: Double(differences.count - 1))
    } else {
      pValue = nil
    }
    correlation = Correlation.pearson(ones, others)
    varianceRatio =
      moments.squares > 0 && moments.count > 1
      ? (Moments(ones).squares + Moments(others).squares) / moments.squares : nil
  }
}
