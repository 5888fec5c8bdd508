import GraphModel

/// Everything a report says about one society, as values.
public struct Findings: Sendable, Equatable, Codable {
  /// What the groups of one grouping are, and how far apart.
  public struct GroupingFindings: Sendable, Equatable, Codable {
    /// `community`, or the column's name.
    public let by: String
    /// How many groups there are.
    public let count: Int
    /// How many people belong to one.
    public let people: Int
    /// The largest groups, at most 50.
    public let groups: [GroupSummary]
    /// The gap of own scores, or `nil` if there are not two groups large enough.
    public let gapBefore: SocialGap?
    /// The gap of public scores.
    public let gapAfter: SocialGap?
    /// The share of the variance of own scores that lies between groups.
    public let shareBefore: Double?
    /// The share of the variance of public scores that lies between groups.
    public let shareAfter: Double?
  }

  /// How communities were found.
  public struct CommunityFindings: Sendable, Equatable, Codable {
    /// Modularity, or `nil` without ties.
    public let modularity: Double?
    /// The resolution.
    public let resolution: Double
    /// How often the algorithm went over the graph.
    public let passes: Int
    /// `labels` for label propagation, `components` for connected components; `nil`: the Leiden algorithm.
    public private(set) var method: String?
  }

  /// What the society is.
  public let society: SocietyFindings
  /// What the network did to scores.
  public let propagation: PropagationFindings
  /// What public scores would be without each of the layers that were named.
  public let withoutLayers: [LayerRemovalFindings]
  /// Own scores.
  public let ownScores: ScoreSummary
  /// Public scores.
  public let publicScores: ScoreSummary
  /// People by tier of the own score (row) and tier of the public score (column).
  public let tierTransitions: [[Int]]
  /// How communities were found, or `nil` if they were not looked for.
  public let communities: CommunityFindings?
  /// Communities first, then the columns that were asked for.
  public let groupings: [GroupingFindings]
  /// All measures, one row each.
  public let measures: [MeasureRow]
  /// How closed the groups of each division are; of communities and columns the 50 largest.
  public let segregation: [GroupSegregation]
  /// Hot and cold spots of own scores, or `nil` if they were not looked for.
  public let local: LocalFindings?
  /// How many random societies were drawn.
  public let draws: Int
  /// What was assumed, merged, dropped and ignored.
  public let notices: [Notice]

  /// The row of a measure, or `nil`.
  public func measure(
    _ name: String, of: String = "", on: String = "", by: String = "", weighted: Bool? = nil
  ) -> MeasureRow? {
    measures.first { row in
      row.measure == name && row.of == of && row.on == on && row.by == by
        && (weighted == nil || row.weighted == weighted)
    }
  }
}
