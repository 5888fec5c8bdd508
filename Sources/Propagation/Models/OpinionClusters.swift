import Compute
import GraphModel

/// The groups into which scores have gathered, as seen by people who trust only those within epsilon.
public struct OpinionClusters: Sendable, Equatable {
  /// The cluster of each person: numbered from 1 by size, then by smallest index; everyone belongs to one.
  public let partition: Partition
  /// The mean score of each cluster, in points, cluster 1 first.
  public let means: [Double]

  /// The clusters of scores.
  ///
  /// Among ties they are the connected pieces of the ties within reach, directions ignored; among everyone the runs of the
  /// sorted scores without a gap above the reach. A lone person is a cluster of one.
  ///
  /// - Complexity: O(people + arcs).
  init(_ scores: [Double], network: InfluenceMatrix, partners: Partners, reach: ConfidenceReach) {
    precondition(scores.count == network.personCount, "one score a person")
    let labels = partners == .everyone ? Self.runs(scores, reach) : Self.pieces(scores, network, reach)
    let partition = Partition(bySizeOf: labels, labelCount: scores.count)
    self.partition = partition
    // From a member's own score, so that the mean of equal scores is that score.
    means = partition.members.map { members in
      let origin = members.first.map { scores[$0] } ?? 0
      return origin + members.lazy.map { scores[$0] - origin }.compensatedMean
    }
  }

  private static func runs(_ scores: [Double], _ reach: ConfidenceReach) -> [Int] {
    var labels = [Int](repeating: 0, count: scores.count)
    var label = 0
    var last: Double?
    for person in scores.risingOrder().lazy.map(Int.init) {
      if let last, !reach.covers(last, scores[person]) { label += 1 }
      labels[person] = label
      last = scores[person]
    }
    return labels
  }

  private static func pieces(_ scores: [Double], _ network: InfluenceMatrix, _ reach: ConfidenceReach) -> [Int] {
    let columns = network.columns(threads: .one)
    var labels = [Int](repeating: -1, count: scores.count)
    var waiting: [Int] = []
    for start in scores.indices where labels[start] < 0 {
      labels[start] = start
      waiting.append(start)
      while let person = waiting.popLast() {
        func visit(_ other: Int, _ weight: Double) {
          guard labels[other] < 0, reach.covers(scores[person], scores[other]) else { return }
          labels[other] = start
          waiting.append(other)
        }
        for layer in columns.indices {
          network.ties[layer].forEachTie(of: person, visit)
          if !network.isMutual[layer] { columns[layer].forEachTie(of: person, visit) }
        }
      }
    }
    return labels
  }
}
