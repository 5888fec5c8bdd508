/// Why a society with these settings cannot be made.
public struct GeneratingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is asked for, why it is impossible, and what would be possible: a sentence without a full stop.
  public let description: String

  init(_ description: String) { self.description = description }

  /// Throws unless a condition holds.
  static func require(_ condition: Bool, _ description: @autoclosure () -> String) throws(GeneratingError) {
    if !condition { throw GeneratingError(description()) }
  }
}
