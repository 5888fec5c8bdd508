internal import CIgraph

/// An undirected graph in igraph's memory, freed with its owner.
@safe struct UndirectedGraph: ~Copyable {
  /// igraph's own record of the graph, for calls into the library.
  var raw: igraph_t

  private init(adopting raw: igraph_t) { unsafe self.raw = raw }

  deinit {
    var raw = unsafe raw
    unsafe igraph_destroy(&raw)
  }

  /// A graph with the given edges.
  ///
  /// - Parameters:
  ///   - vertexCount: how many vertices; they are numbered from 0.
  ///   - ends: the two ends of the first edge, of the second, and so on.
  static func make(
    vertexCount: Int, ends: inout IntegerVector, _ session: borrowing IgraphSession
  ) throws(IgraphError) -> UndirectedGraph {
    var raw = unsafe igraph_t()
    try session.check(
      unsafe igraph_create(&raw, &ends.raw, igraph_integer_t(vertexCount), false),
      "make a graph (vertices: \(vertexCount), edges: \(ends.count / 2))")
    return unsafe UndirectedGraph(adopting: raw)
  }
}
