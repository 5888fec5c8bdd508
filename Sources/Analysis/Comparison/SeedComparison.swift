import Compute

/// Whether two runs differ by more than the random numbers they were made with.
///
/// Two simulations under one seed meet the same random numbers, person by person and period by period. So the difference
/// of such a pair varies far less than two runs do, and its mean over several seeds says what the settings do.
public struct SeedComparison: Sendable, Equatable, Codable {
  /// What was done about the question.
  public enum Status: String, Sendable, Equatable, Codable {
    /// Both scenarios were repeated under other seeds, each seed for both.
    case paired
    /// The one scenario was repeated under other seeds, as the runs differ by their seeds only.
    case spread
    /// The runs have the same settings, inputs and seed, so there is no question.
    case same
    /// It was not asked for.
    case off
    /// It would take long, and was not asked for.
    case tooLarge = "too-large"
    /// It cannot be done: `reason` says why.
    case refused
    /// A run of `analyze` is a single moment, and has no seeds but those of random societies.
    case moment
  }

  /// What seeds say of a difference.
  public enum Verdict: String, Sendable, Equatable, Codable {
    /// It is more than seeds explain.
    case more
    /// It is no more than seeds explain.
    case noMore = "no-more"
  }

  /// One measure of the last period.
  public struct Measure: Sendable, Equatable, Codable {
    /// Its name, as a column of `periods.csv`.
    public let name: String
    /// Its value in the first run; `nil` if it is undefined there.
    public let first: Double?
    /// Its value in the second run.
    public let second: Double?
    /// The second value less the first.
    public let difference: Double?
    /// How many seeds gave a value for both.
    public let seeds: Int
    /// The mean over seeds of the paired differences; `nil` for runs that differ by their seeds only.
    public let meanDifference: Double?
    /// The lower end of the interval for that mean.
    public let low: Double?
    /// The upper end.
    public let high: Double?
    /// The standard deviation over seeds of the first scenario (divided by count - 1).
    public let sdFirst: Double?
    /// That of the second.
    public let sdSecond: Double?
    /// For runs that differ by their seeds only: the difference in units of what two seeds differ by, the root of 2 times
    /// the standard deviation over seeds.
    public let z: Double?
    /// What seeds say; `nil` if there are too few values to tell.
    ///
    /// For runs that differ by their seeds only, `more` means more than in 95% of pairs any measure does.
    public let verdict: Verdict?
  }

  /// What was done.
  public let status: Status
  /// Why there is no more, a sentence without a full stop.
  public let reason: String?
  /// The seeds that were used beside those of the runs.
  public let seeds: [UInt64]
  /// What share of such intervals hold the true mean.
  public let confidence: Double
  /// The measures.
  public let measures: [Measure]

  /// How sure intervals are.
  public static let confidence = 0.95

  /// Nothing was repeated.
  public init(_ status: Status, reason: String? = nil) {
    self.status = status
    self.reason = reason
    seeds = []
    confidence = Self.confidence
    measures = []
  }

  /// The same with something that there is to say of it, a sentence without a full stop.
  public func noting(_ reason: String) -> SeedComparison {
    SeedComparison(status: status, reason: reason, seeds: seeds, confidence: confidence, measures: measures)
  }

  /// How many measures have a verdict.
  public func count(_ verdict: Verdict) -> Int { measures.count { $0.verdict == verdict } }
}

extension SeedComparison {
  /// A measure's values: those of the two runs, and those under other seeds.
  public struct Sample: Sendable, Equatable {
    /// The measure's name.
    public let name: String
    /// In the first run.
    public let first: Double?
    /// In the second run.
    public let second: Double?
    /// Of the first scenario, one a seed.
    public let firstValues: [Double?]
    /// Of the second scenario, one a seed; `nil` if both runs are of one scenario.
    public let secondValues: [Double?]?

    /// Values.
    public init(
      name: String, first: Double?, second: Double?, firstValues: [Double?], secondValues: [Double?]?
    ) {
      self.name = name
      self.first = first
      self.second = second
      self.firstValues = firstValues
      self.secondValues = secondValues
    }
  }

  /// What other seeds say.
  ///
  /// With pairs: the mean of the differences d and `t s_d / sqrt(K)` on both sides of it. With one scenario: `z = (second -
  /// first) / (sqrt(2) s)` beside a quantile of Student's t with K - 1 degrees of freedom, which it follows if values are
  /// normal, as the difference of two draws over an independent estimate of its standard deviation. There nothing but seeds
  /// differs, so that the quantile is that for all M measures that vary together, at `1 - (1 - confidence) / (2 M)`
  /// (Bonferroni).
  ///
  /// - Parameters:
  ///   - seeds: the seeds, in the order of the values.
  ///   - samples: the measures.
  ///   - quantile: the quantile of Student's t at p for so many degrees of freedom.
  public init(seeds: [UInt64], _ samples: [Sample], quantile: (_ p: Double, _ freedom: Int) -> Double) {
    let isPaired = samples.contains { $0.secondValues != nil }
    let varying = samples.count { sample in
      let values = sample.firstValues.compactMap(\.self)
      return values.contains { $0 != values.first }
    }
    let tail = (1 - Self.confidence) / 2 / Double(isPaired ? 1 : max(1, varying))
    self.init(
      status: isPaired ? .paired : .spread, reason: nil, seeds: seeds, confidence: Self.confidence,
      measures: samples.map { Measure($0) { quantile(1 - tail, $0) } })
  }

  private init(status: Status, reason: String?, seeds: [UInt64], confidence: Double, measures: [Measure]) {
    self.status = status
    self.reason = reason
    self.seeds = seeds
    self.confidence = confidence
    self.measures = measures
  }
}

extension SeedComparison.Measure {
  /// - Parameter quantile: the quantile for so many degrees of freedom.
  fileprivate init(_ sample: SeedComparison.Sample, quantile: (Int) -> Double) {
    name = sample.name
    first = sample.first
    second = sample.second
    let difference = sample.first.flatMap { before in sample.second.map { $0 - before } }
    self.difference = difference
    let sd = Self.deviation(sample.firstValues.compactMap(\.self))
    sdFirst = sd
    guard let others = sample.secondValues else {
      seeds = sample.firstValues.count { $0 != nil }
      (meanDifference, low, high, sdSecond) = (nil, nil, nil, sd)
      let unit = (sd ?? 0) * 2.0.squareRoot()
      z = unit > 0 ? difference.map { $0 / unit } : nil
      let limit = seeds > 1 ? quantile(seeds - 1) : .infinity
      // Where no seed differs from another, there is nothing to hold a difference against.
      verdict = difference == 0 ? .noMore : z.map { $0.magnitude > limit ? .more : .noMore }
      return
    }
    let pairs = zip(sample.firstValues, others).compactMap { one, other in
      one.flatMap { before in other.map { $0 - before } }
    }
    seeds = pairs.count
    sdSecond = Self.deviation(others.compactMap(\.self))
    z = nil
    guard let spread = Self.deviation(pairs) else {
      (meanDifference, low, high, verdict) = (nil, nil, nil, nil)
      return
    }
    let mean = pairs.compensatedMean
    let half = quantile(pairs.count - 1) * spread / Double(pairs.count).squareRoot()
    (meanDifference, low, high) = (mean, mean - half, mean + half)
    verdict = mean - half > 0 || mean + half < 0 ? .more : .noMore
  }

  /// The standard deviation of a sample; `nil` for less than two numbers.
  private static func deviation(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let mean = values.compensatedMean
    let squares = values.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
