import ArgumentParser
import Compute
import Foundation
import GraphModel
import Simulation

/// The article's claim as an experiment that can fail.
@main
struct ArticleClaim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article-claim",
    abstract: "Do people sort by score because friends' scores count in their own? A 2 x 2 experiment.",
    discussion: """
      Peer effect on or off, ties dropped and made for what they do to one's score or as many at random; beside it downward \
      drag, and as a rival people who choose friends of similar scores without any peer effect. Prints outcomes after the \
      last period with 95% intervals over seeds, and the interaction: what choosing by cost adds where scores are \
      influenced, beyond what it adds where they are not.

      Example: article-claim Examples/ArticleClaim/claim.yaml --seeds 30
      """)

  @Argument(help: "The scenario that is varied.")
  var scenario = "Examples/ArticleClaim/claim.yaml"

  @Option(help: "How many seeds, 2 or more.")
  var seeds = 30

  @Option(help: ArgumentHelp("SVG file to write.", valueName: "file"))
  var figure: String?

  func validate() throws {
    guard seeds >= 2 else { throw ValidationError("an interval needs 2 seeds or more") }
  }

  func run() throws {
    let base = try Scenario.read(scenario).scenario
    guard case .folder(let path) = base.source else { throw ValidationError("a scenario with a society was expected") }
    let read = try SocietyReader.read(path)
    let results = try Parallel.map(seeds, threads: ThreadCount(ProcessInfo.processInfo.activeProcessorCount)) { seed in
      Result { try Self.simulate(read, base, seed: UInt64(seed + 1)) }
    }.map { try $0.get() }
    let experiment = Experiment(results)
    for line in experiment.lines { print(line) }
    if let figure { try experiment.figure.svg.write(toFile: figure, atomically: true, encoding: .utf8) }
  }

  /// The first record, and the last one of every cell.
  private static func simulate(
    _ read: ReadSociety, _ base: Scenario, seed: UInt64
  ) throws -> (first: PeriodRecord, last: [Cell: PeriodRecord]) {
    var last: [Cell: PeriodRecord] = [:]
    var first: PeriodRecord?
    for (cell, twin) in Cell.simulations {
      var run = try SimulationRun(read, cell.scenario(base, seed: seed), threads: .one)
      first = first ?? run.records[0]
      while !run.isOver { try run.advance() }
      last[cell] = run.records.last
      if let twin { last[twin] = run.twins[0].records.last }
    }
    guard let first else { throw ValidationError("there is no cell") }
    return (first, last)
  }
}

/// What the seeds came to.
struct Experiment {
  private let results: [(first: PeriodRecord, last: [Cell: PeriodRecord])]

  init(_ results: [(first: PeriodRecord, last: [Cell: PeriodRecord])]) { self.results = results }

  private func values(_ outcome: Outcome, _ cell: Cell) -> [Double] {
    results.compactMap { $0.last[cell].map(outcome.value) }
  }

  /// Seed by seed, what `cost` adds to `blind` where scores are influenced, less the same where they are not.
  private func interaction(_ outcome: Outcome, on: (Cell, Cell)) -> Interval {
    let parts = [on.0, on.1, .costOff, .blindOff].map { values(outcome, $0) }
    return Interval(results.indices.map { (parts[0][$0] - parts[1][$0]) - (parts[2][$0] - parts[3][$0]) })
  }

  private func difference(_ outcome: Outcome, _ one: Cell, _ other: Cell) -> Interval {
    Interval(zip(values(outcome, one), values(outcome, other)).map { $0 - $1 })
  }

  var figure: Figure {
    var intervals: [Outcome: [(cell: Cell, interval: Interval)]] = [:]
    var start: [Outcome: Double] = [:]
    for outcome in Outcome.allCases {
      intervals[outcome] = Cell.allCases.map { ($0, Interval(values(outcome, $0))) }
      // New communities of period 0 are the first ones.
      start[outcome] = results.first.map { (outcome == .betweenNow ? .betweenFirst : outcome).value($0.first) }
    }
    return Figure(start: start, intervals: intervals, seeds: results.count)
  }

  var lines: [String] {
    var lines: [String] = []
    for outcome in Outcome.allCases {
      let first = figure.start[outcome] ?? .nan
      lines.append("\(outcome.name); in period 0: " + String(format: "%.\(outcome.places)f", first))
      for cell in Cell.allCases {
        let name = cell.rawValue.padding(toLength: 30, withPad: " ", startingAt: 0)
        lines.append("  \(name) \(Interval(values(outcome, cell)).text(outcome.places))")
      }
      let contrasts: [(String, Interval)] = [
        ("cost less blind, peer effect", difference(outcome, .costOn, .blindOn)),
        ("cost less blind, none", difference(outcome, .costOff, .blindOff)),
        ("INTERACTION", interaction(outcome, on: (.costOn, .blindOn))),
        ("the same, downward drag", interaction(outcome, on: (.drag, .blindDrag))),
      ]
      for (name, interval) in contrasts {
        let padded = name.padding(toLength: 30, withPad: " ", startingAt: 0)
        lines.append("  \(padded) \(interval.text(outcome.places))\(interval.isClear ? "" : "  (0 is inside)")")
      }
      lines.append("")
    }
    lines.append("\(results.count) seeds; means with 95% intervals, paired by seed.")
    return lines
  }
}
