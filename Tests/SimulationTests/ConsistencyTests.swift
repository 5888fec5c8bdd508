import Analysis
import Compute
import GraphModel
import Propagation
import Simulation
import TestSupport
import Testing

/// A period is a society like any other.
struct ConsistencyTests {
  @Test(arguments: 0..<60)
  func `Public scores of every period are those of an analysis of its society`(_ seed: Int) throws {
    let drawn = RandomScenario(2000 + seed)
    var society = try SimulatedSociety(drawn.read, drawn.scenario)
    var settings = AnalysisSettings()
    settings.model = drawn.scenario.propagation.pull == .down ? .downwardDrag : .friedkinJohnsen
    settings.susceptibility = drawn.scenario.propagation.susceptibility
    settings.mix = drawn.scenario.propagation.mix
    settings.findsCommunities = false
    for period in 0...4 {
      if period > 0 { try society.step() }
      let settled = try SettledSociety(ReadSociety(society: society.society, notices: [], files: []), settings)
      let slack = settled.equilibrium.bound.value + (society.record.settling.bound ?? 0)
      for (one, other) in zip(settled.equilibrium.scores, society.publicScores) {
        #expect((one - other).magnitude <= slack)
      }
    }
  }

  @Test func `With no rule on every period is the first`() throws {
    let read = ReadSociety(
      society: RandomSociety.large(seed: 3, people: 300, tiesPerPerson: 3), notices: [], files: [])
    var run = try SimulationRun(read, SmallSociety.still(), threads: .one)
    while !run.isOver { try run.advance() }
    let first = try #require(run.records.first)
    for record in run.records.dropFirst() {
      #expect(record.own == first.own)
      #expect(record.ties.counts == first.ties.counts)
      #expect(record.publicChange <= 2 * (first.settling.bound ?? 0))
    }
    #expect(run.course == .settled(since: 1))
  }

  @Test func `A simulation that has settled ends before its horizon`() throws {
    var scenario = SmallSociety.still(periods: 50)
    scenario.settlePeriods = 3
    var run = try SimulationRun(SmallSociety.of([500, 600], friends: [(0, 1)]), scenario, threads: .one)
    while !run.isOver { try run.advance() }
    #expect(run.period == 3)
    #expect(run.course == .settled(since: 1))
  }

  @Test func `Nothing ends early while something is still to come`() throws {
    let day = 86_400.0
    let read = SmallSociety.of(
      [500, 600], friends: [(0, 1)], events: [0, 300].map { DatedEvent(time: $0 * day, person: 0, change: 10) })
    var scenario = SmallSociety.still(periods: 20)
    scenario.settlePeriods = 3
    scenario.start = 0
    var dated = try SimulationRun(read, scenario, threads: .one)
    while !dated.isOver { try dated.advance() }
    // The second event falls into period 11; three quiet periods follow.
    #expect(dated.period == 14)
    scenario.announcement = 8
    scenario.usesEventFile = false
    var announced = try SimulationRun(read, scenario, threads: .one)
    while !announced.isOver { try announced.advance() }
    #expect(announced.period == 9)
    scenario.missedPayments = Scenario.MissedPaymentRule()
    scenario.missedPayments?.chance = 1e-9
    var drawn = try SimulationRun(read, scenario, threads: .one)
    while !drawn.isOver { try drawn.advance() }
    #expect(drawn.period == 20)
  }

  @Test func `A twin with nothing to miss is the simulation itself`() throws {
    let drawn = RandomScenario(2100)
    var scenario = drawn.scenario
    scenario.rewiring = Scenario.RewiringRule()
    scenario.rewiring?.review = 0
    scenario.twins = [.rewiring]
    var run = try SimulationRun(drawn.read, scenario, threads: .one)
    while !run.isOver { try run.advance() }
    #expect(run.twins[0].society.publicScores == run.society.publicScores)
    #expect(run.findings.twins[0].meanAbsoluteEffect == 0)
  }

  @Test func `Before the announcement a simulation is its twin without one`() throws {
    var drawn = RandomScenario(2101).scenario
    drawn.announcement = 3
    drawn.periods = 8
    drawn.effort = Scenario.EffortRule()
    drawn.effort?.reach = 200
    drawn.rewiring = Scenario.RewiringRule()
    drawn.rewiring?.review = 0.5
    drawn.blacklist = nil
    drawn.twins = [.announcement]
    let read = ReadSociety(
      society: RandomSociety.large(seed: 6, people: 100, tiesPerPerson: 3), notices: [], files: [])
    drawn.propagation.susceptibility = .constant(0.5)
    drawn.money = nil
    var run = try SimulationRun(read, drawn, threads: .one)
    while !run.isOver { try run.advance() }
    for period in 0...3 {
      #expect(run.records[period].own == run.twins[0].records[period].own)
      #expect(run.records[period].publicScores == run.twins[0].records[period].publicScores)
      #expect(run.records[period].ties == run.twins[0].records[period].ties)
    }
    #expect(run.records[8].ties != run.twins[0].records[8].ties)
    #expect(run.findings.twins[0].meanAbsoluteEffect > 0)
  }
}
