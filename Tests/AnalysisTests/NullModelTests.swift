import Compute
import GraphModel
import Propagation
import Testing

@testable import Analysis

struct NullModelTests {
  @Test func `The observed number counts among the draws`() throws {
    let comparison = try #require(NullComparison(5, [1, 2, 3, 4]))
    #expect(comparison.high == 0.2 && comparison.low == 1)
  }

  @Test func `Draws equal to the observed number count on both sides`() throws {
    let comparison = try #require(NullComparison(3, [1, 3, 3, 4]))
    #expect(comparison.high == 0.8 && comparison.low == 0.8)
  }

  @Test func `A draw that differs by rounding counts as equal`() throws {
    let comparison = try #require(NullComparison(3, [1, 3 - 1e-12, 3 + 1e-12, 4]))
    #expect(comparison.high == 0.8 && comparison.low == 0.8)
  }

  @Test func `A two-sided p is at most 1`() throws {
    #expect(try #require(NullComparison(3, [3, 3, 3])).twoSided == 1)
  }

  @Test func `The expectation is the mean of the draws, and the deviation is divided by draws - 1`() throws {
    let comparison = try #require(NullComparison(0, [1, 2, 3, 6]))
    #expect(comparison.expected == 3 && isClose(comparison.deviation, (14.0 / 3).squareRoot()))
  }

  @Test func `One draw is no comparison`() {
    #expect(NullComparison(3, [1]) == nil)
  }

  /// Source: standard normal table, 1 - Phi(1.959963984540054) = 0.025.
  @Test func `A number 1.96 deviations out has a two-sided p of 5%`() {
    let comparison = NullComparison(10 + 1.959963984540054 * 2, expected: 10, deviation: 2)
    #expect(isClose(comparison.high, 0.025, relative: 1e-12) && isClose(comparison.twoSided, 0.05, relative: 1e-12))
  }

  private func distributions(_ society: Society, seed: UInt64, threads: Int) -> [[Double]] {
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [0.5, 0.5]), ownScores: society.ownScores,
      susceptibility: [Double](repeating: 0.5, count: society.count))
    let statistics = SortingStatistics(
      frames: [TieFrame(society.layers[0].ties, isWeighted: true)],
      grounds: [.init(on: "friendship", isWeighted: true, frame: 0)], groupings: [])
    let null = NullModel(model: model, ownScores: society.ownScores, anchors: { $0 }, seed: seed, draws: 7)
    return null.distributions(statistics, threads: ThreadCount(threads)) {
      $0.rounds(3, SolverSettings(tolerance: 1)).scores
    }.public
  }

  @Test(arguments: [2, 3])
  func `Draws are the same on any number of threads`(threads: Int) {
    var random = RandomSocieties(21)
    let society = random.society(30, pairs: 60)
    #expect(
      distributions(society, seed: 5, threads: threads) == distributions(society, seed: 5, threads: 1))
  }

  @Test func `Another seed draws other societies`() {
    var random = RandomSocieties(21)
    let society = random.society(30, pairs: 60)
    #expect(distributions(society, seed: 5, threads: 1) != distributions(society, seed: 6, threads: 1))
  }

  /// Both p are estimates from 400 draws of one number near 0.5 at worst: each is within 0.025 (one standard error), so
  /// their distance within 0.0354; 0.18 is five of those.
  @Test func `Another seed moves p only within chance`() throws {
    var random = RandomSocieties(22)
    let society = random.society(30, pairs: 60)
    func p(_ seed: UInt64) throws -> Double {
      let row = try examined(society) { settings in
        settings.seed = seed
        settings.permutations = .count(400)
        settings.stop = .rounds(3)
        settings.findsCommunities = false
      }.findings().measure("moran_i", of: "public_score", on: "friendship", weighted: true)
      return try #require(row?.pHigh)
    }
    #expect(abs(try p(1) - p(2)) < 0.18)
  }

  @Test func `A draw deals the own scores that there are`() {
    var random = RandomSocieties(23)
    let society = random.society(30, pairs: 60)
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1, 0]), ownScores: society.ownScores,
      susceptibility: [Double](repeating: 0.5, count: society.count))
    let statistics = SortingStatistics(frames: [], grounds: [], groupings: [])
    let expected = society.ownScores.sorted()
    let null = NullModel(model: model, ownScores: society.ownScores, anchors: { $0 }, seed: 1, draws: 5)
    _ = null.distributions(statistics, threads: .one) { dealt in
      #expect(dealt.ownScores.sorted() == expected && dealt.ownScores != society.ownScores)
      return dealt.ownScores
    }
  }
}
