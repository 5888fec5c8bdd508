import GraphModel

/// One arc of a table, for comparisons.
struct Arc: Equatable {
  let source: Int
  let target: Int
  let weight: Double

  init(_ source: Int, _ target: Int, _ weight: Double) {
    self.source = source
    self.target = target
    self.weight = weight
  }
}

extension TieTable {
  /// A table of the arcs as they stand; repeats add up.
  init(people: Int, _ arcs: [Arc], repeats: RepeatRule = .add) {
    var list = ArcList()
    for arc in arcs { list.append(arc.source, arc.target, arc.weight) }
    self.init(personCount: people, arcs: list, repeats: repeats)
  }

  /// All arcs, in the order of the rows.
  var allArcs: [Arc] {
    var arcs: [Arc] = []
    for person in 0..<personCount { forEachTie(of: person) { arcs.append(Arc(person, $0, $1)) } }
    return arcs
  }
}
