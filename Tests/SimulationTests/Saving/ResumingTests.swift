import Compute
import Foundation
import GraphModel
import Simulation
import TestSupport
import Testing

/// A simulation that was saved goes on as one that was not.
struct ResumingTests {
  /// What was saved, its facts written as JSON and read back.
  private func readBack(_ saved: SavedSimulation) throws -> SavedSimulation {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let facts = try decoder.decode(SavedSimulation.Facts.self, from: encoder.encode(saved.facts))
    return SavedSimulation(facts: facts, arrays: saved.arrays)
  }

  private func expectSame(_ one: SimulatedSociety, _ other: SimulatedSociety) {
    #expect(one.record == other.record)
    #expect(one.ownScores == other.ownScores)
    #expect(one.publicScores == other.publicScores)
    #expect(one.effort == other.effort)
    #expect(one.tiers == other.tiers)
    #expect(one.isListed == other.isListed)
    #expect(one.networkScores == other.networkScores)
    #expect(one.communityLabels == other.communityLabels)
  }

  @Test(arguments: 0..<100)
  func `A simulation saved after any period goes on bit for bit`(_ seed: Int) throws {
    let drawn = RandomScenario(5000 + seed)
    var scenario = drawn.scenario
    scenario.communities = Scenario.CommunityRule()
    scenario.communities?.every = 2
    scenario.output.measuresEvery = 2
    scenario.twins = scenario.rewiring == nil ? [.network] : [.network, .rewiring, .blind]
    var run = try SimulationRun(drawn.read, scenario, threads: .one, recordsPortrait: true)
    let savedAt = seed % (scenario.periods + 1)
    var resumed: SimulationRun?
    while true {
      if run.period == savedAt {
        resumed = try SimulationRun(resuming: readBack(run.saved), drawn.read, scenario, threads: .one)
      }
      if let resumed {
        expectSame(run.society, resumed.society)
        for (twin, other) in zip(run.twins, resumed.twins) { expectSame(twin.society, other.society) }
      }
      if run.isOver { break }
      try run.advance()
      if resumed != nil, run.period > savedAt {
        try resumed?.advance()
        #expect(run.society.tieChanges == resumed?.society.tieChanges)
      }
    }
    #expect(run.findings == resumed?.findings)
    #expect(run.listChanges == resumed?.listChanges)
    #expect(run.looks == resumed?.looks)
    // Layouts take most of the time, so not all are made.
    guard seed.isMultiple(of: 5) else { return }
    #expect(try run.portrait() == resumed?.portrait())
  }

  @Test func `A portrait of communities goes on from any period`() throws {
    let society = RandomSociety.large(seed: 9, people: MovingDrawing.peopleLimit + 1, tiesPerPerson: 3)
    let read = ReadSociety(society: society, notices: [], files: [])
    var scenario = SmallSociety.still(periods: 4)
    scenario.rewiring = Scenario.RewiringRule()
    scenario.communities = Scenario.CommunityRule()
    scenario.communities?.every = 2
    var run = try SimulationRun(read, scenario, threads: .one, recordsPortrait: true)
    var resumed: [SimulationRun] = []
    while true {
      resumed.append(try SimulationRun(resuming: readBack(run.saved), read, scenario, threads: .one))
      if run.isOver { break }
      try run.advance()
      for position in resumed.indices { try resumed[position].advance() }
    }
    let portrait = try run.portrait()
    #expect(portrait?.network?.frames.map(\.period) == [0, 2, 4])
    for other in resumed { #expect(try other.portrait() == portrait) }
  }

  @Test func `A run without a portrait is resumed without one`() throws {
    let drawn = RandomScenario(1)
    let run = try SimulationRun(drawn.read, drawn.scenario, threads: .one)
    let resumed = try SimulationRun(resuming: readBack(run.saved), drawn.read, drawn.scenario, threads: .one)
    #expect(try resumed.portrait() == nil)
  }

  @Test func `Layers that nothing has changed are not saved`() throws {
    let drawn = RandomScenario(1)
    var scenario = Scenario()
    scenario.twins = []
    scenario.communities = nil
    var run = try SimulationRun(drawn.read, scenario, threads: .one)
    try run.advance()
    #expect(run.saved.arrays.names.filter { $0.contains("layer") } == [])
  }

  @Test func `An array that is missing is named`() throws {
    let drawn = RandomScenario(1)
    var scenario = Scenario()
    scenario.twins = []
    let run = try SimulationRun(drawn.read, scenario, threads: .one)
    var arrays = run.saved.arrays
    arrays["society.effort"] = nil
    let saved = SavedSimulation(facts: run.saved.facts, arrays: arrays)
    let damage = #expect(throws: SavedArrays.Damage.self) {
      try SimulationRun(resuming: saved, drawn.read, scenario, threads: .one)
    }
    #expect(damage?.name == "society.effort")
  }
}
