import GraphModel

/// Hot and cold spots of own scores, in a few numbers.
public struct LocalFindings: Sendable, Equatable, Codable {
  /// One person whose network is more than chance.
  public struct Person: Sendable, Equatable, Codable {
    /// The person's id.
    public let id: String
    /// What the person's place is.
    public let spot: LocalMoran.Spot
    /// The own score.
    public let ownScore: Double
    /// The weighted mean own score of those the person is tied to; of `W`, not of the combined graph.
    public let friendsOwnScore: Double?
    /// The local Moran.
    public let value: Double
    /// The adjusted p.
    public let q: Double
  }

  /// How many people have an index.
  public let people: Int
  /// How many networks were drawn for each.
  public let draws: Int
  /// The rate of false discoveries at which people are named.
  public let level: Double
  /// How many are high among high.
  public let hot: Int
  /// How many are low among low.
  public let cold: Int
  /// How many are high among low.
  public let highAmongLow: Int
  /// How many are low among high.
  public let lowAmongHigh: Int
  /// The most extreme of each kind, at most 5, by distance from 0.
  public let named: [Person]
}

extension LocalFindings {
  /// How many people of a kind are named.
  static let namedCount = 5

  init(_ local: LocalMoran, _ examination: Examination) {
    func count(_ spot: LocalMoran.Spot) -> Int { local.spots.count { $0 == spot } }
    people = local.values.count { $0 != nil }
    draws = local.draws
    level = LocalMoran.level
    hot = count(.hot)
    cold = count(.cold)
    highAmongLow = count(.highAmongLow)
    lowAmongHigh = count(.lowAmongHigh)
    named = LocalMoran.Spot.allCases.flatMap { spot in
      let people = local.spots.indices.filter { local.spots[$0] == spot }
      let first = people.sorted { one, other in
        let (one, other) = ((local.values[one] ?? 0).magnitude, (local.values[other] ?? 0).magnitude)
        return one > other
      }.prefix(Self.namedCount)
      return first.map { person in
        Person(
          id: examination.society.people.ids[person], spot: spot, ownScore: examination.society.ownScores[person],
          friendsOwnScore: examination.friendsOwnScores[person], value: local.values[person] ?? 0,
          q: local.q[person] ?? 1)
      }
    }
  }
}
