import Propagation

/// What the models that people are compared with need to know, beside own scores and ties.
public struct ModelParameters: Sendable, Equatable {
  /// A number for everyone, or a column with one a person.
  public enum Number: Sendable, Equatable {
    /// The same for everyone.
    case constant(Double)
    /// A column of the people file.
    case column(String)
  }

  /// Some people.
  public enum Some: Sendable, Equatable {
    /// Those whose own score lies below a number of points.
    case below(Double)
    /// Those with `true`, `yes` or `1` in a column of the people file.
    case column(String)
  }

  /// How near a score must be to count, in points, 0 or more; `nil`: a fifth of the scale.
  public var confidence: Double?
  /// How far two people who meet move towards each other, as a share of their distance: above 0, at most 0.5.
  public var step = 0.5
  /// Whose scores are seen: those of ties, or everybody's.
  public var partners = Partners.ties
  /// The share of the network that must have turned, from 0 to 1.
  public var threshold = Number.constant(0.5)
  /// Who has turned at the start; `nil`: those in the lowest tier by own score.
  public var starts: Some?
  /// The chance that a signal is wrong: above 0 and below 0.5.
  public var signalError = 0.2
  /// The chance that two people of one type are tied: above 0, at most 1.
  public var tieSame = 1.0
  /// The chance that two people of different types are tied: above 0, at most `tieSame`.
  public var tieDifferent = 0.5
  /// The own score from which on a signal is high, in points; `nil`: the middle of the scale.
  public var highFrom: Double?

  /// The defaults.
  public init() {}
}
