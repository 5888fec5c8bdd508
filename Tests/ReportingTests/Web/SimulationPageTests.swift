import Analysis
import Compute
import Foundation
import GraphModel
import Simulation
import Testing

@testable import Reporting

@Suite struct SimulationPageTests {
  private static let record = RunRecord(
    version: "1.2.3", command: ["graph-tool", "simulate", "town.yaml"], seed: 7, settings: ["periods": "6"], inputs: [])

  private static func run(
    _ society: Society = Fixture.town(), _ change: (inout Scenario) -> Void = { _ in }
  ) throws
    -> SimulationRun
  {
    var scenario = Scenario()
    scenario.name = "town"
    scenario.periods = 6
    scenario.settlePeriods = 0
    scenario.rewiring = Scenario.RewiringRule()
    scenario.rewiring?.review = 1
    scenario.communities = Scenario.CommunityRule()
    scenario.communities?.every = 2
    change(&scenario)
    var run = try SimulationRun(
      ReadSociety(society: society, notices: [], files: []), scenario, threads: .one, recordsPortrait: true)
    while !run.isOver { try run.advance() }
    return run
  }

  private static func page(_ run: SimulationRun) throws -> SimulationPage {
    SimulationPage(run.findings, try run.portrait(), record)
  }

  @Test func `A page tells what happened over time, in order`() throws {
    let html = try Self.page(Self.run()).html
    let order = [
      "The society and its rules</h2>", "What happened</h2>", "Scores and tiers</h2>",
      "The network and its communities</h2>", "The social gap</h2>", "Are friends alike?</h2>",
      "Twins: the same random numbers, one rule off</h2>", "How it was made</h2>",
    ]
    let places = order.compactMap { html.range(of: $0)?.lowerBound }
    #expect(places.count == order.count)
    #expect(places == places.sorted())
  }

  @Test func `The slider has a stop for every frame, and the picture is that of the last`() throws {
    let run = try Self.run()
    let frames = try #require(try run.portrait()?.network?.frames)
    let html = try Self.page(run).html
    #expect(WellFormed.around("max=\"\(frames.count - 1)\" value=\"\(frames.count - 1)\"", in: html) != nil)
    #expect(html.components(separatedBy: "\"period\":").count - 1 == frames.count)
    #expect(WellFormed.around("up to period 6", in: html) != nil)
  }

  @Test func `Every picture is XML without a number that is none`() throws {
    let page = try Self.page(Self.run())
    for picture in WellFormed.pictures(page.html) + page.plots.map(\.svg) {
      #expect(WellFormed.xml(picture) != nil)
      #expect(WellFormed.around("nan", in: picture) == nil)
    }
    #expect(
      Set(page.plots.map(\.name)).isSuperset(of: ["scores", "tiers", "network", "lives", "gap", "sorting", "ties"]))
  }

  @Test(arguments: ["no ties", "one person", "no spread", "no periods"])
  func `A simulation of next to nothing is still a page`(kind: String) throws {
    let count = kind == "one person" ? 1 : 8
    let society = Society(
      name: kind, people: People(ids: (0..<count).map { "p\($0)" }), scale: .zhima,
      ownScores: (0..<count).map { kind == "no spread" ? 600 : 500 + 20 * Double($0) },
      layers: [
        Fixture.layer(
          "friendship", people: count, kind == "no ties" || count == 1 ? [] : (1..<count).map { ($0 - 1, $0) })
      ])
    let run = try Self.run(society) { if kind == "no periods" { $0.periods = 0 } }
    let page = try Self.page(run)
    #expect(WellFormed.around("</html>", in: page.html) != nil)
    for picture in WellFormed.pictures(page.html) + page.plots.map(\.svg) { #expect(WellFormed.xml(picture) != nil) }
  }

  @Test func `Hostile names are text`() throws {
    let html = try Self.page(Self.run(Fixture.town(ids: { SocietyPageTests.hostile[$0] }))).html
    #expect(html.components(separatedBy: "<script>").count == 2)
    for markup in ["<img", "alert(1)</script>"] { #expect(WellFormed.around(markup, in: html) == nil) }
  }

  @Test func `Without a portrait the series are still drawn`() throws {
    let page = SimulationPage(try Self.run().findings, nil, Self.record)
    #expect(page.plots.map(\.name).contains("scores"))
    #expect(WellFormed.around("period-slider", in: page.html) == nil)
  }

  /// A twin in which all have friends beside a run in which some have none, or the other way round.
  @Test(arguments: [(3, 0), (0, 3)])
  func `Series of a twin stand beside those of the run, though only one of them needs all`(here: Int, there: Int) throws
  {
    let records = [0, 1].map { PeriodRecord.made($0, isolated: 0, friendless: $0 * here) }
    let others = [0, 1].map { PeriodRecord.made($0, isolated: 0, friendless: $0 * there) }
    let made = MadeUp(records) { $0.twins = [.made(.rewiring, others)] }
    let html = SimulationPage(made.findings, nil, Self.record).html
    #expect(WellFormed.around("people without friends", in: html) != nil)
    #expect(made.report().twins.joined().contains("people without friends"))
  }
}
