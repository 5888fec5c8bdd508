import Compute

/// Writes GraphML piece by piece: keys, graph data, nodes, edges, in that order.
///
/// The file keeps to what igraph, networkx, NetworKit, Gephi and Cytoscape all read: the namespace is declared, keys are
/// unique, types are boolean, int, long, double and string, there is no default and no key for all, and a missing value is
/// left out. Source: U. Brandes et al., "GraphML progress report" (2001), http://graphml.graphdrawing.org.
struct GraphMLWriter: ~Copyable {
  /// Something nodes, edges or the graph can carry.
  struct Key {
    let name: String
    let kind: Column.Kind
  }

  /// The start tags of the data of nodes and edges, in the order of their keys.
  let tags: Tags
  private var sink: ByteSink

  /// The start tags of data: `<data key="n0">` and so on.
  struct Tags: Sendable {
    let nodes: [[UInt8]]
    let edges: [[UInt8]]

    fileprivate init(nodes: Int, edges: Int) {
      self.nodes = (0..<nodes).map { Array("<data key=\"n\($0)\">".utf8) }
      self.edges = (0..<edges).map { Array("<data key=\"e\($0)\">".utf8) }
    }
  }

  init(
    creating path: String, isDirected: Bool, graph: [(key: Key, value: String)], nodes: [Key], edges: [Key]
  ) throws(ExportError) {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """
    for (position, entry) in graph.enumerated() { text += Self.declaration(entry.key, "graph", "g\(position)") }
    for (position, key) in nodes.enumerated() { text += Self.declaration(key, "node", "n\(position)") }
    for (position, key) in edges.enumerated() { text += Self.declaration(key, "edge", "e\(position)") }
    text += "<graph edgedefault=\"\(isDirected ? "directed" : "undirected")\">\n"
    for (position, entry) in graph.enumerated() {
      text += "<data key=\"g\(position)\">\(XMLText.escaped(entry.value))</data>\n"
    }
    var sink = try ByteSink(creating: path)
    try sink.write(text)
    self.sink = sink
    tags = Tags(nodes: nodes.count, edges: edges.count)
  }

  /// Adds blocks of nodes or of edges, rendered by several threads and written in their order.
  ///
  /// - Parameters:
  ///   - blocks: what each block covers.
  ///   - threads: how many threads work at once.
  ///   - progress: is advanced by the length of each block's range when it is written.
  ///   - render: appends a block.
  mutating func elements(
    _ blocks: [Range<Int>], threads: ThreadCount, progress: Progress = .silent,
    _ render: (Range<Int>, inout ByteText, OrderedText.Turn) -> Void
  ) throws(ExportError) {
    try sink.write(blocks, threads: threads, progress: progress, render)
  }

  /// Ends the file.
  ///
  /// - Returns: how many bytes it has.
  consuming func close() throws(ExportError) -> Int {
    try sink.write("</graph>\n</graphml>\n")
    let count = sink.byteCount
    try sink.close()
    return count
  }

  private static func declaration(_ key: Key, _ domain: String, _ id: String) -> String {
    "<key id=\"\(id)\" for=\"\(domain)\" attr.name=\"\(XMLText.escaped(key.name))\" attr.type=\"\(key.kind.rawValue)\"/>\n"
  }
}

extension ByteText {
  /// Adds the start of a node; `id` is escaped.
  @inline(__always) mutating func openNode(_ id: Span<UInt8>) {
    append("<node id=\"" as StaticString)
    append(id)
    append("\">" as StaticString)
  }

  /// Adds the start of an edge; both ids are escaped.
  @inline(__always) mutating func openEdge(_ source: Span<UInt8>, _ target: Span<UInt8>) {
    append("<edge source=\"" as StaticString)
    append(source)
    append("\" target=\"" as StaticString)
    append(target)
    append("\">" as StaticString)
  }
}
