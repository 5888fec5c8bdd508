import Analysis

/// What the pictures of a simulation's report are drawn from.
///
/// It has a size of its own, however large the society and however long the run is.
public struct SimulationPortrait: Sendable, Equatable, Codable {
  /// What became of one community at one look, for a picture of their lives.
  public struct Life: Sendable, Equatable, Codable {
    /// The lasting label.
    public let label: Int
    /// The looks at which it was there: periods, rising.
    public let periods: [Int]
    /// How many people it had at each.
    public let people: [Int]
    /// The mean own score at each, in points.
    public let ownScores: [Double]
    /// The mean public score at each, in points.
    public let publicScores: [Double]
    /// What it came from: of a split the community it left, of a birth those that ended in it, if there are several: labels,
    /// rising; empty for those of the first look and for births out of nothing.
    public let from: [Int]
    /// What it went into: the label, or `nil` if it is still there or ended without being taken up.
    public let into: Int?
  }

  /// Own and public scores in period 0.
  public let first: ScoreDensity
  /// Own and public scores in the last period, in the same cells.
  public let last: ScoreDensity
  /// People by tier of the own score in period 0 (row) and tier of the public score in the last period (column): what the
  /// network and time did together.
  public let tierFlows: [[Int]]
  /// People by tier of the own score in period 0 (row) and of the public score in period 0 (column): what the network did
  /// before time passed.
  public let firstTierFlows: [[Int]]
  /// People by tier of the public score in period 0 (row) and in the last period (column): what time did.
  ///
  /// Its rows add up to the columns of `firstTierFlows`, so that both can be drawn in a row.
  public let publicTierFlows: [[Int]]
  /// People by tier of the own score in period 0 (row) and in the last period (column): what time did to what people are
  /// without a network.
  public let ownTierFlows: [[Int]]
  /// The network in several periods; `nil` without ties, or for large societies without communities.
  public let network: MovingDrawing?
  /// The lives of communities, the largest at any time first, at most 40; empty without communities.
  ///
  /// `from` and `into` can name communities whose lives are left out.
  public let lives: [Life]
  /// How many lives are left out.
  public let livesLeftOut: Int
  /// People a reader can look up, as in the last period; their community is the lasting label.
  public let people: PeopleSample

  /// How many lives are told at most.
  public static let lifeLimit = 40
}
