/// A number that was estimated, and the interval it may lie in.
public struct Estimate: Sendable, Equatable, Codable {
  /// The estimate.
  public let value: Double
  /// Its interval; nil where none can be said.
  public let interval: Interval?

  /// An estimate with its interval.
  public init(value: Double, interval: Interval?) {
    self.value = value
    self.interval = interval
  }
}
