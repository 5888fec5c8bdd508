/// A call to libigraph that failed.
package struct IgraphError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was attempted, as a verb phrase: "find communities".
  package let attempt: String
  /// igraph's own message for what went wrong.
  package let reason: String

  /// Both in one sentence.
  package var description: String { "igraph could not \(attempt): \(reason)" }
}
