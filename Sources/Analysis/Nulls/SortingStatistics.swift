import Compute
import GraphModel

/// Everything that is measured of how scores are sorted over ties and groups, for any set of scores.
struct SortingStatistics: Sendable {
  /// What one number is.
  struct Key: Sendable, Equatable {
    let measure: String
    let on: String
    let by: String
    let isWeighted: Bool?
    /// How many people it is over.
    let people: Int
  }

  /// Ties to measure on: a layer's name or `combined`.
  struct Ground: Sendable {
    let on: String
    let isWeighted: Bool
    /// The position of the frame; the layer of a society that has no other is the combined graph too.
    let frame: Int
  }

  /// Groups to measure by: `community` or a column's name.
  struct Grouping: Sendable {
    let by: String
    let partition: Partition
  }

  let frames: [TieFrame]
  let grounds: [Ground]
  let groupings: [Grouping]
  let keys: [Key]

  init(frames: [TieFrame], grounds: [Ground], groupings: [Grouping]) {
    self.frames = frames
    self.grounds = grounds
    self.groupings = groupings
    let onTies = grounds.flatMap { ground in
      ["assortativity", "moran_i", "geary_c", "friends_above_share", "friends_excess"].map { measure in
        Key(
          measure: measure, on: ground.on, by: "", isWeighted: ground.isWeighted,
          people: frames[ground.frame].tied.count)
      }
    }
    let onGroups = groupings.flatMap { grouping in
      ["variance_between_share", "theil_between_share", "social_gap", "esteban_ray"].map { measure in
        Key(measure: measure, on: "", by: grouping.by, isWeighted: nil, people: grouping.partition.sizes.reduce(0, +))
      }
    }
    keys = onTies + onGroups
  }

  /// One number a key, in the order of `keys`; `nil` where undefined.
  func values(_ scores: [Double], threads: ThreadCount = .one) -> [Double?] {
    let statistics = frames.map { TieStatistics(scores, on: $0, threads: threads) }
    let onTies = grounds.flatMap { ground in
      let statistics = statistics[ground.frame]
      return [
        statistics.assortativity, statistics.moran, statistics.geary, statistics.friendsAbove, statistics.friendsExcess,
      ]
    }
    let onGroups = groupings.flatMap { grouping -> [Double?] in
      // With one group there is nothing that could lie between groups.
      guard grouping.partition.count > 1 else { return [nil, nil, nil, nil] }
      return [
        Split.variance(scores, by: grouping.partition).betweenShare,
        (try? Split.theil(scores, by: grouping.partition))?.betweenShare,
        (try? SocialGap(scores, by: grouping.partition))?.difference,
        Conflict.estebanRay(scores, by: grouping.partition),
      ]
    }
    return onTies + onGroups
  }
}
