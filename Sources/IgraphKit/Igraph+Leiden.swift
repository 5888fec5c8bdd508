internal import CIgraph
import GraphModel

extension Igraph {
  /// Communities by the Leiden algorithm: parts with a high modularity, each of them connected.
  ///
  /// A pass moves people to the neighbouring community that raises Q most, splits what hangs together badly, merges
  /// each part into one vertex and repeats on the smaller graph. Passes go on from the last answer until Q gains less
  /// than the least gain. Source: Traag, Waltman and van Eck 2019, Scientific Reports 9:5233; for Q and its resolution
  /// see ``modularity(_:_:resolution:)``.
  ///
  /// Q is a heuristic's and not the maximum: other seeds give other communities. The same ties, settings and version
  /// of igraph give the same answer, for any scale of the weights.
  ///
  /// - Parameters:
  ///   - ties: symmetric ties, `A_ij = A_ji`, with a finite sum of weights. A self-tie counts in the strength of its
  ///     person and in Q.
  ///   - settings: resolution, seed and when to stop.
  /// - Returns: the communities, which everyone with a tie belongs to, and Q after each pass. Weights are rounded on
  ///   the way (`WeightGrid`), which moves Q by about 2^-51 an arc at most: 1e-8 for 20 million arcs.
  /// - Complexity: close to O(people + ties) a pass. Takes about 130 bytes of memory a tie, and holds igraph's lock
  ///   throughout.
  package static func leiden(_ ties: TieTable, _ settings: LeidenSettings) throws(IgraphError) -> LeidenResult {
    let vertices = Vertices(ties)
    guard ties.arcCount > 0 else { return LeidenResult(partition: vertices.partition(labels: []), qualityByPass: []) }
    return try locked { session throws(IgraphError) in
      var search = try LeidenSearch(ties, vertices, settings, session)
      var qualities = [try search.pass(session)]
      while qualities.count < settings.maximumPasses {
        let quality = try search.pass(session)
        let gain = quality - qualities[qualities.count - 1]
        qualities.append(quality)
        if gain < settings.minimumGain { break }
      }
      return LeidenResult(partition: vertices.partition(labels: search.labels), qualityByPass: qualities)
    }
  }
}
