/// One thing wrong in the input: where it is, what stands there, and what was expected.
public struct InputProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, as the user named it or as it is called in its folder.
  public let file: String
  /// The line, from 1, or `nil` if the whole file is meant.
  public let line: Int?
  /// The column's name, or `nil`.
  public let column: String?
  /// What is wrong and what was expected: a sentence without a full stop, the offending value in it.
  public let message: String

  /// A problem at a place.
  public init(file: String, line: Int? = nil, column: String? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `FILE, line N, column C: message`.
  public var description: String {
    var place = file
    if let line { place += ", line \(line)" }
    if let column { place += ", column \(column)" }
    return "\(place): \(message)"
  }
}

/// Why a society could not be read.
public struct ReadingError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure, which decides the exit code.
  public enum Code: Sendable {
    /// Something in the data is wrong (exit code 65).
    case badData
    /// A file is not there or cannot be read (exit code 66).
    case noInput
    /// An option does not fit the input (exit code 64).
    case usage
    /// Reading would take more memory than it may (exit code 71).
    case memory
  }

  /// The kind of failure.
  public let code: Code
  /// The problems, in the order they were met, at most `ProblemLog.limit`.
  public let problems: [InputProblem]
  /// How many problems there are in all.
  public let total: Int
  /// What the user can do, a sentence, or `nil`.
  public let hint: String?

  package init(_ code: Code, _ problems: [InputProblem], total: Int? = nil, hint: String? = nil) {
    self.code = code
    self.problems = problems
    self.total = total ?? problems.count
    self.hint = hint
  }

  /// One line a problem, then how many more there are, then the hint.
  public var description: String {
    var lines = problems.map(\.description)
    if total > problems.count {
      let more = total - problems.count
      lines.append("... and \(more) more \(more == 1 ? "problem" : "problems")")
    }
    if let hint { lines.append(hint) }
    return lines.joined(separator: "\n")
  }
}

/// Problems met while reading, kept up to a limit and counted beyond it.
package struct ProblemLog {
  /// How many problems are told in full.
  package static let limit = 20

  private(set) var problems: [InputProblem] = []
  private(set) var total = 0

  package init() {}

  package mutating func add(_ problem: InputProblem) {
    total += 1
    if problems.count < Self.limit { problems.append(problem) }
  }

  /// Throws what was collected, if anything was.
  package func check(hint: String? = nil) throws(ReadingError) {
    if total > 0 { throw ReadingError(.badData, problems, total: total, hint: hint) }
  }
}
