internal import CIgraph
import GraphModel

/// The undirected graph of symmetric ties, with a weight for each edge.
///
/// A pair of people is one edge of weight `A_ij`. A self-tie is a loop of half the weight: it adds `A_ii` to its
/// person's strength, where a loop of igraph adds its weight twice, since both its ends are there.
struct WeightedGraph: ~Copyable {
  /// The vertices and edges.
  var graph: UndirectedGraph
  /// The weights, in the order of the edges.
  var weights: RealVector

  /// The graph of some ties, written straight into igraph's memory.
  ///
  /// - Parameters:
  ///   - ties: symmetric ties, `A_ij = A_ji`; the weight is read from the row of the smaller index.
  ///   - vertices: the vertices of these ties.
  ///   - weight: what stands for the weight of a tie.
  static func make(
    _ ties: TieTable, _ vertices: Vertices, _ session: borrowing IgraphSession, weight: (Double) -> Double
  ) throws(IgraphError) -> WeightedGraph {
    let edgeCount = (ties.arcCount + ties.selfTieCount) / 2
    var ends = try IntegerVector.zeros(2 * edgeCount, session)
    var weights = try RealVector.zeros(edgeCount, session)
    write(ties, vertices, weight, ends: &ends, weights: &weights)
    let graph = try UndirectedGraph.make(vertexCount: vertices.count, ends: &ends, session)
    return WeightedGraph(graph: graph, weights: weights)
  }

  /// Writes the edges in the order of the rows, each at its person with the smaller index.
  private static func write(
    _ ties: TieTable, _ vertices: Vertices, _ weight: (Double) -> Double,
    ends: inout IntegerVector, weights: inout RealVector
  ) {
    let edgeCount = weights.count
    var endValues = ends.values
    var weightValues = weights.values
    var edge = 0
    vertices.forEach { vertex, person in
      ties.forEachTie(of: person) { neighbor, tieWeight in
        guard neighbor >= person else { return }
        guard edge < edgeCount, let other = vertices[neighbor] else { preconditionFailure("ties are symmetric") }
        endValues[2 * edge] = igraph_integer_t(vertex)
        endValues[2 * edge + 1] = igraph_integer_t(other)
        weightValues[edge] = neighbor == person ? weight(tieWeight) / 2 : weight(tieWeight)
        edge += 1
      }
    }
    precondition(edge == edgeCount, "ties are symmetric")
  }
}
