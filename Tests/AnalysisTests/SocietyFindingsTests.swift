import GraphModel
import Testing

@testable import Analysis

struct SocietyFindingsTests {
  private func findings(_ layers: [Layer], count: Int, shares: [Double] = [1]) -> SocietyFindings {
    let society = Society.made(ownScores: [Double](repeating: 500, count: count), layers: layers)
    return SocietyFindings(society, shares: shares, combined: society.combined(shares: shares))
  }

  @Test func `The Florentine families are described`() {
    let society = Florentine.society()
    let value = SocietyFindings(society, shares: [0.5, 0.5], combined: society.combined(shares: [0.5, 0.5]))
    // 20 marriages and 15 business ties, 8 of them between families that are married too.
    #expect(value.people == 16 && value.isolated == 1 && value.tiedPairs == 27)
    #expect(value.components == 1 && value.largestComponent == 15)
  }

  @Test func `A layer counts the people with a tie in it`() {
    let value = findings(
      [.made("a", .of(5, arcs: [(0, 1, 1), (2, 1, 1)]), isDirected: true)], count: 5)
    #expect(value.layers[0].people == 3)
  }

  @Test func `An undirected layer's weight counts each tie once, self-ties too`() {
    let value = findings([.made("a", .of(3, arcs: [(0, 1, 2), (1, 0, 2), (2, 2, 5)]))], count: 3)
    #expect(value.layers[0].totalWeight == 7 && value.layers[0].ties == 2)
  }

  @Test func `A directed layer's weight counts each arc`() {
    let value = findings([.made("a", .of(3, arcs: [(0, 1, 2), (1, 0, 2), (2, 2, 5)]), isDirected: true)], count: 3)
    #expect(value.layers[0].totalWeight == 9 && value.layers[0].ties == 3)
  }

  @Test func `People tied only in a layer of share 0 are isolated`() {
    let layers: [Layer] = [.made("a", .of(4, pairs: [(0, 1)])), .made("b", .of(4, pairs: [(2, 3)]))]
    #expect(findings(layers, count: 4, shares: [1, 0]).isolated == 2)
  }

  @Test func `People who are only influenced by others, or only influence them, are not isolated`() {
    #expect(findings([.made("a", .of(3, arcs: [(0, 1, 1)]), isDirected: true)], count: 3).isolated == 1)
  }

  @Test func `Components ignore directions and leave out people alone`() {
    let arcs = [(0, 1, 1.0), (2, 1, 1), (3, 4, 1)]
    let value = findings([.made("a", .of(6, arcs: arcs), isDirected: true)], count: 6)
    #expect(value.components == 2 && value.largestComponent == 3)
  }

  @Test func `Columns count different and missing values`() {
    let column = AttributeColumn(name: "club", values: ["x", "", "y", "x"])
    let society = Society.made(
      ownScores: [500, 500, 500, 500], layers: [.made(.of(4, pairs: [(0, 1)]))], columns: [column])
    let value = SocietyFindings(society, shares: [1], combined: society.combined(shares: [1])).columns[0]
    #expect(value.distinct == 2 && value.missing == 1)
  }
}
