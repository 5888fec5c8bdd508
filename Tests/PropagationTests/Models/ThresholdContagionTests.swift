import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct ThresholdContagionTests {
  private func cascade(_ network: InfluenceMatrix, _ threshold: Double, from starters: [Int]) -> Cascade {
    ThresholdContagion(
      network: network, threshold: threshold, starts: (0..<network.personCount).map { starters.contains($0) }
    ).cascade()
  }

  // MARK: Paths

  @Test func `Half of one's ties are enough for a threshold of one half: a path turns a person a round`() {
    let answer = cascade(.path(6), 0.5, from: [0])
    #expect(answer.round == [0, 1, 2, 3, 4, 5])
    #expect(answer.rounds == 5)
    #expect(answer.turnedByRound == [1, 1, 1, 1, 1, 1])
    #expect(answer.turnedCount == 6)
  }

  /// The person at the end has one tie, so it is all of that person's ties; those inside have two.
  @Test func `Above one half a path stops at the first person with two ties`() {
    #expect(cascade(.path(6), 0.6, from: [0]).round == [0, nil, nil, nil, nil, nil])
    #expect(cascade(.path(3), 0.6, from: [1]).round == [1, 0, 1])
  }

  @Test func `A path turns from both ends at once`() {
    #expect(cascade(.path(5), 0.5, from: [0, 4]).round == [0, 1, 2, 1, 0])
  }

  // MARK: Stars and complete graphs

  @Test(arguments: [0.01, 0.5, 1])
  func `A hub turns all leaves in the first round`(threshold: Double) {
    let answer = cascade(.star(8), threshold, from: [0])
    #expect(answer.round == [0, 1, 1, 1, 1, 1, 1, 1])
    #expect(answer.turnedByRound == [1, 7])
  }

  @Test(arguments: 2...12)
  func `A leaf turns the hub if its part of the hub's ties reaches the threshold`(people: Int) {
    let part = 1 / Double(people - 1)
    let reached = cascade(.star(people), part, from: [1])
    #expect(reached.round == [1, 0] + [Int](repeating: 2, count: people - 2))
    if people > 2 { #expect(cascade(.star(people), part * 1.001, from: [1]).turnedCount == 1) }
  }

  /// With k of the n - 1 others turned everyone turns, for every pair of whole numbers: equality is never lost to rounding.
  @Test(arguments: [2, 3, 7, 11, 30, 50])
  func `Starters turn everyone if they are a large enough part of the others`(people: Int) {
    let network = InfluenceMatrix.complete(people)
    for starters in 1..<people {
      let part = Double(starters) / Double(people - 1)
      #expect(cascade(network, part, from: Array(0..<starters)).turnedByRound == [starters, people - starters])
      if part * 1.001 <= 1 {
        #expect(cascade(network, part * 1.001, from: Array(0..<starters)).turnedByRound == [starters])
      }
    }
  }

  // MARK: Directions, weights, layers

  @Test func `Influence goes from the person named to the person who names`() {
    let network = InfluenceMatrix(people: 3, arcs: [(0, 1, 1), (1, 2, 1)])
    #expect(cascade(network, 1, from: [2]).round == [2, 1, 0])
    #expect(cascade(network, 1, from: [0]).round == [0, nil, nil])
  }

  /// Person 0 gives 3/4 of the weight to 1 and 1/4 to 2.
  @Test func `Ties count by weight`() {
    let network = InfluenceMatrix(people: 3, arcs: [(0, 1, 6), (0, 2, 2)])
    #expect(cascade(network, 0.75, from: [1]).round == [1, 0, nil])
    #expect(cascade(network, 0.75, from: [2]).round == [nil, nil, 0])
    #expect(cascade(network, 0.25, from: [2]).round == [1, nil, 0])
  }

  /// Person 0 has layers of shares 3 and 1 with one tie each; person 3 has the second layer alone, which counts in full.
  @Test func `Layers count by their shares`() {
    let society = Society(
      ownScores: [500, 500, 500, 500],
      layers: [
        .undirected("a", people: 4, [(0, 1)]), .directed("b", people: 4, weighted: [(0, 2, 50), (3, 2, 1)]),
      ])
    let network = InfluenceMatrix(society, shares: [3, 1])
    #expect(cascade(network, 0.75, from: [2]).round == [nil, nil, 0, 1])
    #expect(cascade(network, 0.25, from: [2]).round == [1, 2, 0, 1])
    #expect(cascade(network, 0.75, from: [1]).round == [1, 0, nil, nil])
  }

  // MARK: Borders

  @Test func `A threshold of 0 turns people with ties in the first round, and no others`() {
    let answer = cascade(InfluenceMatrix(people: 4, ties: [(0, 1)]), 0, from: [])
    #expect(answer.round == [1, 1, nil, nil])
    #expect(answer.turnedByRound == [0, 2])
  }

  @Test func `People without ties turn only as starters`() {
    #expect(cascade(.untied(3), 0, from: [1]).round == [nil, 0, nil])
  }

  @Test func `Without starters nothing happens above 0`() {
    #expect(cascade(.complete(3), 0.1, from: []) == Cascade(round: [nil, nil, nil], rounds: 0, turnedByRound: [0]))
  }

  @Test func `A threshold of 1 wants everyone, one's own tie included`() {
    let network = InfluenceMatrix(people: 2, arcs: [(0, 0, 1), (0, 1, 1)])
    #expect(cascade(network, 1, from: [1]).round == [nil, 0])
    #expect(cascade(network, 0.5, from: [1]).round == [1, 0])
  }

  /// Watts's vulnerable people: among those with at most 1/theta ties one starter turns all, beyond that none.
  @Test(arguments: [(0.5, true), (0.51, false)])
  func `One starter turns a ring if the threshold is at most one half`(threshold: Double, isGlobal: Bool) {
    let ring = InfluenceMatrix(people: 40, ties: (0..<40).map { ($0, ($0 + 1) % 40) })
    let answer = cascade(ring, threshold, from: [0])
    #expect(answer.turnedCount == (isGlobal ? 40 : 1))
    #expect(answer.rounds == (isGlobal ? 20 : 0))
  }
}
