import GraphModel
import Propagation
import Simulation
import Testing

/// Tiers and the list, on small societies in which public scores are own scores.
struct StatusTests {
  private static func society(
    _ own: [Double], friends: [(Int, Int)], changes: [(period: Int, person: Int, points: Double)] = [],
    _ change: (inout Scenario) -> Void
  ) throws -> SimulatedSociety {
    var scenario = SmallSociety.still(susceptibility: 0)
    scenario.start = 0
    scenario.periodDays = 1
    change(&scenario)
    let events = changes.map {
      DatedEvent(time: (Double($0.period) - 0.5) * 86_400, person: $0.person, change: $0.points)
    }
    return try SimulatedSociety(SmallSociety.of(own, friends: friends, events: events), scenario)
  }

  @Test func `A tier is kept until the score is further below its cut than the slack`() throws {
    var society = try Self.society(
      [605, 605], friends: [(0, 1)], changes: [(1, 0, -8), (2, 0, -4), (3, 0, 8), (4, 0, 5)]
    ) { $0.tiers.hysteresis = 5 }
    // Tiers of the scale: 600 to 649 is tier 2. 597 is kept, 593 lost, 601 regained.
    var tiers: [Int] = []
    for _ in 0..<4 {
      try society.step()
      tiers.append(society.tiers[0])
    }
    #expect(tiers == [2, 1, 2, 2])
  }

  @Test func `A score below the limit lists, time releases, and a mark remains`() throws {
    var society = try Self.society([390, 600], friends: [(0, 1)], changes: [(1, 0, 100)]) {
      $0.blacklist = Scenario.BlacklistRule()
      $0.blacklist?.below = 400
      $0.blacklist?.releaseAfter = 2
      $0.blacklist?.mark = -20
      $0.blacklist?.markHalfLife = nil
    }
    #expect(society.isListed == [true, false])
    try society.step()
    #expect(society.isListed[0])
    #expect(try society.step().released == 1)
    #expect(!society.isListed[0])
    let record = try society.step()
    #expect(record.points.marks == -20)
    #expect(society.ownScores[0] == 470)
  }

  @Test func `Listed people are capped, and so many of their friends count`() throws {
    var society = try Self.society(
      [390, 380, 370, 600], friends: [(0, 3), (1, 3), (2, 3)], changes: [(1, 0, 200)]
    ) {
      $0.blacklist = Scenario.BlacklistRule()
      $0.blacklist?.below = 400
      $0.blacklist?.releaseAfter = nil
      $0.blacklist?.friendPoints = -15
      $0.blacklist?.friendLimit = 2
      $0.blacklist?.cap = 420
    }
    let record = try society.step()
    #expect(society.ownScores == [420, 380, 370, 570])
    #expect(record.points.sanctions == -170 - 30)
    // What the list does is no change of the level: the next period has it again, once.
    #expect(try society.step().points.sanctions == 0)
    #expect(society.ownScores == [420, 380, 370, 570])
  }

  @Test func `The list spreads to those whose network is listed`() throws {
    // A path; the first is listed, and each has half of the network on each side.
    var society = try Self.society([360, 600, 600, 600], friends: [(0, 1), (1, 2), (2, 3)]) {
      $0.blacklist = Scenario.BlacklistRule()
      $0.blacklist?.below = 400
      $0.blacklist?.releaseAfter = nil
      $0.blacklist?.contagion = 0.5
    }
    var listed: [Int] = []
    for _ in 0..<4 { listed.append(try society.step().listed) }
    #expect(listed == [2, 3, 4, 4])
  }

  @Test func `Missed payments list, and count anew after release`() throws {
    var society = try Self.society([600, 600], friends: [(0, 1)]) {
      $0.missedPayments = Scenario.MissedPaymentRule()
      $0.missedPayments?.chance = 1
      $0.missedPayments?.points = 0
      $0.blacklist = Scenario.BlacklistRule()
      $0.blacklist?.missed = 2
      $0.blacklist?.releaseAfter = 1
    }
    var listed: [Int] = []
    for _ in 0..<6 { listed.append(try society.step().listed) }
    // Two misses, listed for a period, released, two misses again.
    #expect(listed == [0, 2, 0, 0, 2, 0])
  }

  @Test func `A hub whose friends all are listed has a whole network listed`() throws {
    // 49 times 1/49 is less than 1 in doubles.
    var society = try Self.society(
      [600] + [Double](repeating: 360, count: 49), friends: (1...49).map { (0, $0) }
    ) {
      $0.blacklist = Scenario.BlacklistRule()
      $0.blacklist?.below = 400
      $0.blacklist?.contagion = 1
    }
    #expect(try society.step().listed == 50)
  }

  @Test func `A cap is not made up for by decay`() throws {
    var society = try Self.society(
      [650, 900], friends: [(0, 1)], changes: [(1, 0, -300), (2, 0, 300)]
    ) {
      $0.decay = 0.1
      $0.blacklist = Scenario.BlacklistRule()
      $0.blacklist?.below = 400
      $0.blacklist?.cap = 500
      $0.blacklist?.releaseAfter = 6
    }
    for _ in 0..<12 {
      try society.step()
      #expect(society.ownScores[0] <= 685)
    }
    #expect((society.ownScores[0] - 650).magnitude < 15)
  }

  @Test func `Scores off the scale are refused`() throws {
    #expect(throws: ReadingError.self) {
      try Self.society([600, 600], friends: [(0, 1)]) {
        $0.blacklist = Scenario.BlacklistRule()
        $0.blacklist?.below = 2000
      }
    }
  }

  @Test func `Whoever is listed loses all payment ties`() throws {
    var arcs = ArcList()
    arcs.appendTie(0, 1)
    arcs.appendTie(1, 2)
    let ties = TieTable(personCount: 3, arcs: arcs)
    let society = Society(
      name: "payers", people: People(ids: ["a", "b", "c"]), scale: .zhima, ownScores: [360, 600, 600],
      layers: [
        Layer(name: "friendship", kind: .friendship, isDirected: false, isWeighted: false, ties: ties),
        Layer(name: "transaction", kind: .transaction, isDirected: false, isWeighted: true, ties: ties),
      ])
    var scenario = SmallSociety.still(susceptibility: 0)
    scenario.blacklist = Scenario.BlacklistRule()
    scenario.blacklist?.below = 400
    var simulated = try SimulatedSociety(ReadSociety(society: society, notices: [], files: []), scenario)
    let record = try simulated.step()
    #expect(record.ties.cut == 1)
    #expect(record.ties.counts == [2, 1])
    #expect(simulated.tieChanges.map(\.by) == [.scheme])
    #expect(!simulated.society.layers[1].ties.hasTie(from: 0, to: 1))
  }
}
