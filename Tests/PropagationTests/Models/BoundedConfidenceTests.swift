import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// The classical model, among everyone.
struct BoundedConfidenceTests {
  private let settings = SolverSettings(tolerance: 1e-9)

  private func model(_ scores: [Double], _ confidence: Double) -> BoundedConfidence {
    BoundedConfidence(
      network: .untied(scores.count), ownScores: scores, confidence: confidence, partners: .everyone)
  }

  /// 0 and 10 trust each other; 25 trusts neither.
  @Test func `People within epsilon meet in the middle, others stay`() {
    let answer = model([0, 10, 25], 10).opinions(settings)
    #expect(answer.scores == [5, 5, 25])
    #expect(answer.rounds == 2)
    #expect(answer.change == 0)
    #expect(answer.isSettled)
  }

  @Test func `All move at once, from the scores of the round before`() {
    let answer = model([0, 10, 20], 10).opinions(SolverSettings(tolerance: 1e-9, maximumRounds: 1))
    #expect(answer.scores == [5, 10, 15])
    #expect(answer.previousScores == [0, 10, 20])
    #expect(answer.change == 5)
    #expect(!answer.isSettled)
  }

  /// In round 1 the ends, 20 apart, come within 10 of each other; in round 2 nothing about trust changes.
  @Test(arguments: Partners.allCases)
  func `A small change does not settle scores while who trusts whom changes`(partners: Partners) {
    func rounds(_ scores: [Double]) -> Int {
      BoundedConfidence(
        network: .complete(scores.count), ownScores: scores, confidence: 10, partners: partners
      ).opinions(SolverSettings(tolerance: 1000)).rounds
    }
    #expect(rounds([0, 10, 20]) == 2)
    #expect(rounds([0, 10]) == 1)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `An epsilon of 0 changes nothing`(seed: UInt64) {
    let scores = Self.scores(seed)
    let answer = model(scores, 0).opinions(settings)
    #expect(answer.scores == scores)
    #expect(answer.rounds == 1)
    #expect(answer.isSettled)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `An epsilon as wide as the scores brings everyone to the mean in one round`(seed: UInt64) throws {
    let scores = Self.scores(seed)
    let width = try #require(scores.max()) - (try #require(scores.min()))
    let answer = model(scores, width).opinions(SolverSettings(tolerance: 1e-9, maximumRounds: 1))
    #expect(Set(answer.scores).count == 1)
    #expect((answer.scores[0] - scores.compensatedMean).magnitude <= 1e-12)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Every round is that of a plain loop over all pairs`(seed: UInt64) {
    let scores = Self.scores(seed)
    let confidence = 20 + 10 * Double(seed)
    var expected = scores
    for rounds in 1...6 {
      expected = expected.map { own in
        let trusted = expected.filter { ($0 - own).magnitude <= confidence + 1e-9 }
        return trusted.reduce(0, +) / Double(trusted.count)
      }
      let answer = model(scores, confidence).opinions(SolverSettings(tolerance: 1e-300, maximumRounds: rounds))
      #expect(distance(answer.scores, expected) <= 1e-10)
    }
  }

  /// A window holds about three people; sums over all 20,000 reach 1e7, where a double ends at 2e-9.
  @Test func `A mean of few among many loses no digits`() {
    var random = RandomStream(seed: 1, stream: 27)
    let scores = (0..<20_000).map { _ in 350 + 600 * random.uniform() }.risingNumbers
    let answer = model(scores, 0.05).opinions(SolverSettings(tolerance: 1e-9, maximumRounds: 1)).scores
    for (place, score) in scores.enumerated() {
      let window = scores[max(0, place - 50)..<min(scores.count, place + 50)].filter { ($0 - score).magnitude <= 0.05 }
      let mean = score + window.lazy.map { $0 - score }.compensatedMean
      #expect((answer[place] - mean).magnitude <= 2.3e-13)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Nobody overtakes anybody, and equal scores stay equal`(seed: UInt64) {
    let scores = Self.scores(seed)
    let order = scores.risingOrder().map(Int.init)
    for rounds in 1...4 {
      let answer = model(scores, 30).opinions(SolverSettings(tolerance: 1e-9, maximumRounds: rounds)).scores
      for (low, high) in zip(order, order.dropFirst()) {
        #expect(answer[low] <= answer[high])
        if scores[low] == scores[high] { #expect(answer[low] == answer[high]) }
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Clusters of settled scores are points further apart than epsilon`(seed: UInt64) {
    let confidence = 10 + 5 * Double(seed)
    let model = model(Self.scores(seed), confidence)
    let answer = model.opinions(settings)
    let clusters = model.clusters(of: answer.scores)
    #expect(answer.isSettled)
    #expect(answer.scores == clusters.partition.parts.map { clusters.means[$0 - 1] })
    let means = clusters.means.sorted()
    #expect(zip(means, means.dropFirst()).allSatisfy { $1 - $0 > confidence })
  }

  /// Scores that are used twice, and some that nobody shares.
  private static func scores(_ seed: UInt64) -> [Double] {
    var random = RandomStream(seed: seed, stream: 20)
    let scores = (0..<30).map { _ in 350 + 600 * random.uniform() }
    return scores + scores.prefix(10)
  }
}
