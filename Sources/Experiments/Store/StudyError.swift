/// Why a study cannot be opened, or gone on with.
public struct StudyError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure, which decides the exit code.
  public enum Code: Sendable {
    /// There is no such study (exit code 66).
    case noStudy
    /// The database is no study, or is damaged, or of a later version (exit code 65).
    case damaged
    /// It is another study than the one that was to be made there (exit code 73).
    case other
    /// The disk or the database could not be written (exit code 74).
    case writing
  }

  /// The kind of failure.
  public let code: Code
  /// What is wrong and what can be done: a sentence without a full stop.
  public let message: String

  /// A reason.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
