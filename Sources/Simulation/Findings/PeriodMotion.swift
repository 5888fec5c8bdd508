/// How much moved in one period.
public struct PeriodMotion: Sendable, Equatable {
  /// The period.
  public let period: Int
  /// The largest absolute change of an own score since the period before, in points.
  public let ownChange: Double
  /// The largest absolute change of a public score since the period before, in points.
  public let publicChange: Double
  /// Ties dropped and made.
  public let tieChanges: Int
  /// Changes of tier, and people listed and released.
  public let statusChanges: Int
  /// A fingerprint of the whole state: own scores, ties, tiers, list, and whatever else the next period depends on.
  public let digest: UInt64
  /// The main series at this period; NaN where one is not defined.
  public let series: [Double]

  /// One period's motion.
  public init(
    period: Int, ownChange: Double, publicChange: Double, tieChanges: Int, statusChanges: Int, digest: UInt64,
    series: [Double]
  ) {
    self.period = period
    self.ownChange = ownChange
    self.publicChange = publicChange
    self.tieChanges = tieChanges
    self.statusChanges = statusChanges
    self.digest = digest
    self.series = series
  }

  /// Whether no tie, tier or listing changed, and no score by more than the tolerance.
  ///
  /// With a change that is no number it is not quiet.
  func isQuiet(within tolerance: Double) -> Bool {
    tieChanges == 0 && statusChanges == 0 && ownChange <= tolerance && publicChange <= tolerance
  }
}
