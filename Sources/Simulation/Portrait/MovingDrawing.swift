import Analysis

/// A network as it is drawn in several periods.
///
/// Places of one frame begin from those of the frame before, so that the eye can follow.
public struct MovingDrawing: Sendable, Equatable, Codable {
  /// One period.
  public struct Frame: Sendable, Equatable, Codable {
    /// When.
    public let period: Int
    /// The places from left to right, 0 to 1, one a node; `nil` for nodes that are not there.
    public let x: [Double?]
    /// The places from top to bottom, 0 to 1.
    public let y: [Double?]
    /// How many people each node stands for, 0 for nodes that are not there.
    public let people: [Int]
    /// The mean own scores, in points; 0 for nodes that are not there.
    public let ownScores: [Double]
    /// The mean public scores, in points; 0 for nodes that are not there.
    public let publicScores: [Double]
    /// The lasting labels of the communities of people, 0 for none; empty for communities.
    public let communities: [Int]
    /// Who is on the blacklist, by position; empty for communities and without a list.
    public let listed: [Int]
    /// The ties, the lightest first.
    public let ties: [NetworkDrawing.Tie]
    /// How many ties among the nodes are not drawn: the lightest.
    public let hiddenTies: Int
  }

  /// What nodes are.
  public let kind: NetworkDrawing.Kind
  /// The ids of people, or the lasting labels of communities.
  public let labels: [String]
  /// The periods, rising: period 0, the last one, and those between that were kept.
  public let frames: [Frame]
  /// How places were found.
  public let layout: String
  /// The seed of that.
  public let seed: UInt64
  /// How many people or communities are never drawn.
  public let hiddenNodes: Int

  /// Up to how many people are drawn one by one.
  public static let peopleLimit = 600
  /// How many ties a frame has at most.
  public static let tieLimit = 2_500
  /// How many communities are drawn at most, the largest at any time.
  public static let communityLimit = 80
  /// How many frames there are at most.
  public static let frameLimit = 21
}
