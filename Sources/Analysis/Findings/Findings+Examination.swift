import GraphModel
import Propagation

extension Examination {
  /// How many groups of a division are told of.
  private static let groupCount = 50

  /// What a report says: the examination in a value of its own.
  ///
  /// - Complexity: O(people log people + arcs).
  public func findings() -> Findings {
    Findings(
      society: SocietyFindings(society, shares: shares, combined: combined, threads: settings.threads),
      propagation: PropagationFindings(self, susceptibility: susceptibilityText, tolerance: tolerance),
      withoutLayers: removals.map { LayerRemovalFindings($0, self) }, ownScores: ownSummary,
      publicScores: publicSummary,
      tierTransitions: Mobility(society.ownScores, equilibrium.scores, on: society.scale).counts,
      communities: communities.map {
        Findings.CommunityFindings(modularity: $0.modularity, resolution: settings.resolution, passes: $0.passes)
      },
      groupings: groupings.map(grouping), measures: measures,
      segregation: groupSegregation.filter { $0.number <= Self.groupCount },
      local: local.map { LocalFindings($0, self) }, draws: draws, notices: notices)
  }

  private func grouping(_ grouping: Grouping) -> Findings.GroupingFindings {
    let own = society.ownScores
    let scores = equilibrium.scores
    let summaries =
      grouping.by == "community" && communities != nil
      ? communitySummaries
      : GroupSummary.all(grouping.partition, names: grouping.names, own: own, public: scores, combined: combined)
    return Findings.GroupingFindings(
      by: grouping.by, count: grouping.partition.count, people: grouping.partition.sizes.reduce(0, +),
      groups: Array(summaries.prefix(Self.groupCount)), gapBefore: try? SocialGap(own, by: grouping.partition),
      gapAfter: try? SocialGap(scores, by: grouping.partition),
      shareBefore: grouping.partition.count > 1 ? Split.variance(own, by: grouping.partition).betweenShare : nil,
      shareAfter: grouping.partition.count > 1
        ? Split.variance(distinctScores, by: grouping.partition).betweenShare : nil)
  }
}
