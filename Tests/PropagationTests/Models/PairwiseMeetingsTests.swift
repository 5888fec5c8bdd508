import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct PairwiseMeetingsTests {
  private let once = SolverSettings(tolerance: 1e-9, maximumRounds: 1)

  private func model(
    _ network: InfluenceMatrix, _ scores: [Double], confidence: Double, step: Double = 0.5,
    partners: Partners = .ties, seed: UInt64 = 1
  ) -> PairwiseMeetings {
    PairwiseMeetings(
      network: network, ownScores: scores, confidence: confidence, step: step, partners: partners, seed: seed)
  }

  @Test(arguments: Partners.allCases)
  func `Two people within epsilon meet in the middle for a step of one half`(partners: Partners) {
    let answer = model(.path(2), [400, 500], confidence: 100, partners: partners).opinions(once)
    #expect(answer.scores == [450, 450])
    #expect(answer.previousScores == [400, 500])
    #expect(answer.change == 50)
    #expect(answer.rounds == 1)
    #expect(answer.isSettled)
  }

  /// A round of two people is two meetings, each of which halves the difference: 64, 32, 16.
  @Test(arguments: Partners.allCases)
  func `A step of one quarter halves a difference in each meeting`(partners: Partners) {
    let answer = model(.path(2), [0, 64], confidence: 100, step: 0.25, partners: partners).opinions(once)
    #expect(answer.scores == [24, 40])
    #expect(!answer.isSettled)
  }

  @Test(arguments: Partners.allCases)
  func `People further apart than epsilon do not move`(partners: Partners) {
    let answer = model(.path(2), [400, 501], confidence: 100, partners: partners).opinions(once)
    #expect(answer.scores == [400, 501])
    #expect(answer.isSettled)
  }

  /// Person 0 alone has ties, so a round is one meeting.
  @Test func `An arc moves the person who is influenced, not the other`() {
    let network = InfluenceMatrix(people: 2, arcs: [(0, 1, 3)])
    #expect(model(network, [0, 64], confidence: 100, step: 0.25).opinions(once).scores == [16, 64])
  }

  /// Person 0 is influenced by 1 in one layer, and 1 by 0 in the other.
  @Test func `The way back may lie in another layer`() {
    let society = Society(
      ownScores: [400, 500],
      layers: [.directed("a", people: 2, weighted: [(0, 1, 1)]), .directed("b", people: 2, weighted: [(1, 0, 9)])])
    let both = InfluenceMatrix(society, shares: [1, 1])
    #expect(model(both, society.ownScores, confidence: 100).opinions(once).scores == [450, 450])
    let first = InfluenceMatrix(society, shares: [1, 0])
    #expect(model(first, society.ownScores, confidence: 100).opinions(once).scores == [450, 500])
  }

  @Test(arguments: Partners.allCases)
  func `Where nobody can meet nothing changes`(partners: Partners) {
    let answer = model(.untied(1), [700], confidence: 100, partners: partners).opinions(once)
    #expect(answer.scores == [700])
    #expect(answer.isSettled)
    let untied = model(.untied(3), [1, 2, 3], confidence: 100).opinions(once)
    #expect(untied.scores == [1, 2, 3])
    #expect(untied.isSettled)
  }

  /// Person 0 goes to and fro between two people who never move.
  @Test func `A directed tie within epsilon that stays open is not settled`() {
    let network = InfluenceMatrix(people: 3, arcs: [(0, 1, 1), (0, 2, 1)])
    let answer = model(network, [5, 0, 10], confidence: 100).opinions(
      SolverSettings(tolerance: 0.01, maximumRounds: 200))
    #expect(!answer.isSettled)
    #expect(answer.rounds == 200)
    #expect(answer.scores[1...] == [0, 10])
  }

  @Test(arguments: 0..<5 as Range<UInt64>, Partners.allCases)
  func `The mean of the scores stays`(seed: UInt64, partners: Partners) {
    let society = RandomSociety.large(seed: seed, people: 80, tiesPerPerson: 3)
    let answer = model(
      InfluenceMatrix(society, shares: [1]), society.ownScores, confidence: 100, step: 0.3, partners: partners,
      seed: seed
    ).opinions(SolverSettings(tolerance: 1e-6, maximumRounds: 100))
    #expect((answer.scores.compensatedMean - society.ownScores.compensatedMean).magnitude <= 1e-9)
  }

  @Test(arguments: Partners.allCases)
  func `The same seed gives the same bits, and another seed other ones`(partners: Partners) {
    let society = RandomSociety.large(seed: 3, people: 80, tiesPerPerson: 3)
    func scores(_ seed: UInt64, _ threads: Int) -> [Double] {
      model(
        InfluenceMatrix(society, shares: [1]), society.ownScores, confidence: 100, partners: partners, seed: seed
      ).opinions(SolverSettings(tolerance: 1e-6, maximumRounds: 100, threads: ThreadCount(threads))).scores
    }
    #expect(scores(7, 1) == scores(7, 2))
    #expect(scores(7, 1) != scores(8, 1))
  }

  @Test(arguments: 0..<5 as Range<UInt64>, [0.1, 0.5])
  func `Settled people are further apart than epsilon or closer than the tolerance`(seed: UInt64, step: Double) {
    let society = RandomSociety.large(seed: seed, people: 60, tiesPerPerson: 3)
    let answer = model(
      InfluenceMatrix(society, shares: [1]), society.ownScores, confidence: 60, step: step, partners: .everyone,
      seed: seed
    ).opinions(SolverSettings(tolerance: 1e-6))
    #expect(answer.isSettled)
    for one in answer.scores {
      for other in answer.scores { #expect((one - other).magnitude <= 1e-6 || (one - other).magnitude > 60) }
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `Settled ties are longer than epsilon or shorter than the tolerance`(seed: UInt64) {
    let society = RandomSociety.large(seed: seed, people: 60, tiesPerPerson: 3)
    let network = InfluenceMatrix(society, shares: [1])
    let answer = model(network, society.ownScores, confidence: 100, seed: seed)
      .opinions(SolverSettings(tolerance: 1e-6))
    #expect(answer.isSettled)
    for person in answer.scores.indices {
      network.forEachInfluence(on: person) { other in
        let gap = (answer.scores[person] - answer.scores[other]).magnitude
        #expect(gap <= 1e-6 || gap > 100)
      }
    }
  }
}
