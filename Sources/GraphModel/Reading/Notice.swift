/// Something the program did to the input on its own: told to the user, and kept in the run.
public struct Notice: Sendable, Equatable, Codable {
  /// What kind of thing was done.
  public enum Kind: String, Sendable, Codable {
    /// A value was chosen because nobody gave one.
    case assumed
    /// Several entries became one.
    case merged
    /// Entries were left out.
    case dropped
    /// Something was added or changed.
    case changed
    /// Something was not read.
    case ignored
  }

  /// What was done.
  public let kind: Kind
  /// How many entries it concerns; 1 for a choice.
  public let count: Int
  /// The sentence for the user, without a full stop.
  public let text: String

  /// A notice.
  public init(_ kind: Kind, count: Int = 1, _ text: String) {
    self.kind = kind
    self.count = count
    self.text = text
  }
}
