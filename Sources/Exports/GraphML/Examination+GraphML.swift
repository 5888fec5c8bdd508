import Analysis
import Compute
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
  ///   - threads: how many threads work at once; the bytes do not depend on it.
  public func writeGraphML(
    to path: String, community: Int? = nil, threads: ThreadCount = .one, progress: Progress = .silent
  ) throws(ExportError) {
    let graph = PeopleGraph(self)
    try progress.during(
      Phase("writing \(community.map { "community \($0)" } ?? "graph.graphml")", .people, total: society.count)
    ) {
      (work) throws(ExportError) in
      work.bytes =
        if let community {
          try graph.write(community: community, to: path, threads: threads)
        } else {
          try graph.write(to: path, threads: threads, progress: progress)
        }
    }
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
    let tags = writer.tags
    try writer.elements(Blocks.even(count: communitySummaries.count, size: 2048), threads: .one) {
      rows, text, turn in
      for row in rows {
        text.append("<node id=\"" as StaticString)
        text.append(row + 1)
        text.append("\">" as StaticString)
        for index in columns.indices { text.append(data: row, of: columns[index], opening: tags.nodes[index]) }
        text.append("</node>\n" as StaticString)
        turn.spill(&text)
      }
    }
    let ties = communityTies()
    try writer.elements(Blocks.even(count: ties.count, size: 8192), threads: .one) { rows, text, turn in
      for tie in ties[rows] {
        text.append("<edge source=\"" as StaticString)
        text.append(tie.one)
        text.append("\" target=\"" as StaticString)
        text.append(tie.other)
        text.append("\">" as StaticString)
        text.append(tags.edges[0])
        text.append(tie.weight)
        text.append("</data>" as StaticString)
        text.append(tags.edges[1])
        text.append(tie.count)
        text.append("</data></edge>\n" as StaticString)
        turn.spill(&text)
      }
    }
    _ = try writer.close()
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
  var graphData: [(key: GraphMLWriter.Key, value: String)] {
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
