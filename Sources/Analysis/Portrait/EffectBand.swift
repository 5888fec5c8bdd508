/// What the network did to people whose own scores are alike.
public struct EffectBand: Sendable, Equatable, Codable {
  /// The lowest own score, in points.
  public let low: Double
  /// The own score below which the band ends, in points.
  public let high: Double
  /// How many people.
  public let people: Int
  /// The mean of public minus own score, in points; 0 without people.
  public let meanEffect: Double
  /// The mean effect of each layer, in the order of `PropagationFindings.layers`, adding up to `meanEffect`; empty for
  /// models that have no last step to split.
  public let byLayer: [Double]

  /// How many bands there are, of equal width over the range of own scores.
  public static let count = 12
}
