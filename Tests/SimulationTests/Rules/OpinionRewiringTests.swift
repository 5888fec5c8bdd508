import GraphModel
import Propagation
import Simulation
import TestSupport
import Testing

/// Holme and Newman's rule among the ties of a society.
struct OpinionRewiringTests {
  private static func society(phi: Double, seed: UInt64 = 1, review: Double = 1) throws -> SimulatedSociety {
    var scenario = SmallSociety.still(periods: 400)
    scenario.seed = seed
    scenario.rewiring = Scenario.RewiringRule()
    scenario.rewiring?.choice = .holmeNewman
    scenario.rewiring?.phi = phi
    scenario.rewiring?.review = review
    let read = ReadSociety(
      society: RandomSociety.large(seed: 12, people: 200, tiesPerPerson: 2), notices: [], files: [])
    return try SimulatedSociety(read, scenario)
  }

  @Test func `Ties stay as many, of the weights they had, and own scores alone`() throws {
    var society = try Self.society(phi: 0.5)
    let first = society.society
    func weights(_ society: Society) -> [Double] {
      var weights: [Double] = []
      for person in 0..<society.count { society.layers[0].ties.forEachTie(of: person) { weights.append($1) } }
      return weights.sorted()
    }
    for _ in 0..<20 {
      let record = try society.step()
      #expect(record.ties.dropped == record.ties.made)
      let kinds = society.tieChanges.map(\.kind)
      #expect(kinds == kinds.filter { $0 == .dropped } + kinds.filter { $0 == .made })
    }
    #expect(society.record.ties.counts == [first.layers[0].tieCount])
    #expect(weights(society.society) == weights(first))
    #expect(society.ownScores == first.ownScores)
    #expect(society.society.layers[0].ties.isSymmetric)
  }

  @Test func `Without moves one opinion spreads, with nothing but moves none is lost`() throws {
    var voters = try Self.society(phi: 0)
    let before = try #require(voters.record.opinions)
    for _ in 0..<60 { #expect(try voters.step().ties.made == 0) }
    let after = try #require(voters.record.opinions)
    #expect(after.largestShare > 3 * before.largestShare)
    #expect(after.count < before.count / 2)
    var movers = try Self.society(phi: 1)
    for _ in 0..<60 { try movers.step() }
    #expect(movers.record.opinions == (try Self.society(phi: 1).record.opinions))
  }

  @Test func `A column can say who holds which opinion`() throws {
    var scenario = SmallSociety.still()
    scenario.rewiring = Scenario.RewiringRule()
    scenario.rewiring?.choice = .holmeNewman
    scenario.rewiring?.opinionColumn = "party"
    let column = AttributeColumn(name: "party", values: ["a", "a", "a", "b"])
    let society = try SimulatedSociety(
      SmallSociety.of([500, 600, 700, 800], friends: [(0, 1), (1, 2), (2, 3)], columns: [column]), scenario)
    #expect(society.record.opinions?.count == 2)
    #expect(society.record.opinions?.largestShare == 0.75)
  }
}
