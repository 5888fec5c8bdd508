/// The public scores that a model with bounded confidence ends with.
///
/// There is no error bound as for an `Equilibrium`: which equilibrium is reached depends on the path, and a slow drift
/// below the tolerance may still bring people into each other's confidence.
public struct Opinions: Sendable {
  /// The public scores after the last round, one a person, in points.
  public let scores: [Double]
  /// The public scores before the last round, one a person, in points.
  public let previousScores: [Double]
  /// How many rounds were done, at least 1.
  public let rounds: Int
  /// The largest change of a score in the last round, in points.
  public let change: Double
  /// Whether the model's own rule says that it came to rest; false if the largest number of rounds was done before.
  public let isSettled: Bool
}
