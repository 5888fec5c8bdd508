import Analysis
import GraphModel

extension Examination {
  /// The columns of `communities.csv`, which are also the node attributes of `communities.graphml`.
  func communityColumns() -> [Column] { Column.communities(communitySummaries) }
}

extension Column {
  /// The columns of communities.
  static func communities(_ groups: [GroupSummary]) -> [Column] {
    func count(
      _ name: String, _ unit: String, _ meaning: String, _ value: @escaping @Sendable (GroupSummary) -> Int
    ) -> Column {
      Column(name, .int, unit: unit, meaning, .counts { value(groups[$0]) })
    }
    return [
      count("community", "", "the number of the community, 1 the largest") { $0.number },
      count("people", "people", "how many belong to it") { $0.people },
      .numbers("mean_own_score", "the mean own score", groups.map(\.meanOwnScore)),
      .numbers("mean_public_score", "the mean public score", groups.map(\.meanPublicScore)),
      .numbers("sd_own_score", "the standard deviation of own scores, divided by n", groups.map(\.sdOwnScore)),
      .numbers("sd_public_score", "the standard deviation of public scores, divided by n", groups.map(\.sdPublicScore)),
      .numbers("lowest_public_score", "the lowest public score", groups.map(\.lowestPublicScore)),
      .numbers("highest_public_score", "the highest public score", groups.map(\.highestPublicScore)),
      count("ties_within", "ties", "pairs of people inside who are tied") { $0.tiesWithin },
      count("ties_outside", "ties", "pairs of one inside and one outside who are tied") { $0.tiesOutside },
      .numbers(
        "weight_within", unit: "share", "the share of all combined tie weight that lies inside",
        groups.map(\.weightWithin)),
      .numbers(
        "weight_outside", unit: "share", "the share of all combined tie weight that leads out",
        groups.map(\.weightOutside)),
      .numbers(
        "closure", unit: "share", "the share of its own tie weight that stays inside, inside ties seen from both ends",
        groups.map(\.closure)),
    ]
  }
}
