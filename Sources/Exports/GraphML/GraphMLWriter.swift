import Compute
import GraphModel

/// A graph as GraphML: keys, graph data, nodes, edges, in that order.
///
/// The file keeps to what igraph, networkx, NetworKit, Gephi and Cytoscape all read: the namespace is declared, keys are
/// unique and say what they are (`v_public_score`, `e_weight`, `g_scale`), types are boolean, int, long, double and
/// string, there is no default and no key for all, and a missing value is left out. Source: U. Brandes et al., "GraphML
/// progress report" (2001), http://graphml.graphdrawing.org.
struct GraphMLWriter {
  private let graph: ExportedGraph
  private let columns: [Column]
  private let nodeKeys: [String]
  private let edgeKeys: [String]
  private let graphKeys: [String]
  private let ids: TextList

  /// - Parameter ids: the ids of the graph's table as XML, if they are known already.
  init(_ graph: ExportedGraph, escapedIds ids: TextList? = nil) {
    self.graph = graph
    columns = graph.drawnColumns
    nodeKeys = Self.keys(columns.map(\.name), "v_")
    edgeKeys = Self.keys(graph.edges.columns.map(\.name), "e_")
    graphKeys = Self.keys(graph.data.map(\.name), "g_")
    self.ids = ids ?? graph.allIds.asXML
  }

  private static func keys(_ names: [String], _ prefix: String) -> [String] {
    NameTokens.unique(names, prefix: prefix, NameTokens.token)
  }

  /// Writes the file.
  ///
  /// - Returns: how many bytes it has.
  func write(to path: String, threads: ThreadCount, progress: Progress = .silent) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    try sink.write(head)
    let (graph, columns, ids) = (graph, columns, ids)
    let tags = nodeKeys.map { Array("<data key=\"\($0)\">".utf8) }
    try sink.write(graph.nodeBlocks, threads: threads) { nodes, text, turn in
      for node in nodes {
        let row = graph.row(of: node)
        text.append("<node id=\"" as StaticString)
        text.append(ids.utf8(of: row))
        text.append("\">" as StaticString)
        for index in columns.indices { text.append(data: row, of: columns[index], opening: tags[index]) }
        text.append("</node>\n" as StaticString)
        turn.spill(&text)
      }
    }
    let edges = graph.edges
    let renderer = EdgeRenderer(edges.columns, edgeKeys)
    try sink.write(edges.blocks(), threads: threads, progress: progress) { block, text, turn in
      var reader = edges.reader()
      var memo = NumberMemo()
      var rest = block
      while reader.next(&rest) { renderer.append(reader.batch, ids, graph.choice, &memo, to: &text, turn) }
    }
    try sink.write("</graph>\n</graphml>\n")
    let count = sink.byteCount
    try sink.close()
    return count
  }

  /// Everything in front of the first node.
  private var head: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """
    for (key, datum) in zip(graphKeys, graph.data) { text += declaration(key, "graph", datum.name, datum.kind) }
    for (key, column) in zip(nodeKeys, columns) { text += declaration(key, "node", column.name, column.kind) }
    for (key, column) in zip(edgeKeys, graph.edges.columns) {
      text += declaration(key, "edge", column.name, column.kind)
    }
    text += "<graph edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n"
    for (key, datum) in zip(graphKeys, graph.data) {
      text += "<data key=\"\(key)\">\(XMLText.escaped(datum.value))</data>\n"
    }
    return text
  }

  private func declaration(_ key: String, _ domain: String, _ name: String, _ kind: Column.Kind) -> String {
    "<key id=\"\(key)\" for=\"\(domain)\" attr.name=\"\(XMLText.escaped(name))\" attr.type=\"\(kind.rawValue)\"/>\n"
  }

  /// Renders edges.
  private struct EdgeRenderer: Sendable {
    private let tags: [[UInt8]]
    private let isCount: [Bool]

    init(_ columns: [EdgeColumn], _ keys: [String]) {
      tags = keys.map { Array("<data key=\"\($0)\">".utf8) }
      isCount = columns.map { $0.kind == .int }
    }

    func append(
      _ batch: borrowing EdgeBatch, _ ids: TextList, _ choice: NodeChoice?, _ memo: inout NumberMemo,
      to text: inout ByteText, _ turn: OrderedText.Turn
    ) {
      let (sources, targets, values) = (batch.sources.span, batch.targets.span, batch.values.span)
      let width = tags.count
      // Edges of one source follow each other, so that their beginnings are the same bytes.
      var source: Int32 = -1
      var opening = ByteText(capacity: 256)
      for edge in sources.indices {
        if sources[edge] != source {
          source = sources[edge]
          opening.clear()
          opening.append("<edge source=\"" as StaticString)
          opening.append(ids.utf8(of: choice.map { $0.rows[Int(source)] } ?? Int(source)))
          opening.append("\" target=\"" as StaticString)
        }
        let target = Int(targets[edge])
        text.append(opening.span)
        text.append(ids.utf8(of: choice.map { $0.rows[target] } ?? target))
        text.append("\">" as StaticString)
        var last = 0..<0
        var lastBits: UInt64 = 0
        for column in 0..<width {
          let value = values[edge * width + column]
          if value.isNaN { continue }
          text.append(tags[column])
          if isCount[column] {
            text.append(Int(value))
          } else if !last.isEmpty, value.bitPattern == lastBits {
            // Mostly there is one layer, whose weight stands there already.
            text.repeatBytes(last)
          } else {
            let start = text.count
            memo.append(value, to: &text)
            last = start..<text.count
            lastBits = value.bitPattern
          }
          text.append("</data>" as StaticString)
        }
        text.append("</edge>\n" as StaticString)
        // After each edge: the bytes to repeat lie in the same edge.
        turn.spill(&text)
      }
    }
  }
}
