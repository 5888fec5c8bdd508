import GraphModel

/// Public scores with what is known of their error.
public struct Equilibrium: Sendable {
  /// How the computation ended.
  public enum Outcome: String, Sendable, Codable {
    /// The bound is within the tolerance.
    case certified
    /// The bound is as small as it can be, but a closed class goes round in a cycle; its score is the time average.
    case periodic
    /// Rounding keeps the bound above the tolerance; more rounds would not help.
    case roundingFloor = "rounding-floor"
    /// The number of rounds that was asked for was done.
    case rounds
    /// The model came to rest by its own rule; it has no bound on an error.
    case settled
    /// The largest number of rounds was done and the bound is still above the tolerance.
    case notConverged = "not-converged"
  }

  /// The public scores `x`, in points: one application of F to `previousScores`.
  public let scores: [Double]
  /// The scores F was last applied to.
  public let previousScores: [Double]
  /// How often F was applied, the last time included; for other solvers than the fixed point, how often `W` was, each
  /// sweep over everyone counting as one.
  public let rounds: Int
  /// The solver that made the answer; never `automatic`.
  public let solver: Solver
  /// The solver that was tried before it and gave up, or `nil`.
  public let abandoned: Solver?
  /// The largest change of the last application, `|F(x) - x|_inf`, in points.
  ///
  /// Not an error bound.
  public let change: Double
  /// How far `scores` can be from the true equilibrium.
  public let bound: ErrorBound
  /// How it ended.
  public let outcome: Outcome
  /// Groups that nobody with a susceptibility below 1 reaches: they settle among themselves.
  public let closedClasses: [ClosedClass]
}

/// How far computed scores can be from the exact equilibrium, in points, for the worst-off person.
public struct ErrorBound: Sendable, Equatable, Codable {
  /// Where the bound comes from.
  public enum Form: String, Sendable, Codable {
    /// `alpha / (1 - alpha) |r|`, with `alpha` the largest susceptibility.
    case contraction
    /// `max (v - c) |r| / c`, with a positive `v` and `c = min((I - A W) v)`, checked.
    case weighted
    /// The answer is a finite computation; only its rounding is in doubt.
    case exact
    /// No bound is known.
    case none
  }

  /// The bound, rounding included; infinite if none is known.
  public let value: Double
  /// The part that comes from rounding and that no further round removes.
  public let rounding: Double
  /// Where it comes from.
  public let form: Form
}

/// A group of people who are influenced by each other only, all with susceptibility 1: they follow DeGroot.
public struct ClosedClass: Sendable, Equatable {
  /// The people, by rising index.
  public let members: [Int]
  /// What they agree on, in points; for a period above 1 the time average of their cycle.
  public let value: Double
  /// 1 if they converge; otherwise their scores go round in a cycle of this length.
  public let period: Int
  /// How far `value` can be from the truth, in points.
  public let error: Double
  /// Whether `error` is within the tolerance or as small as rounding allows; false if the rounds ran out before.
  public let isSettled: Bool
}
