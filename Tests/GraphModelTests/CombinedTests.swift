import Compute
import GraphModel
import Testing

struct CombinedTests {
  /// Friendships 0-1 (100) and 1-2 (300) in one unit, a directed layer 0 -> 2 (0.5) in another; shares 1/4 and 3/4.
  ///
  /// By hand: sum A_1 = 800, so C_01 = 1/4 * (100 + 100) / 1600 = 1/32 and C_12 = 3/32; sum A_2 = 1/2, so
  /// C_02 = C_20 = 3/4 * 0.5 / 1 = 3/8.
  @Test func `two layers of different units combine by their shares`() {
    let friends = TieTable(people: 3, [Arc(0, 1, 100), Arc(1, 0, 100), Arc(1, 2, 300), Arc(2, 1, 300)])
    let society = Self.society(people: 3, [friends, TieTable(people: 3, [Arc(0, 2, 0.5)])])
    let expected = [
      Arc(0, 1, 1 / 32), Arc(0, 2, 3 / 8), Arc(1, 0, 1 / 32), Arc(1, 2, 3 / 32), Arc(2, 0, 3 / 8), Arc(2, 1, 3 / 32),
    ]
    #expect(society.combined(shares: [0.25, 0.75]).allArcs == expected)
  }

  @Test func `a layer of share 0 adds nothing`() {
    let society = Self.society(people: 3, [TieTable(people: 3, [Arc(0, 1, 1)]), TieTable(people: 3, [Arc(1, 2, 1)])])
    #expect(society.combined(shares: [1, 0]).allArcs == [Arc(0, 1, 0.5), Arc(1, 0, 0.5)])
  }

  @Test func `a tie to oneself counts with the whole of its weight`() {
    let society = Self.society(people: 2, [TieTable(people: 2, [Arc(0, 0, 2), Arc(0, 1, 1), Arc(1, 0, 1)])])
    #expect(society.combined(shares: [1]).allArcs == [Arc(0, 0, 0.5), Arc(0, 1, 0.25), Arc(1, 0, 0.25)])
  }

  @Test func `layers without any ties combine to nothing`() {
    let empty = TieTable(personCount: 2, arcs: ArcList())
    #expect(Self.society(people: 2, [empty, empty]).combined(shares: [0.5, 0.5]).arcCount == 0)
  }

  @Test func `the weights add up to 1 where one layer has no ties`() {
    let society = Self.society(
      people: 2, [TieTable(people: 2, [Arc(0, 1, 1)]), TieTable(personCount: 2, arcs: ArcList())])
    #expect(abs(society.combined(shares: [0.5, 0.5]).totalWeight - 1) <= 1e-15)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the weights add up to 1`(seed: UInt64) {
    let combined = Self.random(seed: seed).combined(shares: [0.2, 0.3, 0.5])
    #expect(abs(combined.totalWeight - 1) <= 1e-14)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the combined graph is symmetric to the last bit`(seed: UInt64) {
    let combined = Self.random(seed: seed).combined(shares: [0.2, 0.3, 0.5])
    #expect(combined.transposed.allArcs == combined.allArcs)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `another unit in one layer changes nothing`(seed: UInt64) {
    let tables = (0..<2).map { RandomTies.directed(seed: 10 * seed + $0) }
    let scaled = TieTable(people: 30, tables[1].allArcs.map { Arc($0.source, $0.target, $0.weight * 1024) })
    let one = Self.society(people: 30, tables).combined(shares: [0.3, 0.7])
    let other = Self.society(people: 30, [tables[0], scaled]).combined(shares: [0.3, 0.7])
    #expect(one.allArcs == other.allArcs)
  }

  @Test func `layers have equal shares where nobody says otherwise`() {
    let third: Double = 1 / 3
    #expect(Self.random(seed: 1).layerShares() == [third, third, third])
  }

  @Test func `a society's own shares are brought to a sum of 1, and a layer it says nothing of counts 1`() {
    let table = TieTable(people: 2, [Arc(0, 1, 1)])
    #expect(Self.society(people: 2, [table, table], shares: [3, nil]).layerShares() == [0.75, 0.25])
  }

  @Test func `given shares go before the society's own, and layers not named count 0`() {
    let table = TieTable(people: 2, [Arc(0, 1, 1)])
    let society = Self.society(people: 2, [table, table], shares: [3, 1])
    #expect(society.layerShares(["layer1": 5]) == [0, 1])
  }

  @Test func `shares that are all 0 trap`() async {
    await #expect(processExitsWith: .failure) {
      _ = CombinedTests.random(seed: 1).layerShares(["layer0": 0])
    }
  }

  private static func random(seed: UInt64) -> Society {
    society(
      people: 30,
      [
        RandomTies.directed(seed: 3 * seed), RandomTies.symmetric(seed: 3 * seed + 1),
        RandomTies.directed(seed: 3 * seed + 2, count: 20),
      ])
  }

  private static func society(people: Int, _ tables: [TieTable], shares: [Double?]? = nil) -> Society {
    let layers = tables.enumerated().map { number, ties in
      Layer(
        name: "layer\(number)", kind: .friendship, isDirected: true, isWeighted: true, ties: ties,
        share: shares?[number])
    }
    return Society(
      name: "test", people: People(ids: (0..<people).map { "\($0)" }), scale: .unit,
      ownScores: [Double](repeating: 0.5, count: people), layers: layers)
  }
}
