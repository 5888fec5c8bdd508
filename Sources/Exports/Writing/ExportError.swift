/// Why something could not be written.
public struct ExportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of failure, which decides the exit code.
  public enum Code: Sendable {
    /// The output cannot be made: it exists already, or its folder does not (exit code 73).
    case cannotCreate
    /// Writing failed part of the way (exit code 74).
    case writing
  }

  /// The kind of failure.
  public let code: Code
  /// The file or folder.
  public let path: String
  /// What is wrong: a sentence without a full stop.
  public let message: String

  /// `PATH: message`.
  public var description: String { "\(path): \(message)" }

  /// Standard output does not take what is written to it.
  public static let standardOutput = ExportError(
    .writing, "standard output", "writing failed; the disk may be full")

  package init(_ code: Code, _ path: String, _ message: String) {
    self.code = code
    self.path = path
    self.message = message
  }
}
