import GraphModel

extension Layer {
  /// A layer of undirected ties of weight 1.
  package static func undirected(_ name: String, people: Int, _ ties: [(Int, Int)]) -> Layer {
    var arcs = ArcList()
    for (one, other) in ties { arcs.appendTie(one, other) }
    return Layer(
      name: name, kind: .friendship, isDirected: false, isWeighted: false,
      ties: TieTable(personCount: people, arcs: arcs))
  }

  /// A layer of undirected ties with weights.
  package static func undirected(_ name: String, people: Int, weighted ties: [(Int, Int, Double)]) -> Layer {
    var arcs = ArcList()
    for (one, other, weight) in ties { arcs.appendTie(one, other, weight) }
    return Layer(
      name: name, kind: .friendship, isDirected: false, isWeighted: true,
      ties: TieTable(personCount: people, arcs: arcs))
  }

  /// A layer of arcs with weights: the first is influenced by the second.
  package static func directed(_ name: String, people: Int, weighted arcs: [(Int, Int, Double)]) -> Layer {
    var list = ArcList()
    for (source, target, weight) in arcs { list.append(source, target, weight) }
    return Layer(
      name: name, kind: .friendship, isDirected: true, isWeighted: true,
      ties: TieTable(personCount: people, arcs: list))
  }

  /// The same layer with every weight multiplied by a factor.
  package func scaled(by factor: Double) -> Layer {
    var arcs = ArcList()
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { neighbor, weight in arcs.append(person, neighbor, factor * weight) }
    }
    return Layer(
      name: name, kind: kind, isDirected: isDirected, isWeighted: isWeighted,
      ties: TieTable(personCount: ties.personCount, arcs: arcs), share: share)
  }
}

extension Society {
  /// A society on the Zhima scale, of people whose ids are their indices.
  package init(ownScores: [Double], layers: [Layer], attributes: [AttributeColumn] = []) {
    self.init(
      name: "test", people: People(ids: ownScores.indices.map(String.init), attributes: attributes), scale: .zhima,
      ownScores: ownScores, layers: layers)
  }

  /// The same people and ties with person i called and placed as `order[i]`.
  package func relabelled(_ order: [Int]) -> Society {
    var old = [Int](repeating: 0, count: count)
    for (person, place) in order.enumerated() { old[place] = person }
    let layers = layers.map { layer in
      var arcs = ArcList()
      for person in 0..<count {
        layer.ties.forEachTie(of: person) { neighbor, weight in arcs.append(order[person], order[neighbor], weight) }
      }
      return Layer(
        name: layer.name, kind: layer.kind, isDirected: layer.isDirected, isWeighted: layer.isWeighted,
        ties: TieTable(personCount: count, arcs: arcs), share: layer.share)
    }
    return Society(
      name: name, people: People(ids: old.map { people.ids[$0] }), scale: scale, ownScores: old.map { ownScores[$0] },
      layers: layers)
  }
}
