/// People a reader can look up: everyone, or those at the ends.
public struct PeopleSample: Sendable, Equatable, Codable {
  /// A person.
  public struct Person: Sendable, Equatable, Codable {
    /// The id.
    public let id: String
    /// The own score, in points.
    public let ownScore: Double
    /// The public score, in points.
    public let publicScore: Double
    /// The weighted mean own score of those the person is tied to; `nil` without ties.
    public let friendsOwnScore: Double?
    /// The number of people tied to in any layer.
    public let degree: Int
    /// The number of the community; `nil` for none.
    public let community: Int?
    /// The share of all influence on the mean public score; `nil` where it is not defined.
    public let influence: Double?

    /// A person.
    package init(
      id: String, ownScore: Double, publicScore: Double, friendsOwnScore: Double?, degree: Int, community: Int?,
      influence: Double?
    ) {
      self.id = id
      self.ownScore = ownScore
      self.publicScore = publicScore
      self.friendsOwnScore = friendsOwnScore
      self.degree = degree
      self.community = community
      self.influence = influence
    }
  }

  /// The people, in the society's order.
  public let people: [Person]
  /// How many people are left out: of more than `limit` people, those with the largest gains, losses and influence are
  /// kept, and of each community drawn the one with the most ties.
  public let leftOut: Int

  /// A sample.
  package init(people: [Person], leftOut: Int) {
    self.people = people
    self.leftOut = leftOut
  }

  /// Up to how many people everyone can be looked up.
  public static let limit = 2_000
}
