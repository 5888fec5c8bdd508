import Compute
import GraphModel

/// One community, or one group of a column: its size, scores and ties.
public struct GroupSummary: Sendable, Equatable, Codable {
  /// The number, from 1.
  public let number: Int
  /// The value of the column that makes the group; the number, for communities.
  public let name: String
  /// How many people.
  public let people: Int
  /// The mean own score, in points.
  public let meanOwnScore: Double
  /// The mean public score, in points.
  public let meanPublicScore: Double
  /// The standard deviation of own scores (divided by n).
  public let sdOwnScore: Double
  /// The standard deviation of public scores (divided by n).
  public let sdPublicScore: Double
  /// The lowest public score.
  public let lowestPublicScore: Double
  /// The highest public score.
  public let highestPublicScore: Double
  /// Pairs of people inside who are tied.
  public let tiesWithin: Int
  /// Pairs of one person inside and one outside who are tied.
  public let tiesOutside: Int
  /// The share of all tie weight that lies inside, from 0 to 1.
  public let weightWithin: Double
  /// The share of all tie weight that leads out, from 0 to 1.
  public let weightOutside: Double

  /// The share of the group's own tie weight that stays inside, from 0 to 1.
  ///
  /// `2 w_in / (2 w_in + w_out)`: inside ties are seen from both ends. 1 is a closed circle.
  public var closure: Double? {
    let sum = 2 * weightWithin + weightOutside
    return sum > 0 ? 2 * weightWithin / sum : nil
  }

  /// The summaries of all parts, part 1 first.
  static func all(
    _ partition: Partition, names: [String]?, own: [Double], public scores: [Double], combined: TieTable
  ) -> [GroupSummary] {
    var within = [Tally](repeating: Tally(), count: partition.count)
    var outside = within
    for person in 0..<combined.personCount where partition.parts[person] > 0 {
      let part = partition.parts[person]
      combined.forEachTie(of: person) { neighbor, weight in
        if partition.parts[neighbor] == part {
          // Each pair is met from both ends, a self-tie once.
          if neighbor >= person { within[part - 1].add(weight * (neighbor == person ? 1 : 2)) }
        } else {
          outside[part - 1].add(weight * 2)
        }
      }
    }
    return partition.members.enumerated().map { slot, members in
      let ownScores = members.map { own[$0] }
      let publicScores = members.map { scores[$0] }
      return GroupSummary(
        number: slot + 1, name: names?[slot] ?? String(slot + 1), people: members.count,
        meanOwnScore: ownScores.compensatedMean, meanPublicScore: publicScores.compensatedMean,
        sdOwnScore: Spread.variance(ownScores).squareRoot(), sdPublicScore: Spread.variance(publicScores).squareRoot(),
        lowestPublicScore: publicScores.min() ?? 0, highestPublicScore: publicScores.max() ?? 0,
        tiesWithin: within[slot].count, tiesOutside: outside[slot].count, weightWithin: within[slot].weight.value,
        weightOutside: outside[slot].weight.value)
    }
  }

  private struct Tally {
    var count = 0
    var weight = CompensatedSum()

    mutating func add(_ value: Double) {
      count += 1
      weight.add(value)
    }
  }
}
