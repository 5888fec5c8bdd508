import Compute

/// The way to one equilibrium: scores, what was spent, and the bound of the last application of F.
struct EquilibriumSearch {
  private let model: FriedkinJohnsen
  private let settings: SolverSettings
  private let classes: [ClosedClass]
  /// How far the values of closed classes can be off.
  private let inherited: Double
  private let certificate: Certificate?
  private let ownMagnitude: Double

  private var scores: [Double]
  private var previous: [Double]
  private var rounds = 0
  private var change = Double.infinity
  private var bound = ErrorBound(value: .infinity, rounding: 0, form: .none)
  private var outcome = Equilibrium.Outcome.notConverged

  /// A search that starts from scores brought into the range of own scores, or from own scores if there are none.
  init(_ model: FriedkinJohnsen, _ settings: SolverSettings, classes: [ClosedClass], from start: [Double]?) {
    self.model = model
    self.settings = settings
    self.classes = classes
    inherited = classes.map(\.error).max() ?? 0
    certificate = model.certificate(settings)
    ownMagnitude = model.magnitude(model.ownScores)
    scores = HugePages.array(copying: model.ownScores)
    if let start {
      let low = model.ownScores.min() ?? 0
      let high = model.ownScores.max() ?? 0
      // Solvers count on the own score of whoever the network does not move.
      for person in scores.indices where model.susceptibility[person] > 0 {
        scores[person] = min(max(start[person], low), high)
      }
    }
    previous = HugePages.array(copying: scores)
  }

  /// What was found.
  func equilibrium(solver: Solver, abandoned: Solver?) -> Equilibrium {
    let goesRound = outcome != .notConverged && classes.contains { $0.period > 1 }
    return Equilibrium(
      scores: scores, previousScores: previous, rounds: rounds, solver: solver, abandoned: abandoned, change: change,
      bound: bound, outcome: goesRound ? .periodic : outcome, closedClasses: classes)
  }

  /// Applies F until the bound is within the tolerance, rounding forbids it, or the rounds run out.
  mutating func iterate() {
    var stall = Stall()
    while rounds < settings.maximumRounds {
      applyOnce()
      guard !isDone() else { return }
      // Rounding itself can keep the scores moving a little above the floor.
      if stall.lasts(change, round: rounds), bound.value - inherited <= 64 * bound.rounding { return endAtFloor() }
    }
  }

  /// Lets a solver improve the scores, applies F, and starts again from there as long as the bound is not reached.
  ///
  /// - Returns: whether that ended the search; `false` leaves it to go on from the best scores so far, because the solver
  ///   broke down or stalled twice, or an attempt did not so much as halve the change.
  mutating func accelerate(by solver: Solver) -> Bool {
    guard let certificate else { return false }
    let system = LinearSystem(
      network: model.network, susceptibility: model.susceptibility,
      constant: zip(model.susceptibility, model.ownScores).map { (1 - $0) * $1 }, threads: settings.threads,
      progress: settings.progress)
    guard var acceleration = solver.acceleration(of: system, spectralRadius: certificate.spectralRadius) else {
      return false
    }
    let low = model.ownScores.min() ?? 0
    let high = model.ownScores.max() ?? 0
    // The first change of F itself is no larger than the range of own scores.
    var best = (scores: scores, previous: previous, change: 2 * (high - low), bound: bound)
    let target = certificate.change(
      within: settings.tolerance - inherited, magnitude: ownMagnitude, of: model)
    var failures = 0
    // Room for an application of the solver, one of F, and one of F from better scores if the attempt is a failure.
    while rounds + 3 <= settings.maximumRounds {
      let attempt = acceleration.improve(&scores, to: target, limit: settings.maximumRounds - rounds - 2)
      rounds += attempt.applications
      failures += attempt.isReached ? 0 : 1
      change = .infinity
      if scores.allSatisfy(\.isFinite) {
        // The equilibrium lies in the range of own scores, so this takes nobody away from it.
        for person in scores.indices { scores[person] = min(max(scores[person], low), high) }
        applyOnce()
        if isDone() { return true }
      }
      let isOutOfRounds = rounds + 3 > settings.maximumRounds
      guard change <= best.change / 2, failures < 2 || isOutOfRounds else {
        if change > best.change { (scores, previous, change, bound) = best }
        return false
      }
      best = (scores, previous, change, bound)
    }
    repeat { applyOnce() } while !isDone() && rounds < settings.maximumRounds
    return true
  }

  /// One application of F, and its bound.
  private mutating func applyOnce() {
    swap(&previous, &scores)
    change = model.apply(previous, into: &scores, threads: settings.threads)
    rounds += 1
    settings.progress.advance(by: 1)
    // F was applied to scores that may lie outside the range of own scores, by no more than the change.
    let magnitude = max(ownMagnitude, (scores.lazy.map(\.magnitude).max() ?? 0) + change)
    if let certificate { bound = certificate.bound(change: change, magnitude: magnitude, of: model).adding(inherited) }
  }

  /// Whether the bound is within the tolerance, or as low as it can be, so that the search is over.
  private mutating func isDone() -> Bool {
    guard bound.value.isFinite else { return false }
    if bound.value <= settings.tolerance {
      outcome = .certified
      return true
    }
    // Once the part that rounds can shrink is below the part they cannot, the bound has come down as far as it will.
    let shrinking = bound.value - inherited
    guard shrinking <= 2 * bound.rounding, bound.rounding + inherited > settings.tolerance / 2 else { return false }
    endAtFloor()
    return true
  }

  private mutating func endAtFloor() {
    outcome = classes.allSatisfy(\.isSettled) ? .roundingFloor : .notConverged
  }
}
