import Analysis
import Compute
import GraphModel
import Simulation
import Testing

@testable import Experiments

struct OutcomeCollectorTests {
  private static let text = """
    scenario:
      society: nowhere
      periods: 4
      communities: none
      settle_periods: 0
      events: {deeds: {rate: 1, sd: 20}}
      rewiring: {rule: cost, review: 0.5}
      output: {measures_every: 2}
    outcomes:
      spread: own_sd
      dropped: {measure: dropped, from: 1, take: sum}
      gini: {measure: gini, of: own_score}
      middle: {measure: gini, of: own_score, at: 2}
      odd: {measure: gini, of: own_score, at: 3}
      places: {measure: own_score, by: place}
      change: {measure: public_score, by: place, change: true}
      tiers: {measure: listed, by: first_tier}
      effect: {measure: own_assortativity, less_twin: blind}
      blind: {measure: own_assortativity, twin: blind}
    """

  private static func result() throws -> (RunResult, SimulationRun) {
    let experiment = try Study.experiment(text)
    let read = Study.ring(12)
    var run = try SimulationRun(read, experiment.cells[0].scenario, threads: .one)
    var collector = try OutcomeCollector(experiment, run)
    while !run.isOver {
      try run.advance()
      collector.see(run)
    }
    return (collector.result(of: run), run)
  }

  @Test func `outcomes are the numbers that a run has`() throws {
    let (result, run) = try Self.result()
    func values(_ outcome: Int) -> [Double?] { result.values.filter { $0.outcome == outcome }.map(\.value) }
    #expect(values(0) == [run.records.last?.own.sd])
    #expect(values(1) == [Double(run.records.reduce(0) { $0 + $1.ties.dropped })])
    func gini(_ period: Int) -> Double? {
      run.measures.first { $0.measure == "gini" && $0.of == "own_score" && $0.period == period }?.value
    }
    #expect(values(2) == [gini(4)])
    #expect(values(3) == [gini(2)])
    #expect(gini(2) != nil && gini(2) != gini(4))
    #expect(result.values.first { $0.outcome == 4 }?.missing == "undefined in period 3")
  }

  @Test func `groups have values of their own`() throws {
    let (result, run) = try Self.result()
    let own = run.society.ownScores
    let north = stride(from: 0, to: 12, by: 2).map { own[$0] }.compensatedMean
    let south = stride(from: 1, to: 12, by: 2).map { own[$0] }.compensatedMean
    let places = result.values.filter { $0.outcome == 5 }
    #expect(places.map(\.group) == ["north", "south"])
    #expect(places.map(\.value) == [.some(north), .some(south)])
    let changes = result.values.filter { $0.outcome == 6 }
    let first = try SimulatedSociety(Study.ring(12), run.society.scenario).publicScores
    let northern = stride(from: 0, to: 12, by: 2)
    let change =
      northern.map { run.society.publicScores[$0] }.compensatedMean - northern.map { first[$0] }.compensatedMean
    #expect(abs((changes[0].value ?? .nan) - change) < 1e-9)
    let tiers = result.values.filter { $0.outcome == 7 }
    #expect(tiers.allSatisfy { $0.value == 0 })
    // Own scores go from 500 to 610 in steps of 10: below 550, below 600, from 600 on.
    #expect(tiers.map(\.group) == ["1", "2", "3"])
  }

  @Test func `twins can be measured and taken away`() throws {
    let (result, run) = try Self.result()
    let own = try #require(run.records.last?.ownSorting.assortativity)
    let blind = try #require(run.twins.first { $0.twin == .blind }?.records.last?.ownSorting.assortativity)
    #expect(result.values.first { $0.outcome == 8 }?.value == own - blind)
    #expect(result.values.first { $0.outcome == 9 }?.value == blind)
  }

  @Test func `numbers of outcomes are kept for every period`() throws {
    let (result, run) = try Self.result()
    let spread = try #require(result.series.first { $0.name == "own_sd" })
    #expect(spread.values == run.records.map(\.own.sd))
    let change = try #require(result.series.first { $0.name == "change" && $0.group == "south" })
    #expect(change.values.count == 5)
  }

  @Test(arguments: [
    ("{x: {measure: own_score, by: plaice}}", "did you mean \"place\""),
    ("{x: {measure: own_score, by: first_community}}", "communities are not looked for"),
    ("{x: gini}", "of which there are 2; one was expected: {of: own_score}, {of: public_score}"),
    ("{x: ginny}", "there is no measure \"ginny\""),
    ("{x: ties_frendship}", "did you mean \"ties_friendship\""),
  ])
  func `what a society does not have is told`(outcomes: String, message: String) throws {
    let experiment = try Study.experiment(
      "scenario: {society: nowhere, periods: 1, communities: none}\noutcomes: \(outcomes)\n")
    let run = try SimulationRun(Study.ring(12), experiment.cells[0].scenario, threads: .one)
    let error = #expect(throws: ReadingError.self) { try OutcomeCollector(experiment, run) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
