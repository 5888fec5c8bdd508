import Compute
import GraphModel

/// A graph in the language of Graphviz, for small graphs.
///
/// A node's name is its id; attributes have the columns' names, those of Graphviz excepted. Places are given so that
/// `neato -n` takes them. Source: the grammar at https://graphviz.org/doc/info/lang.html.
struct DOTWriter {
  /// How many nodes and edges together are still small.
  static let limit = 20_000

  private let graph: ExportedGraph
  private let names: [String]
  private let edgeNames: [String]

  /// Attributes that change the drawing in ways that a column of that name does not mean.
  private static let reserved = [
    "label", "xlabel", "pos", "width", "height", "style", "fillcolor", "color", "shape", "id", "class", "group",
    "image",
    "comment", "URL", "href", "target", "tooltip", "layer", "regular", "root", "pin", "len", "constraint", "dir",
    "headlabel", "taillabel", "minlen", "penwidth", "arrowsize", "fontname", "fontsize", "fontcolor", "margin", "sides",
    "skew", "orientation", "ordering", "peripheries", "rank", "vertices", "z", "distortion", "fixedsize", "nojustify",
  ]

  init(_ graph: ExportedGraph) {
    self.graph = graph
    names = NameTokens.unique(graph.columns.map(\.name), reserved: Self.reserved)
    edgeNames = NameTokens.unique(graph.edges.columns.map(\.name), reserved: Self.reserved)
  }

  func write(to path: String, threads: ThreadCount, progress: Progress) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    let (graph, names, edgeNames) = (graph, names, edgeNames)
    try sink.write { text in
      text.append(graph.isDirected ? "digraph {\n" : "graph {\n" as StaticString)
      for datum in graph.data {
        text.append("  " as StaticString)
        text.append(quoted: "graph-tool " + datum.name, .dot)
        text.append(0x3D as UInt8)
        text.append(quoted: datum.value, .dot)
        text.append(";\n" as StaticString)
      }
      if graph.drawing != nil {
        text.append("  node [shape=circle, style=filled, fixedsize=true];\n" as StaticString)
      }
    }
    try sink.write(graph.nodeBlocks, threads: threads) { nodes, text, turn in
      for node in nodes {
        let row = graph.row(of: node)
        text.append("  " as StaticString)
        text.append(quoted: graph.allIds.utf8(of: row), .dot)
        text.append(" [" as StaticString)
        var isFirst = true
        // A label is read for entities of HTML, a name is not.
        let id = graph.allIds[row]
        if id.utf8.contains(0x26) {
          text.append("label=" as StaticString)
          text.append(quoted: id.replacing("&", with: "&amp;"), .dot)
          isFirst = false
        }
        for index in names.indices {
          let start = text.count
          if !isFirst { text.append(", " as StaticString) }
          text.append(quoted: names[index], .dot)
          text.append(0x3D as UInt8)
          if text.append(value: row, of: graph.columns[index], .dot) {
            isFirst = false
          } else {
            text.shorten(to: start)
          }
        }
        if let drawing = graph.drawing {
          text.append(isFirst ? "pos=\"" : ", pos=\"" as StaticString)
          text.append(drawing.x[node])
          text.append(0x2C as UInt8)
          text.append(drawing.y[node])
          text.append("!\", width=" as StaticString)
          // Sizes are in points, widths in inches.
          text.append(drawing.size[node] / 72)
          text.append(", fillcolor=\"\(drawing.hexadecimal(node))\"")
        }
        text.append("];\n" as StaticString)
        turn.spill(&text)
      }
    }
    let edges = graph.edges
    try sink.write(edges.blocks(), threads: threads, progress: progress) { block, text, turn in
      var reader = edges.reader()
      var rest = block
      while reader.next(&rest) {
        for edge in 0..<reader.batch.count {
          text.append("  " as StaticString)
          text.append(quoted: graph.allIds.utf8(of: graph.row(of: Int(reader.batch.sources[edge]))), .dot)
          text.append(graph.isDirected ? " -> " : " -- " as StaticString)
          text.append(quoted: graph.allIds.utf8(of: graph.row(of: Int(reader.batch.targets[edge]))), .dot)
          text.append(" [" as StaticString)
          var isFirst = true
          for column in edges.columns.indices {
            let value = reader.batch.value(edge, column)
            if value.isNaN { continue }
            if !isFirst { text.append(", " as StaticString) }
            isFirst = false
            text.append(quoted: edgeNames[column], .dot)
            text.append(0x3D as UInt8)
            text.append(edgeValue: value, edges.columns[column].kind, .dot)
          }
          text.append("];\n" as StaticString)
          turn.spill(&text)
        }
      }
    }
    try sink.write("}\n")
    let count = sink.byteCount
    try sink.close()
    return count
  }
}

extension NodeDrawing {
  /// A node's colour as `#RRGGBB`.
  func hexadecimal(_ node: Int) -> String {
    let colour = colours[node]
    return "#"
      + [colour.red, colour.green, colour.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
