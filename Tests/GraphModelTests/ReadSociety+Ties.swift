import GraphModel

extension ReadSociety {
  /// The arcs of a layer by the ids of their ends: `["a>b": 1]` says that a is influenced by b with weight 1.
  func arcs(of layer: String = "friendship") -> [String: Double] {
    named(society.layers.first { $0.name == layer }?.ties)
  }

  /// The same for the ties of the per-layer mix.
  func rowArcs(of layer: String) -> [String: Double] {
    named(society.layers.first { $0.name == layer }?.rowTies)
  }

  /// The own scores by id.
  var scores: [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(society.people.ids, society.ownScores))
  }

  /// The sentences of the notices of one kind.
  func notices(_ kind: Notice.Kind) -> [String] { notices.filter { $0.kind == kind }.map(\.text) }

  private func named(_ ties: TieTable?) -> [String: Double] {
    let ids = society.people.ids
    var arcs: [String: Double] = [:]
    for arc in ties?.allArcs ?? [] { arcs["\(ids[arc.source])>\(ids[arc.target])"] = arc.weight }
    return arcs
  }
}
