/// Whom people of a model with bounded confidence can listen to or meet.
public enum Partners: String, Sendable, Codable, CaseIterable {
  /// The people they are tied to, in proportion to the influence matrix.
  case ties
  /// Everyone alike, as in the classical models; ties play no part.
  case everyone
}
