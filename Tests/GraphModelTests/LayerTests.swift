import GraphModel
import Testing

struct LayerTests {
  /// 0 - 1, 1 - 2 and a self-tie at 2: four arcs and one.
  private static let ties = TieTable(
    people: 3, [Arc(0, 1, 1), Arc(1, 0, 1), Arc(1, 2, 1), Arc(2, 1, 1), Arc(2, 2, 1)])

  @Test func `an undirected tie counts once, a tie to oneself too`() {
    let layer = Layer(name: "x", kind: .friendship, isDirected: false, isWeighted: false, ties: Self.ties)
    #expect(layer.tieCount == 3)
  }

  @Test func `a directed layer counts arcs`() {
    let layer = Layer(name: "x", kind: .friendship, isDirected: true, isWeighted: false, ties: Self.ties)
    #expect(layer.tieCount == 5)
  }

  @Test func `rows are scaled as the ties are where nothing else is given`() {
    let layer = Layer(name: "x", kind: .friendship, isDirected: true, isWeighted: false, ties: Self.ties)
    #expect(layer.rowTies.allArcs == Self.ties.allArcs)
  }
}
