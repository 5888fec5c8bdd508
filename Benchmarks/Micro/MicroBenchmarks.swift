import ArgumentParser
import Compute
import Foundation
import GraphModel

/// Times the parts that speed hangs on, one by one, on a planted society it makes for itself.
@main
struct MicroBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "micro-benchmarks",
    abstract: "Time row sums, one step, reading, numbering ids, making rows, numbers, edits, measures, influence.",
    discussion: """
      Medians of repeated runs on planted communities, made anew from a fixed seed. Bytes are those streamed: rows, the \
      vector once, the result; gathers that miss the caches move more.

      Example: micro-benchmarks --people 100000 --ties 1000000
      """)

  @Option(help: ArgumentHelp("How many people (default: 1000000).", valueName: "count"))
  var people = 1_000_000

  @Option(help: ArgumentHelp("How many ties (default: ten a person).", valueName: "count"))
  var ties: Int?

  @Option(help: ArgumentHelp("How often each is measured (default: 7).", valueName: "count"))
  var repeats = 7

  @Option(help: ArgumentHelp("Threads that work at once (default: all processors).", valueName: "count"))
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard people >= 100 else { throw ValidationError("--people is 100 or more") }
    guard repeats >= 1, threads >= 1 else { throw ValidationError("--repeats and --threads are 1 or more") }
  }

  func run() throws {
    let count = ThreadCount(threads)
    let ties = ties ?? 10 * people
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("micro-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let shuffled = try Subject(people: people, ties: ties, in: folder, threads: count)
    let ordered = try Subject(people: people, ties: ties, isShuffled: false, in: folder, threads: count)
    let integers = try Subject(people: people, ties: ties, ids: .integer, in: folder, threads: count)

    var table = ResultTable(repeats: repeats)
    print("\(people) people, \(ties) ties, \(threads) threads, medians of \(repeats)")
    try Benchmarks.reading(shuffled, integers, &table, threads: count)
    try Benchmarks.rowSums("shuffled", shuffled.society(threads: count), &table, threads: count)
    try Benchmarks.rowSums("by community", ordered.society(threads: count), &table, threads: count)
    Benchmarks.edits(try shuffled.society(threads: count), &table, threads: count)
    try Benchmarks.measures(shuffled.society(threads: count), &table, threads: count)
    for line in table.lines { print(line) }
  }
}

/// The groups of benchmarks; each lives in a file of its own.
enum Benchmarks {}
