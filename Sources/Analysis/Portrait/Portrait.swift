/// What the pictures of a report are drawn from: densities, positions, and people a reader can look up.
///
/// It has a size of its own, however large the society is: what is too much to draw is drawn as communities, and the rest
/// is counted.
public struct Portrait: Sendable, Equatable, Codable {
  /// How many people have which own and which public score.
  public let density: ScoreDensity
  /// What the network did to people of which own score, by layer; for models without a last step to split, all together.
  public let effects: [EffectBand]
  /// The network; `nil` without ties between people, and for societies too large to draw in which no communities were
  /// looked for.
  public let network: NetworkDrawing?
  /// Who moves whom; `nil` where influence is not defined: for models that are not linear, after a number of rounds, and
  /// if people without ties are held to the floor.
  public let influence: InfluencePortrait?
  /// People a reader can look up.
  public let people: PeopleSample
}
