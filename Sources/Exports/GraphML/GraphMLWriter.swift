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

  private var sink: ByteSink

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
  }

  /// One node; `values` has one entry a node key.
  mutating func node(_ id: String, _ values: [String?]) throws(ExportError) {
    try element("node id=\"\(XMLText.escaped(id))\"", "node", "n", values)
  }

  /// One edge; `values` has one entry an edge key.
  mutating func edge(_ source: String, _ target: String, _ values: [String?]) throws(ExportError) {
    try element("edge source=\"\(XMLText.escaped(source))\" target=\"\(XMLText.escaped(target))\"", "edge", "e", values)
  }

  /// Ends the file.
  consuming func close() throws(ExportError) {
    try sink.write("</graph>\n</graphml>\n")
    try sink.close()
  }

  private static func declaration(_ key: Key, _ domain: String, _ id: String) -> String {
    "<key id=\"\(id)\" for=\"\(domain)\" attr.name=\"\(XMLText.escaped(key.name))\" attr.type=\"\(key.kind.rawValue)\"/>\n"
  }

  private mutating func element(
    _ opening: String, _ name: String, _ prefix: String, _ values: [String?]
  ) throws(ExportError) {
    var text = "<\(opening)>"
    for (position, value) in values.enumerated() {
      guard let value else { continue }
      text += "<data key=\"\(prefix)\(position)\">\(XMLText.escaped(value))</data>"
    }
    try sink.write(text + "</\(name)>\n")
  }
}
