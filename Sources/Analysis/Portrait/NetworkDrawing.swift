/// A network as it is drawn: nodes with places, and ties between them.
public struct NetworkDrawing: Sendable, Equatable, Codable {
  /// What a node is.
  public enum Kind: String, Sendable, Codable {
    /// A person.
    case people
    /// A community.
    case communities
  }

  /// A person or a community.
  public struct Node: Sendable, Equatable, Codable {
    /// The person's id, or the community's number.
    public let label: String
    /// The place from left to right, 0 to 1.
    public let x: Double
    /// The place from top to bottom, 0 to 1.
    public let y: Double
    /// How many people the node stands for.
    public let people: Int
    /// The mean own score, in points.
    public let ownScore: Double
    /// The mean public score, in points.
    public let publicScore: Double
    /// The number of the community; `nil` for people who belong to none.
    public let community: Int?

    /// A node at a place, which is rounded to four decimals.
    package init(
      label: String, place: SIMD2<Double>, people: Int, ownScore: Double, publicScore: Double, community: Int?
    ) {
      self.label = label
      x = Self.rounded(place.x)
      y = Self.rounded(place.y)
      self.people = people
      self.ownScore = ownScore
      self.publicScore = publicScore
      self.community = community
    }

    /// A coordinate in four decimals: less than a tenth of a pixel on any screen.
    package static func rounded(_ coordinate: Double) -> Double { (coordinate * 10_000).rounded() / 10_000 }
  }

  /// A tie between two nodes, in whatever layer and direction.
  public struct Tie: Sendable, Equatable, Codable {
    /// The position of one node in `nodes`.
    public let source: Int
    /// The position of the other node, above `source`.
    public let target: Int
    /// The share of all combined weight, above 0; ties between two communities are added up.
    public let weight: Double

    /// A tie.
    package init(source: Int, target: Int, weight: Double) {
      self.source = source
      self.target = target
      self.weight = weight
    }
  }

  /// What nodes are.
  public let kind: Kind
  /// The nodes.
  public let nodes: [Node]
  /// The ties among them, the lightest first, so that heavy ones are drawn over them.
  public let ties: [Tie]
  /// How places were found: `fruchterman-reingold` or `drl`.
  public let layout: String
  /// The seed of that.
  public let seed: UInt64
  /// How many people or communities are not drawn.
  public let hiddenNodes: Int
  /// How many ties among the nodes that are drawn are not: the lightest.
  public let hiddenTies: Int

  /// Up to how many people are drawn one by one.
  public static let peopleLimit = 1_500
  /// How many ties are drawn at most.
  public static let tieLimit = 6_000
  /// How many communities are drawn at most, the largest.
  public static let communityLimit = 150
}
