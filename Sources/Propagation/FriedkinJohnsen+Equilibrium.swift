import Compute
import GraphModel

/// When to stop.
public struct SolverSettings: Sendable, Equatable {
  /// The error bound to reach, in points; above 0.
  public let tolerance: Double
  /// The largest number of applications of F.
  public let maximumRounds: Int
  /// How many threads work at once; the answer is the same for any number.
  public let threads: ThreadCount

  /// Settings.
  public init(tolerance: Double, maximumRounds: Int = 100_000, threads: ThreadCount = .one) {
    precondition(tolerance > 0 && maximumRounds > 0, "a tolerance of 0 is never reached, and 0 rounds answer nothing")
    self.tolerance = tolerance
    self.maximumRounds = maximumRounds
    self.threads = threads
  }
}

extension FriedkinJohnsen {
  /// The equilibrium `x* = (I - A W)^-1 (I - A) s`, within a certified bound.
  ///
  /// Applies F from `s` until the bound is within the tolerance, or until rounding forbids it. Groups that cannot be
  /// reached from anyone with a susceptibility below 1 have no such equilibrium; they are found first, follow DeGroot from
  /// `s`, and stand fixed for everyone else.
  ///
  /// - Complexity: O(people + arcs) a round; about `log(tolerance / width) / log(alpha)` rounds.
  public func equilibrium(_ settings: SolverSettings) -> Equilibrium {
    let classes = closedClasses(settings)
    guard !classes.isEmpty else { return solve(settings, classes: []) }
    var own = ownScores
    var susceptibility = susceptibility
    for group in classes {
      for person in group.members {
        own[person] = group.value
        susceptibility[person] = 0
      }
    }
    let settled = FriedkinJohnsen(network: network, ownScores: own, susceptibility: susceptibility)
    return settled.solve(settings, classes: classes)
  }

  /// Exactly `count` applications of F from `s`, with the bound on what they reached.
  ///
  /// - Precondition: `count` is 0 or more.
  public func rounds(_ count: Int, _ settings: SolverSettings) -> Equilibrium {
    var previous = ownScores
    var scores = ownScores
    var change = 0.0
    for _ in 0..<count {
      swap(&previous, &scores)
      change = apply(previous, into: &scores, threads: settings.threads)
    }
    let bound: ErrorBound
    if count == 0 {
      bound = ErrorBound(value: .infinity, rounding: 0, form: .none)
    } else {
      // Without an equilibrium there is no certificate either, and looking for one would take all the rounds there are.
      let certificate = hasEquilibrium ? certificate(settings) : nil
      bound =
        certificate?.bound(change: change, magnitude: magnitude(scores), of: self)
        ?? ErrorBound(value: .infinity, rounding: 0, form: .none)
    }
    return Equilibrium(
      scores: scores, previousScores: previous, rounds: count, change: change, bound: bound, outcome: .rounds,
      closedClasses: [])
  }

  private func solve(_ settings: SolverSettings, classes: [ClosedClass]) -> Equilibrium {
    let inherited = classes.map(\.error).max() ?? 0
    let certificate = certificate(settings)
    var previous = ownScores
    var scores = ownScores
    var rounds = 0
    var change = Double.infinity
    var bound = ErrorBound(value: .infinity, rounding: 0, form: .none)
    var outcome = Equilibrium.Outcome.notConverged
    var stall = Stall()
    while rounds < settings.maximumRounds {
      swap(&previous, &scores)
      change = apply(previous, into: &scores, threads: settings.threads)
      rounds += 1
      guard let certificate else { continue }
      bound = certificate.bound(change: change, magnitude: magnitude(scores), of: self).adding(inherited)
      if bound.value <= settings.tolerance {
        outcome = .certified
        break
      }
      // Once the part that rounds can shrink is below the part they cannot, the bound has come down as far as it will;
      // or nearly so, where rounding itself keeps the scores moving.
      let shrinking = bound.value - inherited
      let isAtFloor = shrinking <= 2 * bound.rounding && bound.rounding + inherited > settings.tolerance / 2
      let isStalled = stall.lasts(change, round: rounds) && shrinking <= 64 * bound.rounding
      if isAtFloor || isStalled {
        outcome = classes.allSatisfy(\.isSettled) ? .roundingFloor : .notConverged
        break
      }
    }
    if outcome != .notConverged, classes.contains(where: { $0.period > 1 }) { outcome = .periodic }
    return Equilibrium(
      scores: scores, previousScores: previous, rounds: rounds, change: change, bound: bound, outcome: outcome,
      closedClasses: classes)
  }

  private func magnitude(_ scores: [Double]) -> Double {
    max(scores.lazy.map(\.magnitude).max() ?? 0, ownScores.lazy.map(\.magnitude).max() ?? 0)
  }
}
