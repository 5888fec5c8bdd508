/// What happened to communities between two looks.
///
/// The account closes: `now = before + births + splits - deaths - merges`. Every label of before is in exactly one
/// continuation, death or merge, every label of now in exactly one continuation, birth or split.
public struct CommunityChanges: Sendable, Codable, Equatable {
  /// What can happen to a community.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// It goes on under its label.
    case continuation
    /// It comes from no community that goes on.
    case birth
    /// It has broken off from a community that goes on.
    case split
    /// It has ended, and most of its people are not together with another one's.
    case death
    /// It has ended in a community that most of another one has become, or that it has made together with others.
    case merge
  }

  /// What happened to one community.
  public struct Event: Sendable, Codable, Equatable {
    /// What it was.
    public let kind: Kind
    /// The community that is there afterwards; for a death, the one that is no more.
    public let label: Int
    /// Where it comes from, rising.
    ///
    /// For a continuation the label itself, for a split the community it left, for a merge the one that ended, for a birth
    /// those that ended in it, if there are several, and nothing for a death.
    public let from: [Int]
    /// How many people it has; for a merge and a death, how many the one that ended had.
    public let people: Int
  }

  /// The period of the look.
  public let period: Int
  /// How many communities there were at the last look, 0 at the first.
  public let before: Int
  /// How many there are.
  public let now: Int
  /// What happened, in the order of `Kind`, by label and then by `from`.
  public let events: [Event]

  /// How many communities go on.
  public var continuations: Int { count(.continuation) }
  /// How many come from no community that goes on.
  public var births: Int { count(.birth) }
  /// How many have broken off from one that goes on.
  public var splits: Int { count(.split) }
  /// How many have ended without being taken up.
  public var deaths: Int { count(.death) }
  /// How many have ended in another one.
  public var merges: Int { count(.merge) }

  /// How many events there are of a kind.
  public func count(_ kind: Kind) -> Int { events.reduce(0) { $0 + ($1.kind == kind ? 1 : 0) } }
}
