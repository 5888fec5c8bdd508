import Compute
import GraphModel
import Testing

@testable import Reporting
@testable import Simulation

/// The whole report, of simulations that ran and of extreme findings.
struct SimulationReportTests {
  /// A run of the town of `Fixture`, 13 people.
  private static func run(_ change: (inout Scenario) -> Void) throws -> SimulationFindings {
    var scenario = Scenario()
    scenario.name = "town"
    scenario.periods = 12
    scenario.communities = .init()
    scenario.rewiring = .init()
    scenario.twins = [.rewiring, .blind]
    change(&scenario)
    let read = ReadSociety(society: Fixture.town(), notices: Fixture.notices, files: [])
    var run = try SimulationRun(read, scenario, threads: .one)
    while !run.isOver { try run.advance() }
    return run.findings
  }

  private static let long = String(repeating: "long-", count: 30)

  /// Findings that are hard to fit: long names, a million people, all twins, every rule.
  private static var wide: SimulationFindings {
    let tiers = [200_000, 200_000, 200_000, 200_000, 200_000]
    let flows = tiers.indices.map { row in tiers.indices.map { $0 == row ? 190_000 : 2_500 } }
    let records = (0...100).map { period in
      PeriodRecord.made(
        period, own: 600 + Double(period), isolated: 123_456, ties: 10_000_000, dropped: 100_000, changed: 100_000,
        tiers: tiers, flows: period == 0 ? nil : flows, listed: 999_999, effort: 12_345_678.9
      ) { $0.effort = period == 0 ? 0 : 1_000_000 }
    }
    return MadeUp(records) { made in
      (made.people, made.name, made.society, made.layer) = (1_000_000, long, long, long)
      made.on = [
        "events.file", "events.deeds", "events.missed_payments", "money", "rewards", "blacklist", "response.effort",
        "response.conformity", "response.decay", "rewiring", "trait",
      ]
      made.exclusion = .init(
        ever: 999_999, now: 999_998, again: 888_888, meanPeriods: 33.333,
        reasons: ["score": 1_234_567, "payments": 7_654_321, "contagion": 5])
      made.looks = (0...100).map {
        .init(period: $0, communities: 12_345, births: 1_000, splits: 1_000, deaths: 1_000, merges: 1_000)
      }
      made.twins = Scenario.Twin.allCases.map { .made($0, records, gained: 600_000, lost: 300_000) }
      made.notices = Fixture.notices
    }.findings
  }

  @Test(arguments: [72, 80, 120], [false, true])
  func `No line is wider than the width, and none ends in a blank`(width: Int, isPlain: Bool) throws {
    let all = [
      Self.wide, try Self.run { _ in }, try Self.run { $0.periods = 0 }, try Self.run { $0.communities = nil },
    ]
    for findings in all {
      let text = SimulationReport(findings, width: width, ink: .plain, isPlain: isPlain).text(
        folder: "out", files: [.init(path: "run.json", content: "what was run")], leftOut: ["a graph"])
      let lines = text.split(separator: "\n")
      #expect(lines.filter { $0.count > width || $0.last == " " } == [])
      if isPlain { #expect(text.utf8.allSatisfy { $0 < 128 }) }
    }
  }

  @Test func `Where numbers are too long for the width, the lowest and the highest are left out`() {
    func header(_ width: Int) -> String? {
      SimulationReport(Self.wide, width: width, ink: .plain).overTime.dropFirst(2).first
    }
    #expect(header(72)?.hasSuffix("first        last") == true)
    #expect(header(120)?.hasSuffix("lowest     highest") == true)
  }

  @Test func `Colour changes no text`() throws {
    let plain = SimulationReport(Self.wide, width: 80, ink: .plain).text()
    let colour = SimulationReport(Self.wide, width: 80, ink: .colour).text()
    #expect(colour != plain)
    #expect(colour.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func `A run has its sections in this order`() throws {
    let text = SimulationReport(try Self.run { $0.blacklist = .init() }, width: 80, ink: .plain).text(
      command: "graph-tool simulate town.yaml", folder: "out")
    let heads = text.split(separator: "\n").filter { $0.first != " " }.map { String($0.prefix { $0 != "\u{20}" }) }
    #expect(
      heads == [
        "town", "WHAT", "OVER", "TIERS", "COMMUNITIES", "EXCLUDED", "TWINS", "POINTS", "HOW", "WHAT", "THE", "FILES",
      ])
  }

  @Test func `Nothing is said to have converged`() throws {
    let all = [
      Self.wide, try Self.run { _ in }, try Self.run { $0.rewiring = nil }, try Self.run { $0.periods = 1 },
    ]
    for findings in all {
      #expect(
        !SimulationReport(findings, width: 80, ink: .plain).text().lowercased().contains("converge"))
    }
  }

  @Test func `Where nothing happens, everything is as it was`() throws {
    let findings = try Self.run { ($0.rewiring, $0.twins) = (nil, []) }
    let text = flat(SimulationReport(findings, width: 80, ink: .plain).text())
    #expect(text.contains("Rules") == false && text.contains("No rule is on: nothing but settling happens."))
    #expect(text.contains("Own scores are as high as they were: their mean stayed at"))
    #expect(text.contains("No rule moved an own score."))
    #expect(text.contains("At rest: from period 1 on no tie, tier or listing changed"))
  }

  @Test(arguments: [0, 1, 2])
  func `Short runs are told without a missing number`(periods: Int) throws {
    let text = SimulationReport(try Self.run { $0.periods = periods }, width: 80, ink: .plain).text()
    #expect(!text.contains("nan") && !text.contains("inf") && !text.contains("nil"))
    #expect(text.contains("\(periods) of \(periods) period"))
  }

  @Test func `An ellipsis is one ASCII character in plain reports`() {
    let text = SimulationReport(Self.wide, width: 72, ink: .plain, isPlain: true).text()
    #expect(text.contains("ties of long-long-lon~"))
    #expect(!text.contains("…"))
  }
}
