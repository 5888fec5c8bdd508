import GraphModel

@testable import Propagation

extension InfluenceMatrix {
  /// One undirected layer of ties of weight 1.
  init(people: Int, ties: [(Int, Int)]) {
    var arcs = ArcList()
    for (one, other) in ties { arcs.appendTie(one, other) }
    self.init(TieTable(personCount: people, arcs: arcs), isDirected: false)
  }

  /// One directed layer: the first is influenced by the second, with a weight.
  init(people: Int, arcs: [(Int, Int, Double)]) {
    var list = ArcList()
    for (source, target, weight) in arcs { list.append(source, target, weight) }
    self.init(TieTable(personCount: people, arcs: list))
  }

  /// People without ties.
  static func untied(_ count: Int) -> InfluenceMatrix { InfluenceMatrix(people: count, ties: []) }

  /// People in a row, each tied to the next.
  static func path(_ count: Int) -> InfluenceMatrix {
    InfluenceMatrix(people: count, ties: (1..<count).map { ($0 - 1, $0) })
  }

  /// Person 0 tied to everyone else.
  static func star(_ count: Int) -> InfluenceMatrix {
    InfluenceMatrix(people: count, ties: (1..<count).map { (0, $0) })
  }

  /// Everyone tied to everyone else.
  static func complete(_ count: Int) -> InfluenceMatrix {
    InfluenceMatrix(people: count, ties: (0..<count).flatMap { one in (0..<one).map { (one, $0) } })
  }
}
