import Compute
import GraphModel
import Testing

@testable import Analysis

struct LocalMoranTests {
  private func local(
    _ scores: [Double], _ ties: TieTable, isWeighted: Bool = true, draws: Int = 99, seed: UInt64 = 1
  )
    -> LocalMoran
  {
    LocalMoran(scores, on: TieFrame(ties, isWeighted: isWeighted), draws: draws, seed: seed)
  }

  /// Two triangles joined by a tie, one of high and one of low scores: z are +-1 and m2 is 1.
  @Test func `In two triangles of equal scores the index is the share of the network on one's own side`() throws {
    let ties = TieTable.of(6, pairs: [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)])
    let found = local([1, 1, 1, -1, -1, -1], ties, isWeighted: false)
    #expect(found.values.count { $0 != nil } == 6)
    for (value, expected) in zip(found.values.compactMap { $0 }, [1, 1, 1.0 / 3, 1.0 / 3, 1, 1]) {
      #expect(isClose(value, expected))
    }
  }

  @Test(arguments: 0..<20)
  func `The mean of the local indices is Moran's I`(seed: Int) throws {
    var random = RandomSocieties(seed)
    let ties = random.ties(25, pairs: 50, isDirected: seed % 2 == 1, hasSelfTies: seed % 3 == 0)
    let scores = random.scores(25)
    let frame = TieFrame(ties, isWeighted: true)
    let values = LocalMoran(scores, on: frame, draws: 1, seed: 1).values.compactMap { $0 }
    let global = try #require(TieStatistics(scores, on: frame).moran)
    #expect(isClose(values.compensatedMean, global, relative: 1e-12))
    #expect(values.count == frame.rowCount)
  }

  /// The same test by the textbook: for each person, deal the others' scores to the ties, one person after another.
  @Test(arguments: [true, false], 0..<4)
  func `p agrees with dealing out everyone else's scores for each person`(isWeighted: Bool, seed: Int) throws {
    var random = RandomSocieties(40 + seed)
    let ties = random.ties(20, pairs: 40, isDirected: seed == 3, hasSelfTies: seed == 2)
    let scores = random.scores(20)
    let frame = TieFrame(ties, isWeighted: isWeighted)
    let draws = 4_000
    let found = LocalMoran(scores, on: frame, draws: draws, seed: 7)
    let mean = frame.tied.map { scores[$0] }.compensatedMean
    for person in frame.tied where frame.outgoing[person] > 0 {
      var others: [Int] = []
      var held = 0.0
      var weights: [Double] = []
      ties.forEachTie(of: person) { neighbor, weight in
        let weight = isWeighted ? weight : 1
        if neighbor == person { held += weight * (scores[person] - mean) } else { weights.append(weight) }
      }
      others = frame.tied.filter { $0 != person }
      var observed = held
      ties.forEachTie(of: person) { neighbor, weight in
        if neighbor != person { observed += (isWeighted ? weight : 1) * (scores[neighbor] - mean) }
      }
      var stream = RandomStream(seed: 3, stream: 920, index: UInt64(person))
      var above = 0
      var below = 0
      for _ in 0..<draws {
        stream.shuffle(&others)
        let drawn = held + zip(weights, others).reduce(0) { $0 + $1.0 * (scores[$1.1] - mean) }
        if drawn >= observed - 1e-9 { above += 1 }
        if drawn <= observed + 1e-9 { below += 1 }
      }
      let p = min(1, 2 * Double(1 + min(above, below)) / Double(1 + draws))
      // Two estimates of one p from 4,000 draws each, doubled: a standard error of at most 0.023 for their difference.
      #expect(abs(try #require(found.p[person]) - p) < 0.1)
    }
  }

  /// Everybody is tied to all others: whatever is dealt, the network is the same, and nobody is more than chance.
  @Test func `In a complete graph every p is 1`() {
    let complete = TieTable.of(7, pairs: (0..<7).flatMap { one in (one + 1..<7).map { (one, $0) } })
    var random = RandomSocieties(50)
    #expect(local(random.scores(7), complete, isWeighted: false).p == [Double?](repeating: 1, count: 7))
  }

  /// Two circles of thirty, each tied inside only.
  @Test func `Circles of high and of low scores are hot and cold spots, and a stranger in each is told apart`() throws {
    var pairs: [(Int, Int)] = []
    for circle in 0..<2 {
      for one in 0..<30 { for step in 1...4 { pairs.append((30 * circle + one, 30 * circle + (one + step) % 30)) } }
    }
    var random = RandomSocieties(51)
    var scores = random.scores(30, in: 800...950) + random.scores(30, in: 350...500)
    scores[5] = 360
    scores[40] = 940
    let found = local(scores, .of(60, pairs: pairs), isWeighted: false, draws: 999)
    #expect(found.spots[5] == .lowAmongHigh && found.spots[40] == .highAmongLow)
    #expect(found.spots[15..<30].allSatisfy { $0 == .hot } && found.spots[50..<60].allSatisfy { $0 == .cold })
  }

  @Test func `People without ties, and everyone without spread, have no index`() {
    let found = local([1, 2, 3], .of(3, pairs: [(0, 1)]))
    #expect(found.values[2] == nil && found.p[2] == nil && found.q[2] == nil && found.spots[2] == nil)
    let flat = local([5, 5, 5], .of(3, pairs: [(0, 1)]))
    #expect(flat.values == [nil, nil, nil] && flat.p == [nil, nil, nil])
  }

  /// Source: Benjamini and Hochberg 1995, table of 15 p-values, section 3.3; adjusted values by R's
  /// `p.adjust(p, "BH")`: the first four are at most 0.05, the fifth is not.
  @Test func `Adjusted p name the four of the example of Benjamini and Hochberg`() throws {
    let p: [Double?] = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
      1.000,
    ]
    let q = LocalMoran.adjusted(p).compactMap { $0 }
    #expect(q.count { $0 <= 0.05 } == 4)
    #expect(isClose(q[0], 0.0015) && isClose(q[1], 0.003) && isClose(q[2], 0.0095) && isClose(q[3], 0.035625))
    #expect(isClose(q[4], 0.0603) && isClose(q[14], 1))
  }

  @Test func `Missing p stay missing and do not count`() {
    #expect(LocalMoran.adjusted([nil, 0.02, nil, 0.5]) == [nil, 0.04, nil, 0.5])
  }

  @Test(arguments: [2, 3])
  func `Draws are the same on any number of threads`(threads: Int) {
    var random = RandomSocieties(52)
    let ties = random.ties(3_000, pairs: 30_000)
    let scores = random.scores(3_000)
    let frame = TieFrame(ties, isWeighted: true)
    let one = LocalMoran(scores, on: frame, draws: 40, seed: 1)
    let more = LocalMoran(scores, on: frame, draws: 40, seed: 1, threads: ThreadCount(threads))
    #expect(one.p == more.p && one.values == more.values)
    #expect(one.p != LocalMoran(scores, on: frame, draws: 40, seed: 2).p)
  }
}
