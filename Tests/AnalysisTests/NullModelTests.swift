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

  /// The numbers of own and public scores that random societies of a kind have.
  private func draws(_ society: Society, _ kind: NullKind, seed: UInt64, threads: Int = 1) throws -> [MeasureRow] {
    try examined(society) { settings in
      settings.seed = seed
      settings.null = kind
      settings.tested = .all
      settings.permutations = .count(7)
      settings.stop = .rounds(3)
      settings.threads = ThreadCount(threads)
    }.measures
  }

  @Test(arguments: NullKind.allCases, [2, 3])
  func `Draws are the same on any number of threads`(kind: NullKind, threads: Int) throws {
    var random = RandomSocieties(21)
    let society = random.society(30, pairs: 60)
    #expect(try draws(society, kind, seed: 5, threads: threads) == draws(society, kind, seed: 5))
  }

  @Test(arguments: NullKind.allCases)
  func `Another seed draws other societies`(kind: NullKind) throws {
    var random = RandomSocieties(21)
    let society = random.society(30, pairs: 60)
    #expect(try draws(society, kind, seed: 5).map(\.expected) != draws(society, kind, seed: 6).map(\.expected))
  }

  @Test(arguments: NullKind.allCases)
  func `Every tested row says what was random, how often and from which seed`(kind: NullKind) throws {
    var random = RandomSocieties(21)
    for row in try draws(random.society(30, pairs: 60), kind, seed: 5) where row.sd != nil {
      #expect(row.null == kind.rawValue && row.seed == 5 && row.draws == 7)
      let z = row.sd == 0 ? nil : try (#require(row.value) - #require(row.expected)) / #require(row.sd)
      #expect(row.z == z)
    }
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

  private func societies(_ society: Society, _ kind: NullKind) throws -> DrawnSocieties {
    let settled = try settled(society)
    let combined = society.combined(shares: settled.choices.shares)
    let groupings = [
      Grouping(by: "circle", partition: Partition(bySize: (0..<society.count).map { $0 % 3 }), names: ["a", "b", "c"])
    ]
    let statistics = SortingStatistics(
      society, shares: settled.choices.shares, combined: combined, groupings: groupings, threads: .one)
    let specimen = Specimen(
      own: society.ownScores, scores: settled.equilibrium.scores, distinct: settled.equilibrium.scores,
      statistics: statistics, combined: combined, divided: groupings)
    return DrawnSocieties(settled: settled, kind: kind, groupings: groupings, specimen: specimen)
  }

  @Test func `A permuted society has the same own scores on other people, and public scores that follow from them`()
    throws
  {
    var random = RandomSocieties(23)
    let society = random.society(30, pairs: 60)
    let societies = try societies(society, .permute)
    var stream = RandomStream(seed: 1, stream: 77)
    let drawn = societies.draw(&stream)
    #expect(drawn.own.sorted() == society.ownScores.sorted() && drawn.own != society.ownScores)
    let model = try societies.settled.linearModel().with(ownScores: drawn.own)
    #expect(drawn.scores == model.equilibrium(SolverSettings(tolerance: 1e-9 * society.scale.width)).scores)
    #expect(drawn.combined.matrix == societies.specimen.combined.matrix)
  }

  @Test func `A permuted society deals the groups that ties are seen by, and leaves those that scores are compared by`()
    throws
  {
    var random = RandomSocieties(23)
    let societies = try societies(random.society(30, pairs: 60), .permute)
    var stream = RandomStream(seed: 1, stream: 77)
    let drawn = societies.draw(&stream)
    let parts = societies.groupings[0].partition
    #expect(drawn.divided[0].partition.sizes == parts.sizes && drawn.divided[0].partition != parts)
    #expect(drawn.statistics.groupings[0].partition == parts)
  }

  @Test
  func `A rewired society has the same own scores, degrees, and groups, other ties, and public scores that follow`()
    throws
  {
    var random = RandomSocieties(24)
    let society = random.society(40, pairs: 90)
    let societies = try societies(society, .rewire)
    var stream = RandomStream(seed: 1, stream: 77)
    let drawn = societies.draw(&stream)
    #expect(drawn.own == society.ownScores && drawn.divided[0].partition == societies.groupings[0].partition)
    #expect(drawn.combined.matrix != societies.specimen.combined.matrix)
    #expect(drawn.scores != societies.specimen.scores)
    for (before, after) in zip(societies.specimen.statistics.frames, drawn.statistics.frames) where !before.isWeighted {
      guard !before.hasTies(of: societies.specimen.statistics.frames[societies.specimen.statistics.frames.count - 1])
      else {
        continue
      }
      #expect(after.outgoing == before.outgoing && after.incoming == before.incoming)
    }
  }

  /// Sources: a degree-preserving draw of a complete graph is that graph, and nothing is compared with itself.
  @Test func `What no draw can change has no test`() throws {
    let complete = TieTable.of(6, pairs: (0..<6).flatMap { one in (one + 1..<6).map { (one, $0) } })
    var random = RandomSocieties(25)
    let society = Society.made(ownScores: random.scores(6), layers: [.made(complete)])
    let rows = try examined(society) { settings in
      settings.null = .rewire
      settings.tested = .all
      settings.permutations = .count(9)
    }.measures
    #expect(rows.allSatisfy { $0.p == nil && $0.sd == nil })
  }
}
