import Compute
import Foundation
import GraphModel

/// Polarisation, disagreement and internal conflict of opinions on a network, here of scores.
///
/// In the model with susceptibility `degree` on one undirected layer (`z = (I + L)^-1 s`) two identities hold, with scores
/// less their mean: `P + D = s'(I + L)^-1 s`, and conservation, `|z - s|^2 + 2 D + |z|^2 = |s|^2`.
///
/// Source: C. Musco, C. Musco, C. E. Tsourakakis, "Minimizing polarization and disagreement in social networks", WWW
/// (2018) 369-378; X. Chen, J. Lijffijt, T. De Bie, "Quantifying and minimizing risk of conflict in social networks", KDD
/// (2018).
public enum Conflict {
  /// `sum_i (y_i - mean)^2`, in points squared, 0 or more: the variance times n.
  public static func polarisation(_ scores: [Double]) -> Double {
    Spread.variance(scores) * Double(scores.count)
  }

  /// `sum_{i,j tied} w_ij (y_i - y_j)^2`, each undirected tie once, in points squared times weight, 0 or more.
  ///
  /// For a directed table half the sum over arcs, which is the same where it is symmetric.
  public static func disagreement(_ scores: [Double], on ties: TieTable, threads: ThreadCount = .one) -> Double {
    let blocks = ties.rowBlocks()
    let sums = Parallel.map(blocks.count, threads: threads) { block -> CompensatedSum in
      var sum = CompensatedSum()
      for person in blocks[block] {
        var row = 0.0
        ties.forEachTie(of: person) { neighbor, weight in
          let difference = scores[person] - scores[neighbor]
          row += weight * difference * difference
        }
        sum.add(row)
      }
      return sum
    }
    return sums.reduce(into: CompensatedSum()) { $0.add($1) }.value / 2
  }

  /// `sum_i (x_i - s_i)^2`, in points squared, 0 or more: how far public scores are from own ones.
  public static func internalConflict(_ own: [Double], _ scores: [Double]) -> Double {
    zip(own, scores).map { ($0 - $1) * ($0 - $1) }.compensatedSum
  }

  /// Polarisation between groups by identification inside them: `sum_g sum_h pi_g^(1 + alpha) pi_h |m_g - m_h|`, in
  /// points, with `pi` shares of people and m mean scores; 0 if all means are equal, largest for two groups of half the
  /// people each at the ends of the scale.
  ///
  /// Source: J.-M. Esteban, D. Ray, "On the measurement of polarization", Econometrica 62 (1994) 819-851, with K = 1.
  ///
  /// - Parameters:
  ///   - scores: one a person.
  ///   - partition: the groups; people of none do not count.
  ///   - alpha: the weight of identification, 0 (a Gini of means) to 1.6.
  /// - Returns: `nil` with fewer than two groups.
  public static func estebanRay(_ scores: [Double], by partition: Partition, alpha: Double = 1.3) -> Double? {
    guard partition.count > 1 else { return nil }
    let groups = Groups(scores, partition)
    let count = Double(groups.count)
    let order = groups.means.risingOrder().map { Int($0) }
    // Over groups by rising mean, sum_h pi_h |m_g - m_h| comes from running sums.
    let shares = order.map { Double(groups.sizes[$0]) / count }
    let means = order.map { groups.means[$0] }
    let mass = shares.compensatedSum
    let moment = zip(shares, means).map { $0 * $1 }.compensatedSum
    var below = (mass: 0.0, moment: 0.0)
    var sum = CompensatedSum()
    for (share, mean) in zip(shares, means) {
      let distance = mean * below.mass - below.moment + (moment - below.moment) - mean * (mass - below.mass)
      sum.add(pow(share, 1 + alpha) * max(0, distance))
      below = (below.mass + share, below.moment + share * mean)
    }
    return sum.value
  }
}
