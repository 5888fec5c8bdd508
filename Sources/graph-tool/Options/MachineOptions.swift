import ArgumentParser
import Compute
import Foundation

/// How much of the machine is used, and what that came to.
struct MachineOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads that work at once (default: all processors); results do not depend on it.", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of threads from 1 to 1024") { (1...1024).contains($0) } })
  var threads: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Memory that reading may take, in bytes, or with K, M or G for thousands, millions, billions; or none (default: what is free). Input that needs more is refused.",
      valueName: "size"),
    transform: MemoryLimit.init(parsing:))
  var memoryLimit: MemoryLimit?

  @Flag(help: "Print on standard error what each phase took: seconds, bytes, ties, ties a second, peak memory.")
  var timings = false

  /// How many threads.
  var threadCount: ThreadCount { ThreadCount(threads ?? ProcessInfo.processInfo.activeProcessorCount) }

  /// Begins to follow a command's work.
  ///
  /// - Parameter quiet: whether no bar shall be shown.
  func course(quiet: Bool) -> Course {
    Course(
      watch: Watch(showsBar: !quiet), threads: threadCount, memoryLimit: memoryLimit ?? .free, printsTimings: timings)
  }
}

/// The course of one command: who follows it, on how many threads it works, and since when.
struct Course {
  let machine = MachineNow()
  let watch: Watch
  let threads: ThreadCount
  /// How much memory reading may take.
  let memoryLimit: MemoryLimit
  let printsTimings: Bool

  /// Where work says how far it is.
  var progress: Compute.Progress { Compute.Progress(watch) }

  /// Prints the table of times, if it is asked for.
  func printTimings() {
    guard printsTimings else { return }
    let table = TimingTable(records: watch.records, seconds: machine.seconds, peakMemory: MachineNow.peakMemory)
    for line in table.lines { Console.complain(line) }
  }
}
