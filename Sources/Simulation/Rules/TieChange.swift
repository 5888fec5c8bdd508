/// A tie that was dropped, made or refused in a period.
public struct TieChange: Sendable, Equatable, Codable {
  /// What happened.
  public enum Kind: String, Sendable, Codable {
    /// The tie is gone.
    case dropped
    /// The tie is new.
    case made
    /// Somebody asked for a tie and was refused.
    case declined
  }

  /// Who decided it.
  public enum Side: String, Sendable, Codable {
    /// The person who stands first.
    case source
    /// The person who stands second.
    case target
    /// Both.
    case both
    /// The scheme, not people: payment ties of the listed.
    case scheme
  }

  /// What happened.
  public let kind: Kind
  /// One person; in a one-way layer the one who is influenced.
  ///
  /// Of a new or refused tie, the one who asked.
  public let source: Int
  /// The other one.
  public let target: Int
  /// The position of the layer.
  public let layer: Int
  /// Who dropped or refused it; of a new tie the one who asked.
  public let by: Side
  /// What the tie cost the one who dropped it, brought the one who asked, or would have brought the one who refused it, in
  /// points.
  ///
  /// Of a tie that both dropped, what it cost the source. `nil` where nobody weighed anything.
  public let gain: Double?
  /// The weight of the tie.
  public let weight: Double
}
