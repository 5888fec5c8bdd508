import Compute
import GraphModel
import Testing

struct ArcListTests {
  @Test func `a tie is two arcs and a tie to oneself is one`() {
    var arcs = ArcList()
    arcs.appendTie(0, 1, 2)
    arcs.appendTie(1, 1, 3)
    #expect(TieTable(personCount: 2, arcs: arcs).allArcs == [Arc(0, 1, 2), Arc(1, 0, 2), Arc(1, 1, 3)])
  }

  @Test func `the count counts arcs before they are merged`() {
    var arcs = ArcList()
    arcs.reserveCapacity(3)
    arcs.appendTie(0, 1)
    arcs.append(0, 1)
    #expect(arcs.count == 3)
  }

  @Test func `an arc counts 1 where nothing is said`() {
    var arcs = ArcList()
    arcs.append(0, 1)
    #expect(TieTable(personCount: 2, arcs: arcs).allArcs == [Arc(0, 1, 1)])
  }

  @Test func `rows and the neighbours in them rise whatever the order of the list`() {
    let table = TieTable(people: 3, [Arc(2, 1, 1), Arc(0, 2, 2), Arc(2, 0, 3), Arc(0, 1, 4)])
    #expect(table.allArcs == [Arc(0, 1, 4), Arc(0, 2, 2), Arc(2, 0, 3), Arc(2, 1, 1)])
  }

  @Test func `arcs that repeat add up`() {
    let table = TieTable(people: 2, [Arc(0, 1, 1), Arc(1, 0, 8), Arc(0, 1, 2), Arc(0, 1, 4)])
    #expect(table.allArcs == [Arc(0, 1, 7), Arc(1, 0, 8)])
  }

  @Test func `repeats are added in the order of the list`() {
    let weights = [1e16, 1, 1]
    let table = TieTable(people: 2, weights.map { Arc(0, 1, $0) })
    #expect(table.allArcs == [Arc(0, 1, (1e16 + 1) + 1)])
  }

  @Test func `only the first of repeated arcs counts where that is the rule`() {
    let table = TieTable(people: 2, [Arc(0, 1, 3), Arc(0, 1, 5), Arc(1, 0, 9), Arc(0, 1, 1)], repeats: .keepFirst)
    #expect(table.allArcs == [Arc(0, 1, 3), Arc(1, 0, 9)])
  }

  @Test(arguments: [0, 1, 4])
  func `people without arcs have empty rows`(people: Int) {
    let table = TieTable(personCount: people, arcs: ArcList())
    #expect((0..<people).map { table.degree(of: $0) } == [Int](repeating: 0, count: people))
  }

  /// The weights as text: the child process that traps gets them as JSON, which has no NaN.
  @Test(arguments: ["0", "-1", "inf", "nan"])
  func `a weight that is not positive and finite traps`(weight: String) async {
    await #expect(processExitsWith: .failure) { [weight] in
      _ = TieTable(people: 2, [Arc(0, 1, try #require(Double(weight)))])
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>, [1, 2, 10, 60])
  func `a table holds what a dictionary of its arcs holds`(seed: UInt64, people: Int) {
    let arcs = RandomTies.arcs(seed: seed, people: people, count: 200)
    var sums: [[Int32]: Double] = [:]
    for arc in 0..<arcs.count { sums[[arcs.sources[arc], arcs.targets[arc]], default: 0] += arcs.weights[arc] }
    let expected = sums.map { Arc(Int($0[0]), Int($0[1]), $1) }.sorted {
      ($0.source, $0.target) < ($1.source, $1.target)
    }
    #expect(TieTable(personCount: people, arcs: arcs).allArcs == expected)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the first of repeats is the one a dictionary that is never overwritten holds`(seed: UInt64) {
    let arcs = RandomTies.arcs(seed: seed, people: 10, count: 200)
    var firsts: [[Int32]: Double] = [:]
    for arc in 0..<arcs.count where firsts[[arcs.sources[arc], arcs.targets[arc]]] == nil {
      firsts[[arcs.sources[arc], arcs.targets[arc]]] = arcs.weights[arc]
    }
    let expected = firsts.map { Arc(Int($0[0]), Int($0[1]), $1) }.sorted {
      ($0.source, $0.target) < ($1.source, $1.target)
    }
    #expect(TieTable(personCount: 10, arcs: arcs, repeats: .keepFirst).allArcs == expected)
  }

  @Test func `transposing turns every arc round`() {
    let table = TieTable(people: 3, [Arc(0, 1, 1), Arc(0, 2, 2), Arc(2, 2, 3)])
    #expect(table.transposed.allArcs == [Arc(1, 0, 1), Arc(2, 0, 2), Arc(2, 2, 3)])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `transposing twice changes nothing`(seed: UInt64) {
    let table = RandomTies.directed(seed: seed)
    #expect(table.transposed.transposed.allArcs == table.allArcs)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a table of undirected ties is its own transpose`(seed: UInt64) {
    let table = RandomTies.symmetric(seed: seed)
    #expect(table.transposed.allArcs == table.allArcs)
  }
}
