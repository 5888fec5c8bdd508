import Compute
import GraphModel
import Propagation

/// Whom one person moves, or who moves one person.
public struct PersonInfluence: Sendable, Equatable, Codable {
  /// Which of the two.
  public enum Direction: String, Sendable, Codable {
    /// Whom the person moves: a column of V.
    case of
    /// Who moves the person: a row of V.
    case on
  }

  /// The other person.
  public struct Row: Sendable, Equatable, Codable {
    /// The id.
    public let id: String
    /// `V`: by how many points the public score of the one moved rises if the own score of the other rises by one.
    public let share: Double
    /// How many ties lead from the one who moves to the one who is moved, at least.
    public let distance: Int?
    /// The layer by which most of the share arrives at (`of`) or leaves (`on`) this person; `nil` for the person itself.
    public let layer: String?
    /// The own score, in points.
    public let ownScore: Double
    /// The public score, in points.
    public let publicScore: Double
  }

  /// Which way.
  public let direction: Direction
  /// The person.
  public let id: String
  /// The person's own score, in points.
  public let ownScore: Double
  /// The person's public score, in points.
  public let publicScore: Double
  /// The person's share in the own public score.
  public let selfShare: Double
  /// The sum of the shares of all others: how much the person moves them together (`of`), or how much of the person's
  /// public score is theirs (`on`: 1 less `selfShare`).
  public let othersShare: Double
  /// How many others have a share above the bound.
  public let reached: Int
  /// The others with the largest shares.
  public let rows: [Row]
  /// Where susceptibilities come from.
  public let susceptibility: String
  /// What was assumed, merged, dropped and ignored.
  public let notices: [Notice]
  /// How far any share (`of`), or all shares together (`on`), can be from the truth; `nil` if no bound is known.
  public let bound: Double?

  private init(
    _ direction: Direction, person: Int, shares: [Double], bound: Double, settled: SettledSociety, top count: Int,
    layerParts: (Int) -> [Double]
  ) {
    let society = settled.society
    let threads = settled.settings.threads
    let order = shares.risingOrder().reversed().map { Int($0) }.filter { $0 != person }
    let noise = bound.isFinite ? bound : 0
    let distances = settled.network.distances(
      from: [person], direction == .of ? .outward : .inward, threads: threads)
    self.direction = direction
    susceptibility = settled.choices.susceptibilityText
    notices = settled.notices
    self.bound = bound.isFinite ? bound : nil
    id = society.people.ids[person]
    ownScore = society.ownScores[person]
    publicScore = settled.equilibrium.scores[person]
    selfShare = shares[person]
    othersShare = order.lazy.map { shares[$0] }.compensatedSum
    reached = order.count { shares[$0] > noise }
    rows = order.prefix(count).filter { shares[$0] > noise }.map { other in
      let parts = layerParts(other)
      let largest = parts.indices.max { parts[$0] < parts[$1] }
      return Row(
        id: society.people.ids[other], share: shares[other], distance: distances[other],
        layer: largest.map { society.layers[settled.network.layers[$0]].name }, ownScore: society.ownScores[other],
        publicScore: settled.equilibrium.scores[other])
    }
  }

  /// Whom a person moves.
  ///
  /// - Throws: a `usage` error if there is no such person.
  public static func of(_ id: String, _ settled: SettledSociety, top count: Int) throws(ReadingError) -> PersonInfluence
  {
    let person = try PersonLookup(settled.society, layers: settled.network.layers).person(id, for: "--of")
    let linear = try settled.linearModel()
    let unit = linear.reach(of: person, settled.influenceSettings)
    let model = linear.with(ownScores: (0..<settled.society.count).map { $0 == person ? 1 : 0 })
    let parts = model.attribution(of: unit, threads: settled.settings.threads)
    return PersonInfluence(
      .of, person: person, shares: unit.scores, bound: unit.bound.value, settled: settled, top: count
    ) { other in parts.map { $0[other] } }
  }

  /// Who moves a person.
  ///
  /// - Throws: a `usage` error if there is no such person.
  public static func on(_ id: String, _ settled: SettledSociety, top count: Int) throws(ReadingError) -> PersonInfluence
  {
    let person = try PersonLookup(settled.society, layers: settled.network.layers).person(id, for: "--on")
    let linear = try settled.linearModel()
    let sources = linear.sources(of: person, settled.influenceSettings)
    let parts = linear.departures(of: sources, threads: settled.settings.threads)
    return PersonInfluence(
      .on, person: person, shares: sources.shares, bound: sources.bound, settled: settled, top: count, layerParts: parts
    )
  }
}
