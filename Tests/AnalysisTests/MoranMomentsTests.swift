import Compute
import GraphModel
import Testing

@testable import Analysis

struct MoranMomentsTests {
  private func moments(on ties: TieTable) -> MoranMoments { MoranMoments(TieFrame(ties, isWeighted: true)) }

  // MARK: Oracles

  /// Source: reference numbers, `small.json`, measures_wealth_marriage, esda (VI_rand 0.03573296940813483).
  @Test func `Wealth over Florentine marriages has esda's standard deviation of Moran's I`() throws {
    let frame = TieFrame(Florentine.marriage, isWeighted: false)
    let null = try #require(MoranMoments(frame).moran(Florentine.wealth, tied: frame.tied))
    #expect(isClose(null.deviation * null.deviation, 0.03573296940813483))
  }

  /// Source: reference numbers, `small.json`, measures_wealth_business, esda (VI_rand 0.04015143477157303).
  @Test func `Wealth over Florentine business has esda's standard deviation of Moran's I`() throws {
    let frame = TieFrame(Florentine.business, isWeighted: false)
    let null = try #require(MoranMoments(frame).moran(Florentine.wealth, tied: frame.tied))
    #expect(isClose(null.deviation * null.deviation, 0.04015143477157303))
  }

  /// Source: reference numbers, `small.json`, measures_wealth_business, EI.
  @Test func `Moran's I is expected at -1 / (n - 1), over people with ties`() throws {
    let frame = TieFrame(Florentine.business, isWeighted: false)
    let null = try #require(MoranMoments(frame).moran(Florentine.wealth, tied: frame.tied))
    #expect(isClose(null.expected, -0.1))
  }

  /// Source: reference numbers, `small.json`, measures_wealth_marriage, S0, S1, S2.
  @Test func `The sums of the row-standardised weights are esda's`() {
    let sums = MoranMoments(TieFrame(Florentine.marriage, isWeighted: false))
    #expect(isClose(sums.s0, 15) && isClose(sums.s1, 13) && isClose(sums.s2, 67.68055555555556))
  }

  @Test(arguments: [true, false])
  func `The short way to S1 of symmetric ties gives what the general way gives`(isWeighted: Bool) {
    for index in 0..<20 {
      var random = RandomSocieties(index)
      let ties = random.ties(20, pairs: 50)
      let short = MoranMoments(TieFrame(ties, isWeighted: isWeighted, isSymmetric: true)).s1
      #expect(isClose(short, MoranMoments(TieFrame(ties, isWeighted: isWeighted)).s1, relative: 1e-14))
    }
  }

  // MARK: Every order

  /// Seven people: a directed weighted table in which one person has no row, and one undirected with two components.
  private static let tables: [TieTable] = [
    .of(
      7,
      arcs: [
        (0, 1, 2), (0, 3, 1), (1, 2, 1), (2, 0, 0.5), (3, 4, 1), (3, 6, 3), (4, 5, 1), (5, 3, 2), (5, 0, 1), (1, 6, 4),
      ]),
    .of(7, pairs: [(0, 1), (1, 2), (2, 0), (2, 3), (4, 5), (5, 6)]),
  ]
  private static let scores = [1.0, 1, 4, 9, 11, 20, 50]

  /// Dealing the scores out in all 5040 ways is the null model itself; the formulas must hit its moments exactly.
  @Test(arguments: tables)
  func `The moments of Moran's I are those over all orders of the scores`(ties: TieTable) throws {
    let frame = TieFrame(ties, isWeighted: true)
    let exact = AnalysisTests.moments(
      allOrders(7).compactMap { order in TieStatistics(order.map { Self.scores[$0] }, on: frame).moran })
    let null = try #require(MoranMoments(frame).moran(Self.scores, tied: frame.tied))
    #expect(isClose(null.expected, exact.mean) && isClose(null.deviation, exact.deviation))
  }

  @Test(arguments: tables)
  func `The moments of Geary's C are those over all orders of the scores`(ties: TieTable) throws {
    let frame = TieFrame(ties, isWeighted: true)
    let exact = AnalysisTests.moments(
      allOrders(7).compactMap { order in TieStatistics(order.map { Self.scores[$0] }, on: frame).geary })
    let null = try #require(MoranMoments(frame).geary(Self.scores, tied: frame.tied))
    #expect(isClose(null.expected, exact.mean) && isClose(null.deviation, exact.deviation))
  }

  /// A self-tie compares a score with itself, so -1 / (n - 1) is not what chance gives.
  ///
  /// The formulas for tables without self-ties must say nothing, or be the truth.
  @Test func `With self-ties Moran's I has no wrong moments`() {
    let ties = TieTable.of(
      7,
      arcs: [
        (0, 0, 3), (0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 1, 1), (2, 2, 1), (3, 4, 1), (4, 3, 1), (4, 5, 1), (5, 4, 1),
        (5, 6, 1), (6, 5, 1),
      ])
    let frame = TieFrame(ties, isWeighted: true)
    let exact = AnalysisTests.moments(
      allOrders(7).compactMap { order in TieStatistics(order.map { Self.scores[$0] }, on: frame).moran })
    let null = MoranMoments(frame).moran(Self.scores, tied: frame.tied)
    #expect(null == nil || isClose(null?.expected, exact.mean))
  }

  @Test func `With self-ties Geary's C has no wrong moments`() {
    let ties = TieTable.of(
      7,
      arcs: [
        (0, 0, 3), (0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 1, 1), (2, 2, 1), (3, 4, 1), (4, 3, 1), (4, 5, 1), (5, 4, 1),
        (5, 6, 1), (6, 5, 1),
      ])
    let frame = TieFrame(ties, isWeighted: true)
    let exact = AnalysisTests.moments(
      allOrders(7).compactMap { order in TieStatistics(order.map { Self.scores[$0] }, on: frame).geary })
    let null = MoranMoments(frame).geary(Self.scores, tied: frame.tied)
    #expect(null == nil || isClose(null?.expected, exact.mean))
  }

  // MARK: Random orders

  /// 4000 draws put the standard deviation within 1.1% (one standard error for a normal law, `1 / sqrt(2 * 3999)`); 6% is
  /// more than five of them: a false failure in about 10^7 seeds.
  @Test(arguments: [false, true])
  func `The standard deviations are those of random orders on a larger graph`(isDirected: Bool) throws {
    var random = RandomSocieties(isDirected ? 7 : 8)
    let ties = random.ties(40, pairs: 80, isDirected: isDirected)
    let scores = random.scores(40)
    let frame = TieFrame(ties, isWeighted: true)
    let members = frame.tied
    var moran: [Double] = []
    var geary: [Double] = []
    for _ in 0..<4000 {
      let order = random.permutation(of: members.count)
      var dealt = scores
      for (position, person) in members.enumerated() { dealt[person] = scores[members[order[position]]] }
      let value = TieStatistics(dealt, on: frame)
      moran.append(try #require(value.moran))
      geary.append(try #require(value.geary))
    }
    let sums = MoranMoments(frame)
    let moranNull = try #require(sums.moran(scores, tied: members))
    let gearyNull = try #require(sums.geary(scores, tied: members))
    #expect(isClose(AnalysisTests.moments(moran).deviation, moranNull.deviation, relative: 0.06))
    #expect(isClose(AnalysisTests.moments(geary).deviation, gearyNull.deviation, relative: 0.06))
  }

  // MARK: Undefined

  @Test func `Three people are too few`() {
    let frame = TieFrame(.of(3, pairs: [(0, 1), (1, 2)]), isWeighted: true)
    #expect(MoranMoments(frame).moran([1, 2, 4], tied: frame.tied) == nil)
  }

  @Test func `Equal scores have no moments`() {
    let frame = TieFrame(.of(5, pairs: [(0, 1), (1, 2), (2, 3), (3, 4)]), isWeighted: true)
    #expect(MoranMoments(frame).geary([2, 2, 2, 2, 2], tied: frame.tied) == nil)
  }

  /// On a complete graph every order gives the same I, so there is nothing to compare with.
  @Test func `A complete graph has no moments`() {
    let pairs = (0..<5).flatMap { one in (0..<one).map { (one, $0) } }
    let frame = TieFrame(.of(5, pairs: pairs), isWeighted: true)
    #expect(MoranMoments(frame).moran([1, 2, 4, 8, 16], tied: frame.tied) == nil)
  }
}
