import Compute
import GraphModel

/// A graph as JSON Lines: one object a line, the graph first, then nodes, then edges.
///
///     {"type":"graph","directed":false,"nodes":16,"name":"florentine",...}
///     {"type":"person","id":"Medici","own_score":521.4,...}
///     {"type":"tie","source":"Medici","target":"Pazzi","weight":1,...}
///
/// A missing value is left out. Numbers read back to the same bits. A column that would be called as one of the words here
/// gets a number behind its name.
struct JSONLinesWriter {
  private let graph: ExportedGraph
  private let columns: [Column]
  private let names: [[UInt8]]
  private let edgeNames: [[UInt8]]

  init(_ graph: ExportedGraph) {
    self.graph = graph
    columns = graph.drawnColumns
    names = NameTokens.unique(columns.map(\.name), reserved: ["type", "id"]).map(Self.key)
    edgeNames = NameTokens.unique(graph.edges.columns.map(\.name), reserved: ["type", "source", "target"])
      .map(Self.key)
  }

  /// A name as JSON, the comma in front of it and the colon behind it.
  private static func key(_ name: String) -> [UInt8] {
    var text = ByteText()
    text.append(0x2C as UInt8)
    text.append(quoted: name, .json)
    text.append(0x3A as UInt8)
    return Array(text.string.utf8)
  }

  func write(to path: String, threads: ThreadCount, progress: Progress) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    let (graph, columns, names, edgeNames) = (graph, columns, names, edgeNames)
    try sink.write { text in
      text.append("{\"type\":\"graph\",\"directed\":\(graph.isDirected),\"nodes\":\(graph.nodeCount)")
      let keys = NameTokens.unique(graph.data.map(\.name), reserved: ["type", "directed", "nodes"]).map(Self.key)
      for (key, datum) in zip(keys, graph.data) {
        text.append(key)
        text.append(datum, .json)
      }
      text.append("}\n" as StaticString)
    }
    let isPerson = graph.noun == .person
    try sink.write(graph.nodeBlocks, threads: threads) { nodes, text, turn in
      for node in nodes {
        let row = graph.row(of: node)
        text.append(isPerson ? "{\"type\":\"person\",\"id\":" : "{\"type\":\"community\",\"id\":" as StaticString)
        text.append(quoted: graph.allIds.utf8(of: row), .json)
        for index in columns.indices {
          let start = text.count
          text.append(names[index])
          if !text.append(value: row, of: columns[index], .json) { text.shorten(to: start) }
        }
        text.append("}\n" as StaticString)
        turn.spill(&text)
      }
    }
    let edges = graph.edges
    try sink.write(edges.blocks(), threads: threads, progress: progress) { block, text, turn in
      var reader = edges.reader()
      var rest = block
      while reader.next(&rest) {
        for edge in 0..<reader.batch.count {
          text.append("{\"type\":\"tie\",\"source\":" as StaticString)
          text.append(quoted: graph.allIds.utf8(of: graph.row(of: Int(reader.batch.sources[edge]))), .json)
          text.append(",\"target\":" as StaticString)
          text.append(quoted: graph.allIds.utf8(of: graph.row(of: Int(reader.batch.targets[edge]))), .json)
          for column in edges.columns.indices {
            let value = reader.batch.value(edge, column)
            if value.isNaN { continue }
            text.append(edgeNames[column])
            text.append(edgeValue: value, edges.columns[column].kind, .json)
          }
          text.append("}\n" as StaticString)
          turn.spill(&text)
        }
      }
    }
    let count = sink.byteCount
    try sink.close()
    return count
  }
}
