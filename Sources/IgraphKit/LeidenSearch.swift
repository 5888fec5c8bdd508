internal import CIgraph
import GraphModel

/// A Leiden search between its passes: the graph, and the communities so far.
///
/// igraph maximises `1/(2m) sum_ij (A_ij - g n_i n_j) [i and j in one part]` for vertex weights n. That is modularity
/// when `n_i = d_i` and `g = gamma / (2m)`.
struct LeidenSearch: ~Copyable {
  private var weighted: WeightedGraph
  private var strengths: RealVector
  private var membership: IntegerVector
  private let resolutionOverTotal: Double
  private var isFirst = true

  /// The randomness of the refinement, for weights near 1; igraph's advice.
  private static let beta = 0.01

  /// Builds igraph's graph and starts its random generator.
  ///
  /// - Precondition: there are ties.
  init(
    _ ties: TieTable, _ vertices: Vertices, _ settings: LeidenSettings, _ session: borrowing IgraphSession
  ) throws(IgraphError) {
    let grid = WeightGrid(ties)
    let weighted = try WeightedGraph.make(ties, vertices, session, weight: grid.rounded)
    var strengths = try RealVector.zeros(vertices.count, session)
    let membership = try IntegerVector.zeros(vertices.count, session)
    try session.seed(settings.seed)
    let total = Self.write(strengthsOf: ties, vertices, grid, to: &strengths)
    self.weighted = weighted
    self.strengths = strengths
    self.membership = membership
    resolutionOverTotal = settings.resolution / total
  }

  /// Writes the row sums of the rounded weights and returns their sum, `2m`.
  private static func write(
    strengthsOf ties: TieTable, _ vertices: Vertices, _ grid: WeightGrid, to strengths: inout RealVector
  ) -> Double {
    var values = strengths.values
    var total = 0.0
    vertices.forEach { vertex, person in
      var strength = 0.0
      ties.forEachTie(of: person) { _, weight in strength += grid.rounded(weight) }
      values[vertex] = strength
      total += strength
    }
    return total
  }

  /// One pass from the communities so far, or from everyone alone.
  ///
  /// - Returns: the modularity it reached.
  mutating func pass(_ session: borrowing IgraphSession) throws(IgraphError) -> Double {
    var modularity = 0.0
    var communityCount: igraph_integer_t = 0
    try session.check(
      unsafe igraph_community_leiden(
        &weighted.graph.raw, &weighted.weights.raw, &strengths.raw, resolutionOverTotal, Self.beta, !isFirst, 1,
        &membership.raw, &communityCount, &modularity),
      "find communities")
    isFirst = false
    return modularity
  }

  /// The community of each vertex.
  var labels: [Int] {
    mutating get {
      let values = membership.values
      return values.indices.map { Int(values[$0]) }
    }
  }
}
