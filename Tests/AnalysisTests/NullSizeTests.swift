import Compute
import GraphModel
import Propagation
import Testing

@testable import Analysis

/// How often the tests reject when there is nothing to find: own scores have nothing to do with ties.
///
/// With 39 draws `p <= 0.05` has a chance of exactly 2/40 one-sided for a number without ties, so over 300 independent
/// societies the rejections are binomial with mean 15 and standard deviation 3.8. They lie in 3...31 but for a chance of
/// 1 in 12,000 a seed (both tails; computed with scipy's `binom`).
struct NullSizeTests {
  private static let societies = 300
  private static let bounds = 3...31

  /// One society of 24 people, 40 ties and scores drawn independently of them.
  private static func findings(_ index: Int) throws -> Examination {
    var random = RandomSocieties(1000 + index)
    let society = Society.made(
      ownScores: random.scores(24), layers: [.made(random.ties(24, pairs: 40, isWeighted: false))])
    return try examined(society) { settings in
      settings.seed = UInt64(index)
      settings.permutations = .count(39)
      settings.stop = .rounds(8)
    }
  }

  private static let examinations = Result {
    try (0..<societies).map { try findings($0) }
  }

  private func rejections(_ measure: String, on: String = "", by: String = "") throws -> Int {
    try Self.examinations.get().count { examination in
      let row = examination.measures.first {
        $0.measure == measure && $0.of == "public_score" && $0.on == on && $0.by == by
      }
      return (row?.pHigh ?? 1) <= 0.05
    }
  }

  @Test func `Moran's I of public scores rejects in about 5 of 100 societies without sorting`() throws {
    #expect(Self.bounds.contains(try rejections("moran_i", on: "friendship")))
  }

  @Test func `The share between communities rejects in about 5 of 100 societies without sorting`() throws {
    #expect(Self.bounds.contains(try rejections("variance_between_share", by: "community")))
  }

  /// Why own scores are dealt out and propagated again: public scores of neighbours are alike without any sorting, and a
  /// test that deals out public scores themselves calls that a finding: in 161 of these 300 societies (susceptibility 0.5),
  /// where a sound test does in about 15.
  @Test func `Dealing out public scores themselves would reject in a third of societies without sorting`() throws {
    var rejections = 0
    for (index, examination) in try Self.examinations.get().enumerated() {
      let scores = examination.equilibrium.scores
      let frame = TieFrame(examination.society.layers[0].ties, isWeighted: false)
      let observed = try #require(TieStatistics(scores, on: frame).moran)
      let draws = (0..<39).compactMap { draw -> Double? in
        var stream = RandomStream(seed: UInt64(index), stream: 901, index: UInt64(draw))
        return TieStatistics(stream.permutation(of: scores.count).map { scores[$0] }, on: frame).moran
      }
      if let comparison = NullComparison(observed, draws), comparison.high <= 0.05 { rejections += 1 }
    }
    #expect(rejections > Self.societies / 3)
  }
}
