import Compute
import GraphModel

/// A graph as GEXF 1.3, at one moment.
///
/// Nodes have their id as label; edges have numbers as ids, and their `weight` as GEXF's own. A missing value is left out.
/// Places, sizes and colours are those of the `viz` module. Source: the GEXF 1.3 schema and primer, https://gexf.net.
struct GEXFWriter {
  private let graph: ExportedGraph
  private let ids: TextList
  private let nodeTags: [[UInt8]]
  private let edgeTags: [[UInt8]]
  private let head: String

  /// - Parameter ids: the ids of the graph's table as XML, if they are known already.
  init(_ graph: ExportedGraph, escapedIds ids: TextList? = nil) {
    self.graph = graph
    self.ids = ids ?? graph.allIds.asXML
    // What Gephi calls its own columns.
    let reserved = ["id", "label", "timeset", "interval", "source", "target", "type", "kind"]
    let nodeIds = NameTokens.unique(graph.columns.map(\.name), reserved: reserved, ignoresCase: true, NameTokens.token)
    let edgeIds = NameTokens.unique(
      graph.edges.columns.map(\.name), reserved: reserved, ignoresCase: true, NameTokens.token)
    func tag(_ id: String) -> [UInt8] { Array("<attvalue for=\"\(id)\" value=\"".utf8) }
    nodeTags = nodeIds.map(tag)
    edgeTags = edgeIds.map(tag)
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
      <meta><creator>graph-tool</creator><description>\(XMLText.escaped(Self.description(graph)))</description></meta>
      <graph mode="static" defaultedgetype="\(graph.isDirected ? "directed" : "undirected")">

      """
    func attributes(_ domain: String, _ columns: [(id: String, name: String, kind: Column.Kind)]) {
      guard !columns.isEmpty else { return }
      text += "<attributes class=\"\(domain)\" mode=\"static\">\n"
      for column in columns {
        text +=
          "<attribute id=\"\(column.id)\" title=\"\(XMLText.escaped(column.name))\" type=\"\(column.kind.gexf)\"/>\n"
      }
      text += "</attributes>\n"
    }
    attributes("node", zip(nodeIds, graph.columns).map { ($0, $1.name, $1.kind) })
    attributes("edge", zip(edgeIds, graph.edges.columns).filter { $1.name != "weight" }.map { ($0, $1.name, $1.kind) })
    head = text + "<nodes>\n"
  }

  /// What the graph says of itself, in a line: GEXF has no values of graphs.
  private static func description(_ graph: ExportedGraph) -> String {
    graph.data.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
  }

  func write(to path: String, threads: ThreadCount, progress: Progress) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    try sink.write(head)
    try sink.write(graph.nodeBlocks, threads: threads) { nodes, text, turn in
      for node in nodes {
        appendNode(node, to: &text)
        turn.spill(&text)
      }
    }
    try sink.write("</nodes>\n<edges>\n")
    let edges = graph.edges
    let blocks = edges.blocks()
    let firstNumbers = edges.firstNumbers(blocks, threads: threads)
    let weight = edges.columns.firstIndex { $0.name == "weight" }
    try sink.write(blocks, threads: threads, progress: progress) { block, text, turn in
      var reader = edges.reader()
      var rest = block
      var number = firstNumbers[block.lowerBound] ?? 0
      while reader.next(&rest) {
        for edge in 0..<reader.batch.count {
          appendEdge(edge, number, reader.batch, weight, to: &text)
          number += 1
          turn.spill(&text)
        }
      }
    }
    try sink.write("</edges>\n</graph>\n</gexf>\n")
    let count = sink.byteCount
    try sink.close()
    return count
  }

  private func appendNode(_ node: Int, to text: inout ByteText) {
    let row = graph.row(of: node)
    text.append("<node id=\"" as StaticString)
    text.append(row, of: ids)
    text.append("\" label=\"" as StaticString)
    text.append(row, of: ids)
    text.append("\">" as StaticString)
    var isOpen = false
    for index in nodeTags.indices {
      let start = text.count
      if !isOpen { text.append("<attvalues>" as StaticString) }
      text.append(nodeTags[index])
      guard text.append(xmlValue: row, of: graph.columns[index]) else {
        text.shorten(to: start)
        continue
      }
      isOpen = true
      text.append("\"/>" as StaticString)
    }
    if isOpen { text.append("</attvalues>" as StaticString) }
    if let drawing = graph.drawing {
      let colour = drawing.colours[node]
      text.append("<viz:color r=\"\(colour.red)\" g=\"\(colour.green)\" b=\"\(colour.blue)\"/><viz:position x=\"")
      text.append(drawing.x[node])
      text.append("\" y=\"" as StaticString)
      text.append(drawing.y[node])
      text.append("\" z=\"0\"/><viz:size value=\"" as StaticString)
      text.append(drawing.size[node])
      text.append("\"/>" as StaticString)
    }
    text.append("</node>\n" as StaticString)
  }

  private func appendEdge(
    _ edge: Int, _ number: Int, _ batch: borrowing EdgeBatch, _ weight: Int?, to text: inout ByteText
  ) {
    text.append("<edge id=\"" as StaticString)
    text.append(number)
    text.append("\" source=\"" as StaticString)
    text.append(graph.row(of: Int(batch.sources[edge])), of: ids)
    text.append("\" target=\"" as StaticString)
    text.append(graph.row(of: Int(batch.targets[edge])), of: ids)
    text.append(0x22 as UInt8)
    if let weight, !batch.value(edge, weight).isNaN {
      text.append(" weight=\"" as StaticString)
      text.append(batch.value(edge, weight))
      text.append(0x22 as UInt8)
    }
    var isOpen = false
    for column in edgeTags.indices where column != weight {
      let value = batch.value(edge, column)
      if value.isNaN { continue }
      text.append(isOpen ? "" : "><attvalues>" as StaticString)
      isOpen = true
      text.append(edgeTags[column])
      text.append(edgeValue: value, graph.edges.columns[column].kind, .json)
      text.append("\"/>" as StaticString)
    }
    text.append(isOpen ? "</attvalues></edge>\n" : "/>\n" as StaticString)
  }
}

extension Column.Kind {
  /// The type in GEXF's words.
  fileprivate var gexf: String { self == .int ? "integer" : rawValue }
}
