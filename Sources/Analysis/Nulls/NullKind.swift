/// What is left to chance in a random society.
///
/// There is no third kind that permutes public scores: neighbours have mixed already, and any network would look sorted.
public enum NullKind: String, Sendable, Codable, CaseIterable {
  /// Own scores are dealt out over people, and propagated again; ties stay.
  case permute
  /// Ties are rewired, everyone keeping the number of ties, and scores are propagated again; own scores stay.
  case rewire
}
