import Analysis

/// A network as it is drawn in several periods.
///
/// Places are found for the last frame first; those of each frame before it begin from those of the frame after it, so
/// that the eye can follow and the end, which the story is about, is drawn best.
public struct MovingDrawing: Sendable, Equatable {
  /// One period.
  public struct Frame: Sendable, Equatable {
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
    /// The lasting labels of the communities of people at the last look, 0 for none; empty for communities, and if none
    /// were looked for.
    public let communities: [Int]
    /// Who is on the blacklist, by position; empty for communities and without a list.
    public let listed: [Int]
    /// The ties, the lightest first.
    ///
    /// Their weights have 2 digits. Payments that people make while the simulation goes on change all the time, and are no
    /// ties of people here. Of communities only the 512 largest of a frame have ties: what a smaller one will become is not
    /// known then.
    public let ties: [NetworkDrawing.Tie]
    /// How many ties among the nodes are not drawn: the lightest.
    ///
    /// Of equal ones, the same are left out in every frame.
    public let hiddenTies: Int
  }

  /// What nodes are.
  public let kind: NetworkDrawing.Kind
  /// The ids of people, or the lasting labels of communities, rising.
  public let labels: [String]
  /// The periods, rising: period 0, the last one, and those between that were kept; for communities looks, and the last
  /// period with the communities of the last look.
  public let frames: [Frame]
  /// How places were found.
  public let layout: String
  /// The seed of that.
  public let seed: UInt64
  /// How many communities of any look are never drawn; 0 for people.
  public let hiddenNodes: Int

  /// Up to how many people are drawn one by one.
  public static let peopleLimit = 600
  /// How many ties a frame has at most.
  public static let tieLimit = 2_500
  /// How many communities are drawn at most, the largest in any frame.
  public static let communityLimit = 80
  /// How many frames there are at most.
  public static let frameLimit = 21
}
