/// What everyone had at one period.
public struct PeopleSnapshot: Sendable, Codable, Equatable {
  /// The period.
  public let period: Int
  /// The own scores, in points.
  public let ownScores: [Double]
  /// The public scores, in points.
  public let publicScores: [Double]
  /// The lasting label of each person's community, 0 for none; `nil` if there are none to tell.
  public let communities: [Int]?
  /// The tier of each public score, from 1; `nil` if there are none to tell.
  public let tiers: [Int]?
  /// Whether each person is on the blacklist; `nil` if there is none.
  public let listed: [Bool]?

  /// Everyone's values.
  ///
  /// - Precondition: all have one entry a person.
  public init(
    period: Int, ownScores: [Double], publicScores: [Double], communities: [Int]? = nil, tiers: [Int]? = nil,
    listed: [Bool]? = nil
  ) {
    let counts = [publicScores.count, communities?.count, tiers?.count, listed?.count]
    precondition(counts.allSatisfy { $0 == nil || $0 == ownScores.count }, "one value a person")
    self.period = period
    self.ownScores = ownScores
    self.publicScores = publicScores
    self.communities = communities
    self.tiers = tiers
    self.listed = listed
  }
}
