import GraphModel
import IgraphKit

/// Communities of a society and how good they are.
public struct Communities: Sendable {
  /// Who belongs to which; people without ties belong to none.
  public let partition: Partition
  /// Modularity at the resolution, or `nil` without ties.
  public let modularity: Double?
  /// How often the algorithm went over the graph.
  public let passes: Int
  /// Modularity after each pass.
  public let modularityByPass: [Double]

  /// Finds communities by the weighted Leiden algorithm on a combined graph.
  ///
  /// Source: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden", Scientific Reports 9 (2019) 5233. Passes
  /// are repeated until modularity gains less than 1e-6, at most 10 times.
  ///
  /// - Parameters:
  ///   - combined: a symmetric table, see `Society.combined`.
  ///   - resolution: gamma of the modularity.
  ///   - seed: of the order in which people are visited.
  /// - Throws: igraph's own error, should it fail.
  public static func find(in combined: TieTable, resolution: Double, seed: UInt64) throws -> Communities {
    let result = try Igraph.leiden(combined, LeidenSettings(resolution: resolution, seed: seed))
    return Communities(
      partition: result.partition,
      modularity: try? result.partition.modularity(on: combined, resolution: resolution),
      passes: result.passes, modularityByPass: result.qualityByPass)
  }
}
