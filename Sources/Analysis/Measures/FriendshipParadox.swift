import Compute
import GraphModel

/// Whether people's friends have more than they have: the friendship paradox, for scores.
///
/// Over people with ties. The mean over ties is above the mean over people exactly if scores and the number of ties go
/// together: `edge mean - mean = cov(d, y) / mean(d)`, an identity.
///
/// Source: S. L. Feld, "Why your friends have more friends than you do", Amer. J. Sociology 96 (1991) 1464-1477; for other
/// traits: Y.-H. Eom, H.-H. Jo, "Generalized friendship paradox in complex networks", Sci. Rep. 4 (2014) 4603.
public struct FriendshipParadox: Sendable, Equatable {
  /// The share of people whose friends have a higher mean score than they have, 0 to 1.
  public let share: Double
  /// The mean score of people with ties, in points.
  public let mean: Double
  /// The mean over people of their friends' mean score, in points.
  public let meanOfMeans: Double
  /// The mean score at the far end of a tie, in points.
  public let edgeMean: Double
  /// The covariance of score and number of ties over the mean number of ties: `edgeMean - mean`, in points.
  public let covariance: Double

  /// The paradox on a frame.
  ///
  /// - Returns: `nil` if nobody has ties.
  init?(_ scores: [Double], on frame: TieFrame, threads: ThreadCount = .one) {
    let sums = frame.sum(threads: threads, Sums()) { people, sums in
      var neighbors = [Double](repeating: 0, count: people.count)
      var span = neighbors.mutableSpan
      frame.ties.weightedSums(of: scores.span, for: people, isCounting: !frame.isWeighted, into: &span)
      for person in people where frame.outgoing[person] > 0 {
        let sum = span[person - people.lowerBound]
        let mean = sum / frame.outgoing[person]
        sums.people += 1
        sums.own.add(scores[person])
        sums.means.add(mean)
        sums.ends.add(sum)
        sums.degree.add(frame.outgoing[person])
        sums.product.add(frame.outgoing[person] * scores[person])
        // Equal means differ by the rounding of their sums.
        if mean > scores[person] + 1e-12 * scores[person].magnitude { sums.above += 1 }
      }
    } _: {
      $0.add($1)
    }
    guard sums.people > 0 else { return nil }
    let count = Double(sums.people)
    share = Double(sums.above) / count
    mean = sums.own.value / count
    meanOfMeans = sums.means.value / count
    edgeMean = sums.ends.value / sums.degree.value
    covariance = sums.product.value / sums.degree.value - mean
  }

  private struct Sums: Sendable {
    var people = 0
    var above = 0
    var own = CompensatedSum()
    var means = CompensatedSum()
    var ends = CompensatedSum()
    var degree = CompensatedSum()
    var product = CompensatedSum()

    mutating func add(_ other: Sums) {
      people += other.people
      above += other.above
      own.add(other.own)
      means.add(other.means)
      ends.add(other.ends)
      degree.add(other.degree)
      product.add(other.product)
    }
  }
}
