import Compute
import GraphModel
import Propagation

/// A society ready to be measured: the observed one, or a random one that it is compared with.
struct Specimen: Sendable {
  /// Own scores, in points.
  let own: [Double]
  /// Public scores.
  let scores: [Double]
  /// Public scores without differences that only rounding made.
  let distinct: [Double]
  /// The ties, and the groups that scores are compared between.
  let statistics: SortingStatistics
  /// All layers as one undirected graph.
  let combined: TieTable
  /// The same groups, as ties are seen by them: in a random society people of other groups may stand there.
  let divided: [Grouping]
}

extension SortingStatistics {
  /// What scores are measured on: each layer with a share on its own arcs, with and without weights where they differ,
  /// then all layers combined.
  init(
    _ society: Society, shares: [Double], combined: TieTable, groupings: [Analysis.Grouping], threads: ThreadCount
  ) {
    var frames: [TieFrame] = []
    var grounds: [Ground] = []
    func add(_ on: String, _ weighted: [Bool], _ frame: (Bool) -> TieFrame) {
      for isWeighted in weighted {
        grounds.append(Ground(on: on, isWeighted: isWeighted, frame: frames.count))
        frames.append(frame(isWeighted))
      }
    }
    let active = zip(society.layers, shares).filter { $1 > 0 && $0.ties.arcCount > 0 }.map(\.0)
    for layer in active {
      let reversed = layer.isDirected ? layer.ties.transposed(threads: threads) : nil
      add(layer.name, layer.isWeighted ? [true, false] : [false]) { isWeighted in
        TieFrame(
          layer.ties, isWeighted: isWeighted, isSymmetric: !layer.isDirected, reversed: reversed, threads: threads)
      }
    }
    if active.count == 1, !active[0].isDirected, active[0].ties.arcCount == combined.arcCount {
      // All measures are the same for a multiple of the weights, and the combined graph is one of this layer's.
      for isWeighted in [true, false] {
        grounds.append(
          Ground(on: "combined", isWeighted: isWeighted, frame: isWeighted || !active[0].isWeighted ? 0 : 1))
      }
    } else if combined.arcCount > 0 {
      add("combined", [true, false]) { isWeighted in
        TieFrame(combined, isWeighted: isWeighted, isSymmetric: true, threads: threads)
      }
    }
    self.init(
      frames: frames, grounds: grounds,
      groupings: groupings.map { Grouping(by: $0.by, partition: $0.partition) })
  }
}
