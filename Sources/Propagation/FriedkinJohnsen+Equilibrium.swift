import Compute
import Foundation
import GraphModel

/// When to stop.
public struct SolverSettings: Sendable, Equatable {
  /// The error bound to reach, in points; above 0.
  public let tolerance: Double
  /// The largest number of applications of F, or of `W` by other solvers.
  public let maximumRounds: Int
  /// How to compute the equilibrium; of no meaning for a number of rounds.
  public let solver: Solver
  /// How many threads work at once; the answer is the same for any number.
  public let threads: ThreadCount
  /// Who follows how many rounds are done.
  public let progress: Compute.Progress

  /// Settings.
  public init(
    tolerance: Double, maximumRounds: Int = 100_000, solver: Solver = .automatic, threads: ThreadCount = .one,
    progress: Compute.Progress = .silent
  ) {
    precondition(tolerance > 0 && maximumRounds > 0, "a tolerance of 0 is never reached, and 0 rounds answer nothing")
    self.tolerance = tolerance
    self.maximumRounds = maximumRounds
    self.solver = solver
    self.threads = threads
    self.progress = progress
  }
}

extension FriedkinJohnsen {
  /// The equilibrium `x* = (I - A W)^-1 (I - A) s`, within a certified bound.
  ///
  /// Groups that cannot be reached from anyone with a susceptibility below 1 have no such equilibrium; they are found
  /// first, follow DeGroot from `s` whatever the start, and stand fixed for everyone else. Then the solver of the settings
  /// goes on from the start until the bound is within the tolerance, or until rounding forbids it. A solver that breaks
  /// down or gets no further is abandoned for the fixed point.
  ///
  /// The equilibrium is the same from every start, and so is what the bound says; the digits below it differ. A start that
  /// is near, such as the scores before a few ties changed, saves rounds.
  ///
  /// - Parameters:
  ///   - settings: when to stop, and how to get there.
  ///   - start: the scores to start from, one finite number a person, brought into the range of own scores; `nil`: `s`.
  /// - Complexity: O(people + arcs) a round. The fixed point takes about `log(tolerance / width) / log(alpha)` rounds,
  ///   the others about the square root of that number, times a factor, near alpha = 1.
  /// - Precondition: the solver works for the model (`Solver.works(for:)`).
  public func equilibrium(_ settings: SolverSettings, from start: [Double]? = nil) -> Equilibrium {
    checkStart(start)
    precondition(settings.solver.works(for: self), "\(settings.solver.rawValue) does not work for this model")
    if let rearranged = network.rearranged, expectedSweeps(settings) >= RearrangedNetwork.worthwhileFrom {
      let model = rearranged.model(of: self, threads: settings.threads)
      let arranged = start.map { rearranged.order.arranged($0, threads: settings.threads) }
      return rearranged.restored(model.equilibrium(settings, from: arranged), threads: settings.threads)
    }
    let classes = closedClasses(settings)
    guard !classes.isEmpty else { return solve(settings, classes: [], from: start) }
    var own = ownScores
    var susceptibility = susceptibility
    for group in classes {
      for person in group.members {
        own[person] = group.value
        susceptibility[person] = 0
      }
    }
    let settled = FriedkinJohnsen(network: network, ownScores: own, susceptibility: susceptibility, pull: pull)
    return settled.solve(settings, classes: classes, from: start)
  }

  /// Exactly `count` applications of F, with the bound on what they reached.
  ///
  /// - Parameters:
  ///   - count: how often F is applied, 0 or more.
  ///   - settings: threads and progress; the bound may take rounds of its own.
  ///   - start: the scores F is applied to first, one finite number a person, taken as they are; `nil`: `s`.
  public func rounds(_ count: Int, _ settings: SolverSettings, from start: [Double]? = nil) -> Equilibrium {
    checkStart(start)
    if let rearranged = network.rearranged, Double(count) >= RearrangedNetwork.worthwhileFrom {
      let model = rearranged.model(of: self, threads: settings.threads)
      let arranged = start.map { rearranged.order.arranged($0, threads: settings.threads) }
      return rearranged.restored(model.rounds(count, settings, from: arranged), threads: settings.threads)
    }
    var previous = HugePages.array(copying: start ?? ownScores)
    var scores = HugePages.array(copying: start ?? ownScores)
    var change = 0.0
    for _ in 0..<count {
      swap(&previous, &scores)
      change = apply(previous, into: &scores, threads: settings.threads)
      settings.progress.advance(by: 1)
    }
    let bound: ErrorBound
    if count == 0 {
      bound = ErrorBound(value: .infinity, rounding: 0, form: .none)
    } else {
      // Without an equilibrium there is no certificate either, and looking for one would take all the rounds there are.
      let certificate = hasEquilibrium ? certificate(settings) : nil
      // Scores from `s` on lie in its range; from elsewhere F may have been applied to larger ones.
      let magnitude = start == nil ? magnitude(scores) : max(magnitude(scores), magnitude(previous))
      bound =
        certificate?.bound(change: change, magnitude: magnitude, of: self)
        ?? ErrorBound(value: .infinity, rounding: 0, form: .none)
    }
    return Equilibrium(
      scores: scores, previousScores: previous, rounds: count, solver: .fixedPoint, abandoned: nil, change: change,
      bound: bound, outcome: .rounds, closedClasses: [])
  }

  private func checkStart(_ start: [Double]?) {
    guard let start else { return }
    precondition(
      start.count == network.personCount && start.allSatisfy(\.isFinite), "a start is one finite number a person")
  }

  private func solve(_ settings: SolverSettings, classes: [ClosedClass], from start: [Double]?) -> Equilibrium {
    var search = EquilibriumSearch(self, settings, classes: classes, from: start)
    let asked =
      settings.solver == .automatic ? automaticSolver(tolerance: settings.tolerance) : settings.solver
    var solver = asked
    if !search.accelerate(by: asked) {
      solver = .fixedPoint
      search.iterate()
    }
    return search.equilibrium(solver: solver, abandoned: solver == asked ? nil : asked)
  }

  /// How many rounds plain iteration takes at most, if each gains a factor alpha; infinite for `alpha = 1`.
  func expectedRounds(tolerance: Double) -> Double {
    guard let low = ownScores.min(), let high = ownScores.max(), high - low > tolerance else { return 1 }
    let alpha = susceptibility.max() ?? 0
    guard alpha > 0 else { return 1 }
    return alpha < 1 ? max(1, (log(tolerance) - log(high - low)) / log(alpha)) : .infinity
  }

  /// About how many applications of `W` solving takes.
  func expectedSweeps(_ settings: SolverSettings) -> Double {
    let rounds = expectedRounds(tolerance: settings.tolerance)
    let solver = settings.solver == .automatic ? automaticSolver(tolerance: settings.tolerance) : settings.solver
    return min(solver == .fixedPoint ? rounds : 3 * rounds.squareRoot(), Double(settings.maximumRounds))
  }

  func magnitude(_ scores: [Double]) -> Double {
    max(scores.lazy.map(\.magnitude).max() ?? 0, ownScores.lazy.map(\.magnitude).max() ?? 0)
  }
}
