import ArgumentParser
import Compute
import Foundation

/// How much of the machine is used.
struct ThreadOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads that work at once (default: all processors); results do not depend on it.", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of threads from 1 to 1024") { (1...1024).contains($0) } })
  var threads: Int?

  /// How many threads.
  var threadCount: ThreadCount { ThreadCount(threads ?? ProcessInfo.processInfo.activeProcessorCount) }
}
