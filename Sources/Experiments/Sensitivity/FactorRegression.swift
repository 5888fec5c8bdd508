import Compute

/// How an outcome follows numeric factors over scattered points, as far as a line can tell.
///
/// Standardised regression coefficients say by how many standard deviations the outcome changes with one standard
/// deviation of a factor, the others held. They explain no more than `rSquared` of the variance: where that is low, the
/// outcome is not linear in the factors, and coefficients and their intervals say little. Rank correlations hold for any
/// monotone relation, one factor at a time.
///
/// Coefficients solve the normal equations of the standardised factors by Cholesky's factorisation of the correlation
/// matrix. Intervals are percentiles of a bootstrap over points.
///
/// Source: A. Saltelli et al., "Global Sensitivity Analysis: The Primer" (2008).
public struct FactorRegression: Sendable, Equatable, Codable {
  /// The standardised coefficient of each factor; empty where there are too few points, the outcome does not vary or
  /// a factor follows from the others (or does not vary).
  public let coefficients: [Estimate]
  /// The share of the outcome's variance that the regression explains, from 0 to 1; nil where coefficients are empty.
  public let rSquared: Double?
  /// Spearman's rank correlation of each factor with the outcome; nil where one of the two does not vary.
  public let rankCorrelations: [Double?]
  /// How many points were used.
  public let points: Int
  /// How many points were left out because their outcome is missing.
  public let dropped: Int

  /// The regression of an outcome on the factors of its points.
  ///
  /// Complexity: O(resamples x (points x factors² + factors³)).
  ///
  /// - Parameters:
  ///   - outcome: the mean outcome of each point, finite; nil where it is missing.
  ///   - points: one row a point, the value of each factor, finite.
  ///   - level: the coverage of intervals, inside (0, 1).
  ///   - resamples: how many the intervals are made of; none leaves them out.
  ///   - seed: the seed of the bootstrap.
  ///   - index: which of the seed's bootstraps this is (stream 412).
  /// - Precondition: there are as many outcomes as points, and points have one length.
  public init(
    of outcome: [Double?], on points: [[Double]], level: Double = 0.95, resamples: Int = 1_000, seed: UInt64,
    index: UInt64
  ) {
    precondition(outcome.count == points.count, "an outcome belongs to each point")
    let factors = points.first?.count ?? 0
    precondition(points.allSatisfy { $0.count == factors }, "points have a value of each factor")
    // Factors first, the outcome last.
    let rows = zip(points, outcome).compactMap { point, outcome in outcome.map { point + [$0] } }
    self.points = rows.count
    dropped = points.count - rows.count
    let columns = (0...factors).map { column in rows.map { $0[column] } }
    rankCorrelations = columns.dropLast().map { Correlation.spearman($0, columns[factors]) }

    var random = RandomStream(seed: seed, stream: StatisticsStream.regression.rawValue, index: index)
    guard let scaled = Self.standardised(columns), rows.count > factors + 1,
      let estimates = RowBootstrap(rows: scaled, level: level, resamples: resamples)
        .estimates(using: &random, statistic: { Self.solution($0, count: $1, factors: factors) })
    else {
      coefficients = []
      rSquared = nil
      return
    }
    coefficients = Array(estimates.dropLast())
    rSquared = estimates[factors].value
  }
}
