/// Why an analysis on Spark came to nothing.
public struct SparkError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of failure, which decides the exit code.
  public enum Code: Sendable, Equatable {
    /// Spark is not there, or ended without a word from the job (exit code 69).
    case unavailable
    /// The job refused, with an exit code of the tool.
    case job(Int32)
    /// What the job left behind is not what it promised (exit code 70).
    case bug
  }

  /// The kind of failure.
  public let code: Code
  /// What is wrong, a sentence each without a full stop.
  public let problems: [String]
  /// What the user can do, or `nil`.
  public let hint: String?
  /// The last lines that Spark said, where they may tell why.
  public let log: [String]

  init(_ code: Code, _ problems: [String], hint: String? = nil, log: [String] = []) {
    self.code = code
    self.problems = problems
    self.hint = hint
    self.log = log
  }

  /// A line a problem, then the log, then the hint.
  public var description: String { (problems + log + [hint].compactMap(\.self)).joined(separator: "\n") }
}
