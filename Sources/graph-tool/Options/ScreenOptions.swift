import ArgumentParser
import Compute
import Foundation

/// What is shown, and how much of the machine is used.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Print JSON instead of text; keys are in docs/json.md.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "No colour, even on a terminal. NO_COLOR does the same.")
  var noColor = false

  @Option(
    help: ArgumentHelp(
      "Threads that work at once (default: all processors); results do not depend on it.", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of threads from 1 to 1024") { (1...1024).contains($0) } })
  var threads: Int?

  func validate() throws {
    if json, quiet { throw ValidationError("--json and --quiet exclude each other") }
  }

  /// How many threads.
  var threadCount: ThreadCount { ThreadCount(threads ?? ProcessInfo.processInfo.activeProcessorCount) }
}
