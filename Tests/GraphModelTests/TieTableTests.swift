import Compute
import GraphModel
import Testing

struct TieTableTests {
  /// A path 0 - 1 - 2 with weights 2 and 3, a self-tie of 4 at 1, and nobody at 3.
  private static let path = TieTable(
    people: 4, [Arc(0, 1, 2), Arc(1, 0, 2), Arc(1, 1, 4), Arc(1, 2, 3), Arc(2, 1, 3)])

  @Test func `strengths are the sums of the rows`() {
    #expect(Self.path.strengths == [2, 9, 3, 0])
  }

  @Test func `degrees are the lengths of the rows`() {
    #expect((0..<4).map { Self.path.degree(of: $0) } == [1, 3, 1, 0])
  }

  @Test func `rows lie one behind the other`() {
    #expect((0..<4).map { Self.path.arcs(of: $0) } == [0..<1, 1..<4, 4..<5, 5..<5])
  }

  @Test func `the total weight is the sum of all arcs`() {
    #expect(Self.path.totalWeight == 14)
  }

  @Test func `the arc count counts both arcs of a tie`() {
    #expect(Self.path.arcCount == 5)
  }

  @Test func `self-ties are counted once each`() {
    #expect(TieTable(people: 3, [Arc(0, 0, 1), Arc(0, 1, 1), Arc(2, 2, 1)]).selfTieCount == 2)
  }

  @Test func `the weighted sum of a row is the matrix times the values`() {
    let values = [10, 100, 1000, 7].map(Double.init)
    #expect((0..<4).map { Self.path.weightedSum(of: values.span, for: $0) } == [200, 3420, 300, 0])
  }

  @Test func `the sum of a row leaves the weights out`() {
    let values = [10, 100, 1000, 7].map(Double.init)
    #expect((0..<4).map { Self.path.sum(of: values.span, for: $0) } == [100, 1110, 100, 0])
  }

  @Test(arguments: [([], false), ([1, 1], false), ([1, 1.5], true)] as [([Double], Bool)])
  func `a table has weights if any is not 1`(weights: [Double], hasWeights: Bool) {
    let arcs = weights.enumerated().map { Arc(0, $0, $1) }
    #expect(TieTable(people: 2, arcs).hasWeights == hasWeights)
  }

  @Test(arguments: [1, 0.3, 0.375, 1e-3, 1_048_575, 0x1.00001p0, 0x1.000001p0, 1e99, 1e-120])
  func `the strength of equal weights has the bits of their sum`(weight: Double) {
    let arcs = (0..<1000).flatMap { row in (0..<row % 40).map { Arc(row, (row + $0) % 1000, weight) } }
    let table = TieTable(people: 1000, arcs)
    for person in 0..<1000 {
      var sum = CompensatedSum()
      table.forEachTie(of: person) { sum.add($1) }
      #expect(table.strength(of: person) == sum.value)
    }
  }

  @Test func `a strength does not lose small weights beside a large one`() {
    let table = TieTable(people: 4, [Arc(0, 1, 1e16), Arc(0, 2, 1), Arc(0, 3, 1)])
    #expect(table.strength(of: 0) == 1e16 + 2)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `strengths add up to the total weight`(seed: UInt64) {
    let table = RandomTies.directed(seed: seed)
    #expect(table.strengths.compensatedSum == table.totalWeight)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the weighted sum of ones is the strength`(seed: UInt64) {
    let table = RandomTies.directed(seed: seed)
    let ones = [Double](repeating: 1, count: table.personCount)
    #expect((0..<table.personCount).map { table.weightedSum(of: ones.span, for: $0) } == table.strengths)
  }

  @Test(arguments: 0..<10 as Range<UInt64>, [1, 10, 100, 100_000])
  func `row blocks cover every row once, in order`(seed: UInt64, size: Int) {
    let table = RandomTies.directed(seed: seed)
    #expect(table.rowBlocks(arcsPerBlock: size).flatMap { $0 } == Array(0..<table.personCount))
  }

  /// A row costs its arcs and 4 more, so ten empty rows and a row of 20 make blocks of 3, 3, 3 and the rest at 12.
  @Test func `row blocks hold about as many arcs as asked`() {
    let table = TieTable(people: 30, (0..<20).map { Arc(10, $0, 1) })
    #expect(table.rowBlocks(arcsPerBlock: 12).prefix(4) == [0..<3, 3..<6, 6..<9, 9..<11])
  }

  @Test func `a table of nobody has no blocks`() {
    #expect(TieTable(personCount: 0, arcs: ArcList()).rowBlocks().isEmpty)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `renumbering people renumbers every arc and nothing else`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 101)
    let table = RandomTies.directed(seed: seed)
    let order = random.permutation(of: table.personCount)
    let renumbered = TieTable(
      people: table.personCount, table.allArcs.map { Arc(order[$0.source], order[$0.target], $0.weight) })
    let back = order.indices.sorted { order[$0] < order[$1] }
    let expected = renumbered.allArcs.map { Arc(back[$0.source], back[$0.target], $0.weight) }
      .sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    #expect(expected == table.allArcs)
  }
}
