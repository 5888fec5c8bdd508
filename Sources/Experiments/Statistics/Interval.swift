/// Two ends between which a number is thought to lie.
public struct Interval: Sendable, Equatable, Codable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// An interval; `low` is not above `high`.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// How far the ends are apart.
  public var width: Double { high - low }

  /// Whether a number lies between the ends, or on one.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
