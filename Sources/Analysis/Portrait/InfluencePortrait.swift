/// Who moves whom, as it is drawn.
public struct InfluencePortrait: Sendable, Equatable, Codable {
  /// How far the influence of one person goes.
  public struct Blast: Sendable, Equatable, Codable {
    /// People at one distance.
    public struct Ring: Sendable, Equatable, Codable {
      /// How many ties lead there; 0 is the person, `farthest` stands for all from there on.
      public let distance: Int
      /// How many people.
      public let people: Int
      /// The sum of what public scores there move by if the person's own score moves by `change`, in points.
      public let total: Double
      /// The largest of it, in points.
      public let largest: Double
    }

    /// The distance from which on people are told of together.
    public static let farthest = 10

    /// The person's id.
    public let id: String
    /// By how much the own score moves, in points: 1, 2 or 5 times a power of ten, at most a fifth of the scale; down, or
    /// up if that would leave the scale.
    public let change: Double
    /// People by distance, nearest first; those whom nothing reaches are left out.
    public let rings: [Ring]
    /// How far any of these numbers about one person can be from the truth, in points; `nil` if no bound is known.
    public let bound: Double?
  }

  /// Everyone's influence on the mean public score.
  public let findings: InfluenceFindings
  /// Influence in shares of the whole: the share of the most influential person, of the two most influential, ...; at most
  /// 64 places, evenly over people, the last one (everyone, 1).
  public let concentration: [Place]
  /// How far the most influential person's influence goes.
  public let blast: Blast?

  /// A place on the curve of concentration.
  public struct Place: Sendable, Equatable, Codable {
    /// How many people, the most influential first.
    public let people: Int
    /// Their share of all influence, from 0 to 1.
    public let share: Double
  }

  /// How many people are named.
  public static let count = 15
}
