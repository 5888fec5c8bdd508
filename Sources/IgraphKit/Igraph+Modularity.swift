internal import CIgraph
import GraphModel

extension Igraph {
  /// The modularity of a partition: the share of weight inside the parts, less what chance would put there.
  ///
  /// `Q = 1/(2m) sum_ij (A_ij - gamma d_i d_j / (2m)) [i and j in one part]`, with strengths `d_i = sum_j A_ij` and
  /// `2m = sum_ij A_ij`; a self-tie `A_ii` counts once in both. Source: Newman and Girvan 2004, Physical Review E
  /// 69:026113; the resolution `gamma` of Reichardt and Bornholdt 2006, Physical Review E 74:016110.
  ///
  /// - Parameters:
  ///   - ties: symmetric ties, `A_ij = A_ji`.
  ///   - partition: a part for each person. A person of part 0 counts as a part of one.
  ///   - resolution: `gamma`, 0 or more; 1 is the usual modularity.
  /// - Returns: Q, at most 1; `nil` without ties, where it is not defined.
  /// - Complexity: O(people + ties), mostly for building igraph's graph.
  package static func modularity(
    _ ties: TieTable, _ partition: Partition, resolution: Double = 1
  ) throws(IgraphError) -> Double? {
    precondition(partition.parts.count == ties.personCount, "a part for each person")
    guard ties.arcCount > 0 else { return nil }
    let vertices = Vertices(ties)
    return try locked { session throws(IgraphError) in
      var weighted = try WeightedGraph.make(ties, vertices, session) { $0 }
      var membership = try IntegerVector.zeros(vertices.count, session)
      write(partition, vertices, to: &membership)
      var modularity = 0.0
      try session.check(
        unsafe igraph_modularity(
          &weighted.graph.raw, &membership.raw, &weighted.weights.raw, resolution, false, &modularity),
        "compute the modularity at resolution \(resolution)")
      return modularity
    }
  }

  /// Writes labels from 0: the parts in their order, then one label for each vertex of part 0.
  private static func write(_ partition: Partition, _ vertices: Vertices, to membership: inout IntegerVector) {
    var labels = membership.values
    var next = partition.count
    vertices.forEach { vertex, person in
      let part = partition.parts[person]
      labels[vertex] = igraph_integer_t(part > 0 ? part - 1 : next)
      if part == 0 { next += 1 }
    }
  }
}
