import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// Hegselmann-Krause where people listen to their ties only.
struct BoundedConfidenceTiesTests {
  private let once = SolverSettings(tolerance: 1e-9, maximumRounds: 1)

  private func model(_ network: InfluenceMatrix, _ scores: [Double], _ confidence: Double) -> BoundedConfidence {
    BoundedConfidence(network: network, ownScores: scores, confidence: confidence, partners: .ties)
  }

  /// Person 1 trusts 0, 10 away, and not 2, 30 away: (1/2 * 10 + 1/2 * 0) / (1/2 + 1/2) = 5.
  ///
  /// Person 3 has no ties.
  @Test func `Oneself weighs as one average tie, and ties beyond epsilon weigh nothing`() {
    let answer = model(InfluenceMatrix(people: 4, ties: [(0, 1), (1, 2)]), [0, 10, 40, 10], 10).opinions(once)
    #expect(answer.scores == [5, 5, 40, 10])
  }

  /// W_01 = 3/4, W_02 = 1/4, own weight 1/2: (0.5 * 0 + 0.75 * 8 + 0.25 * 4) / 1.5 = 14/3.
  @Test func `Ties weigh as in the influence matrix, and arcs work one way`() {
    let answer = model(InfluenceMatrix(people: 3, arcs: [(0, 1, 6), (0, 2, 2)]), [0, 8, 4], 10).opinions(once)
    #expect(distance(answer.scores, [14.0 / 3, 8, 4]) <= 1e-14)
  }

  /// Layers of shares 3 and 1: W_01 = 3/4, W_02 = 1/4, two arcs; the third layer has no share, so person 3 has no say.
  @Test func `Layers are mixed, and a layer without a share plays no part`() {
    let society = Society(
      ownScores: [0, 8, 4, 6],
      layers: [
        .directed("a", people: 4, weighted: [(0, 1, 5)]), .directed("b", people: 4, weighted: [(0, 2, 900)]),
        .directed("c", people: 4, weighted: [(0, 3, 1), (3, 0, 1)]),
      ])
    let answer = model(InfluenceMatrix(society, shares: [3, 1, 0]), society.ownScores, 10).opinions(once)
    #expect(distance(answer.scores, [14.0 / 3, 8, 4, 6]) <= 1e-14)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Every round is that of a plain loop over a full matrix`(seed: UInt64) {
    let random = RandomModel(seed: seed, .mixed)
    let confidence = 20 + 10 * Double(seed)
    let degrees = (0..<random.society.count).map { person in
      random.society.layers.reduce(0) { $0 + $1.ties.degree(of: person) }
    }
    var expected = random.society.ownScores
    for rounds in 1...5 {
      let scores = expected
      for person in scores.indices where degrees[person] > 0 {
        var weights = 1 / Double(degrees[person])
        var sum = weights * scores[person]
        for (other, weight) in random.dense.matrix.rows[person].enumerated()
        where (scores[other] - scores[person]).magnitude <= confidence + 1e-9 {
          weights += weight.value
          sum += weight.value * scores[other]
        }
        expected[person] = sum / weights
      }
      let answer = model(random.model.network, random.society.ownScores, confidence)
        .opinions(SolverSettings(tolerance: 1e-300, maximumRounds: rounds))
      #expect(distance(answer.scores, expected) <= 1e-9)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `An epsilon of 0 changes nothing, and people without ties keep their score`(seed: UInt64) {
    let random = RandomModel(seed: seed, .mixed)
    let own = random.society.ownScores
    #expect(model(random.model.network, own, 0).opinions(SolverSettings(tolerance: 1e-9)).scores == own)
    let answer = model(random.model.network, own, 1000)
      .opinions(SolverSettings(tolerance: 1e-6, maximumRounds: 20)).scores
    for (person, isTied) in random.model.network.isTied.enumerated() where !isTied {
      #expect(answer[person] == own[person])
    }
  }

  @Test func `Answers are the same bits for any number of threads`() {
    let society = RandomSociety.large(seed: 1, people: 20_000, tiesPerPerson: 4)
    let model = model(InfluenceMatrix(society, shares: [1]), society.ownScores, 80)
    #expect(model.network.blocks.count > 2)
    let one = model.opinions(SolverSettings(tolerance: 1e-9, maximumRounds: 10))
    let two = model.opinions(SolverSettings(tolerance: 1e-9, maximumRounds: 10, threads: ThreadCount(2)))
    #expect(one.scores == two.scores)
    #expect(one.change == two.change)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `Ties inside a settled cluster agree, and ties between clusters are longer than epsilon`(seed: UInt64) {
    let society = RandomSociety.large(seed: seed, people: 120, tiesPerPerson: 3)
    let model = model(InfluenceMatrix(society, shares: [1]), society.ownScores, 100)
    let answer = model.opinions(SolverSettings(tolerance: 1e-9))
    #expect(answer.isSettled)
    let parts = model.clusters(of: answer.scores).partition.parts
    for person in answer.scores.indices {
      model.network.forEachInfluence(on: person) { other in
        let gap = (answer.scores[person] - answer.scores[other]).magnitude
        #expect(parts[person] == parts[other] ? gap <= 1e-5 : gap > 100)
      }
    }
  }
}
