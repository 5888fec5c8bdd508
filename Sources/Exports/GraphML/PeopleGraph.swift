import Analysis
import Compute
import GraphModel

/// The graph of people, or a part of it, ready to be written any number of times.
///
/// What all files share is made once: columns, escaped ids, edges, the members of each community.
struct PeopleGraph {
  private let columns: [Column]
  private let union: TieUnion
  private let ids: TextList
  private let graph: [(key: GraphMLWriter.Key, value: String)]
  private let parts: [Int]
  private let members: [[Int]]
  /// About a megabyte of text.
  private static let peoplePerBlock = 2048
  private static let arcsPerBlock = 1 << 14

  init(_ examination: Examination) {
    columns = Array(examination.peopleColumns().dropFirst())
    union = TieUnion(examination)
    ids = examination.society.people.ids.asXML
    graph = examination.graphData
    parts = examination.communities?.partition.parts ?? []
    members = examination.communities?.partition.members ?? []
  }

  /// Writes everyone.
  ///
  /// - Returns: how many bytes the file has.
  @discardableResult
  func write(to path: String, threads: ThreadCount, progress: Progress) throws(ExportError) -> Int {
    let columns = columns
    let ids = ids
    let union = union
    var writer = try GraphMLWriter(path, self, graph)
    let tags = writer.tags
    try writer.elements(Blocks.even(count: ids.count, size: Self.peoplePerBlock), threads: threads) {
      people, text, turn in
      for person in people {
        Self.appendNode(person, ids, columns, tags, to: &text)
        turn.spill(&text)
      }
    }
    let blocks = union.blocks(of: 0..<ids.count, arcsPerBlock: Self.arcsPerBlock)
    try writer.elements(blocks, threads: threads, progress: progress) { people, text, turn in
      var walk = TieWalk(union)
      for person in people {
        walk.forEachEdge(of: person) { neighbor, weight, weights in
          Self.appendEdge(person, neighbor, weight, weights, ids, tags, to: &text)
          turn.spill(&text)
        }
      }
    }
    return try writer.close()
  }

  /// Writes the people of one community and the ties among them.
  ///
  /// - Complexity: O(members and their ties).
  /// - Returns: how many bytes the file has.
  @discardableResult
  func write(community: Int, to path: String, threads: ThreadCount) throws(ExportError) -> Int {
    let people = members.indices.contains(community - 1) ? members[community - 1] : []
    let data = graph + [(GraphMLWriter.Key(name: "community", kind: .int), String(community))]
    let blocks = Blocks.even(count: people.count, size: Self.peoplePerBlock)
    let columns = columns
    let ids = ids
    let union = union
    let parts = parts
    var writer = try GraphMLWriter(path, self, data)
    let tags = writer.tags
    try writer.elements(blocks, threads: threads) { positions, text, turn in
      for position in positions {
        Self.appendNode(people[position], ids, columns, tags, to: &text)
        turn.spill(&text)
      }
    }
    try writer.elements(blocks, threads: threads) { positions, text, turn in
      var walk = TieWalk(union)
      for position in positions {
        walk.forEachEdge(of: people[position]) { neighbor, weight, weights in
          guard parts[neighbor] == community else { return }
          Self.appendEdge(people[position], neighbor, weight, weights, ids, tags, to: &text)
          turn.spill(&text)
        }
      }
    }
    return try writer.close()
  }

  private static func appendNode(
    _ person: Int, _ ids: TextList, _ columns: [Column], _ tags: GraphMLWriter.Tags, to text: inout ByteText
  ) {
    text.openNode(ids.utf8(of: person))
    for index in columns.indices { text.append(data: person, of: columns[index], opening: tags.nodes[index]) }
    text.append("</node>\n" as StaticString)
  }

  @inline(__always) private static func appendEdge(
    _ source: Int, _ target: Int, _ weight: Double, _ weights: [Double?], _ ids: TextList, _ tags: GraphMLWriter.Tags,
    to text: inout ByteText
  ) {
    text.openEdge(ids.utf8(of: source), ids.utf8(of: target))
    text.append(tags.edges[0])
    let start = text.count
    text.append(weight)
    let number = start..<text.count
    text.append("</data>" as StaticString)
    for layer in weights.indices {
      guard let own = weights[layer] else { continue }
      text.append(tags.edges[layer + 1])
      // Mostly there is one layer, whose weight stands there already.
      if own.bitPattern == weight.bitPattern { text.repeatBytes(number) } else { text.append(own) }
      text.append("</data>" as StaticString)
    }
    text.append("</edge>\n" as StaticString)
  }
}

extension GraphMLWriter {
  /// A writer that has written the head of a graph of people.
  fileprivate init(
    _ path: String, _ people: PeopleGraph, _ graph: [(key: Key, value: String)]
  ) throws(ExportError) {
    try self.init(
      creating: path, isDirected: people.isDirected, graph: graph, nodes: people.nodeKeys, edges: people.edgeKeys)
  }
}

extension PeopleGraph {
  fileprivate var isDirected: Bool { union.isDirected }

  fileprivate var nodeKeys: [GraphMLWriter.Key] { columns.map { GraphMLWriter.Key(name: $0.name, kind: $0.kind) } }

  fileprivate var edgeKeys: [GraphMLWriter.Key] {
    [GraphMLWriter.Key(name: "weight", kind: .double)]
      + union.layerNames.map { GraphMLWriter.Key(name: "weight_\($0)", kind: .double) }
  }
}
