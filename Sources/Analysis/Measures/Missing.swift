/// Why a measure has no value: a sentence without a full stop.
public struct Missing: Error, Sendable, Equatable, Codable {
  /// The reason.
  public let reason: String

  /// A reason.
  public init(_ reason: String) { self.reason = reason }
}
