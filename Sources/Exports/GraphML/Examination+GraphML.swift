import Analysis
import GraphModel
import Propagation

extension Examination {
  /// Writes the whole graph: people with all columns of `people.csv`, and one edge a pair of tied people.
  ///
  /// The node id is the person's id. Edges carry `weight` and one `weight_LAYER` a layer; the file is directed if any layer
  /// is.
  ///
  /// - Parameters:
  ///   - path: where; what stands there is replaced.
  ///   - community: only the people of one community, from 1, and the ties among them; `nil` for everyone.
  public func writeGraphML(to path: String, community: Int? = nil) throws(ExportError) {
    let columns = peopleColumns().dropFirst()
    let union = TieUnion(self)
    let parts = communities?.partition.parts
    func isIn(_ person: Int) -> Bool { community == nil || parts?[person] == community }
    var graph = graphData
    if let community { graph.append((GraphMLWriter.Key(name: "community", kind: .int), String(community))) }
    var writer = try GraphMLWriter(
      creating: path, isDirected: union.isDirected, graph: graph,
      nodes: columns.map { GraphMLWriter.Key(name: $0.name, kind: $0.kind) },
      edges: [GraphMLWriter.Key(name: "weight", kind: .double)]
        + union.layerNames.map { GraphMLWriter.Key(name: "weight_\($0)", kind: .double) })
    let ids = society.people.ids
    for person in 0..<society.count where isIn(person) {
      try writer.node(ids[person], columns.map { $0.value(person) })
    }
    for person in 0..<society.count where isIn(person) {
      try union.forEachEdge(of: person) { (neighbor, weight, weights) throws(ExportError) in
        guard isIn(neighbor) else { return }
        try writer.edge(
          ids[person], ids[neighbor], [Numerals.plain(weight)] + weights.map { $0.map(Numerals.plain) })
      }
    }
    try writer.close()
  }

  /// Writes the graph of communities: one node a community with the columns of `communities.csv`, one edge a pair of
  /// communities with ties between them.
  ///
  /// An edge's `weight` is the share of all combined tie weight that lies between the two, `ties` the pairs of people tied.
  public func writeCommunityGraphML(to path: String) throws(ExportError) {
    let columns = communityColumns()
    var writer = try GraphMLWriter(
      creating: path, isDirected: false, graph: graphData,
      nodes: columns.map { GraphMLWriter.Key(name: $0.name, kind: $0.kind) },
      edges: [GraphMLWriter.Key(name: "weight", kind: .double), GraphMLWriter.Key(name: "ties", kind: .int)])
    for row in communitySummaries.indices {
      try writer.node(String(row + 1), columns.map { $0.value(row) })
    }
    for tie in communityTies() {
      try writer.edge(String(tie.one), String(tie.other), [Numerals.plain(tie.weight), String(tie.count)])
    }
    try writer.close()
  }

  /// The ties between communities, the smaller number first, in order.
  private func communityTies() -> [(one: Int, other: Int, weight: Double, count: Int)] {
    guard let parts = communities?.partition.parts else { return [] }
    var slots: [[Int]: Int] = [:]
    var ties: [(one: Int, other: Int, weight: Double, count: Int)] = []
    for person in 0..<combined.personCount {
      combined.forEachTie(of: person) { neighbor, weight in
        guard neighbor > person, parts[person] != parts[neighbor] else { return }
        let pair = [min(parts[person], parts[neighbor]), max(parts[person], parts[neighbor])]
        let slot = slots[pair, default: ties.count]
        if slot == ties.count {
          slots[pair] = slot
          ties.append((pair[0], pair[1], 0, 0))
        }
        ties[slot].weight += 2 * weight
        ties[slot].count += 1
      }
    }
    return ties.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
  }

  /// What the graph itself carries.
  private var graphData: [(key: GraphMLWriter.Key, value: String)] {
    var data: [(key: GraphMLWriter.Key, value: String)] = [
      (GraphMLWriter.Key(name: "name", kind: .string), society.name),
      (GraphMLWriter.Key(name: "scale", kind: .string), society.scale.name),
      (GraphMLWriter.Key(name: "model", kind: .string), settings.model.rawValue),
      (GraphMLWriter.Key(name: "rounds", kind: .int), String(equilibrium.rounds)),
    ]
    if equilibrium.bound.value.isFinite {
      data.append((GraphMLWriter.Key(name: "error_bound", kind: .double), Numerals.plain(equilibrium.bound.value)))
    }
    return data
  }
}
