import Compute
import GraphModel

/// A graph as GML, in ASCII.
///
/// Nodes are numbered from 0; the id is the `label`. Keys are letters and digits, so `own_score` becomes `ownScore`.
/// Whole numbers that 32 bits do not hold are no integers of GML: a column that has one is written as text. Source:
/// M. Himsolt, "GML: a portable graph file format", Technical report, Universität Passau (1997).
struct GMLWriter {
  private let graph: ExportedGraph
  private let columns: [Column]
  private let keys: [[UInt8]]
  private let isText: [Bool]
  private let edgeKeys: [[UInt8]]

  init(_ graph: ExportedGraph) {
    self.graph = graph
    columns = graph.columns
    keys = Self.keys(graph.columns.map(\.name), reserved: ["id", "label", "graphics"])
    edgeKeys = Self.keys(graph.edges.columns.map(\.name), reserved: ["source", "target", "label", "graphics", "id"])
    isText = graph.columns.map { column in
      guard column.kind == .long || column.kind == .int else { return false }
      return (0..<graph.nodeCount).contains { node in
        column.whole(graph.row(of: node)).map { Int32(exactly: $0) == nil } ?? false
      }
    }
  }

  /// Keys as GML has them, a blank on either side.
  private static func keys(_ names: [String], reserved: [String]) -> [[UInt8]] {
    NameTokens.unique(names, reserved: reserved, separator: "", ignoresCase: true, NameTokens.camel)
      .map { Array(" \($0) ".utf8) }
  }

  func write(to path: String, threads: ThreadCount, progress: Progress) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    let (graph, columns, keys, isText, edgeKeys) = (graph, columns, keys, isText, edgeKeys)
    try sink.write { text in
      text.append("Creator \"graph-tool\"\ngraph [\n  directed \(graph.isDirected ? 1 : 0)\n")
      let keys = Self.keys(graph.data.map(\.name), reserved: ["directed", "node", "edge", "id", "graphics"])
      for (key, datum) in zip(keys, graph.data) {
        text.append(0x20 as UInt8)
        text.append(key)
        text.append(datum, .gml)
        text.append(0x0A as UInt8)
      }
    }
    try sink.write(graph.nodeBlocks, threads: threads) { nodes, text, turn in
      for node in nodes {
        let row = graph.row(of: node)
        text.append("  node [ id " as StaticString)
        text.append(node)
        text.append(" label " as StaticString)
        text.append(quoted: graph.allIds.utf8(of: row), .gml)
        for index in columns.indices {
          let start = text.count
          text.append(keys[index])
          if isText[index], let number = columns[index].whole(row) {
            text.append("\"\(number)\"")
          } else if isText[index] || !text.append(value: row, of: columns[index], .gml) {
            text.shorten(to: start)
          }
        }
        if let drawing = graph.drawing { Self.append(drawing, node, to: &text) }
        text.append(" ]\n" as StaticString)
        turn.spill(&text)
      }
    }
    let edges = graph.edges
    try sink.write(edges.blocks(), threads: threads, progress: progress) { block, text, turn in
      var reader = edges.reader()
      var rest = block
      while reader.next(&rest) {
        for edge in 0..<reader.batch.count {
          text.append("  edge [ source " as StaticString)
          text.append(Int(reader.batch.sources[edge]))
          text.append(" target " as StaticString)
          text.append(Int(reader.batch.targets[edge]))
          for column in edges.columns.indices {
            let value = reader.batch.value(edge, column)
            if value.isNaN { continue }
            text.append(edgeKeys[column])
            text.append(edgeValue: value, edges.columns[column].kind, .gml)
          }
          text.append(" ]\n" as StaticString)
          turn.spill(&text)
        }
      }
    }
    try sink.write("]\n")
    let count = sink.byteCount
    try sink.close()
    return count
  }

  /// Adds where and how a node is drawn, as GML's `graphics`.
  private static func append(_ drawing: NodeDrawing, _ node: Int, to text: inout ByteText) {
    text.append(" graphics [" as StaticString)
    for (key, value) in [
      (" x ", drawing.x[node]), (" y ", drawing.y[node]), (" w ", drawing.size[node]), (" h ", drawing.size[node]),
    ] {
      text.append(key)
      text.append(value, .gml)
    }
    text.append(" fill \"\(drawing.hexadecimal(node))\" ]")
  }
}
