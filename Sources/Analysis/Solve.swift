import Compute
import GraphModel
import Propagation

/// From a model to its public scores, as the settings ask.
struct Solve: Sendable {
  /// How many rounds were asked for; `nil` to go on until scores have settled.
  let rounds: Int?
  private let settings: SolverSettings
  /// The error bound to reach, in points; `nil` for a number of rounds.
  let tolerance: Double?

  /// The standard tolerance as a share of the scale's width.
  static let standardTolerance = 1e-9

  init(_ settings: AnalysisSettings, scale: Scale) {
    let standard = Self.standardTolerance * scale.width
    switch settings.stop {
    case .standard: (rounds, tolerance) = (nil, standard)
    case .tolerance(let points): (rounds, tolerance) = (nil, points)
    case .rounds(let count): (rounds, tolerance) = (count, nil)
    }
    self.settings = SolverSettings(
      tolerance: tolerance ?? standard, maximumRounds: settings.maximumRounds, solver: settings.solver,
      threads: settings.threads, progress: settings.progress)
  }

  private init(rounds: Int?, settings: SolverSettings, tolerance: Double?) {
    self.rounds = rounds
    self.settings = settings
    self.tolerance = tolerance
  }

  /// The same on one thread, for work that is spread over threads already.
  var onOneThread: Solve {
    Solve(
      rounds: rounds,
      settings: SolverSettings(
        tolerance: settings.tolerance, maximumRounds: settings.maximumRounds, solver: settings.solver),
      tolerance: tolerance)
  }

  /// The same, with a solver that works: the one asked for may not fit the model without a layer.
  func fitted(to scoring: Scoring) -> Solve {
    guard case .contraction(let model) = scoring, !settings.solver.works(for: model) else { return self }
    return Solve(
      rounds: rounds,
      settings: SolverSettings(
        tolerance: settings.tolerance, maximumRounds: settings.maximumRounds, threads: settings.threads,
        progress: settings.progress),
      tolerance: tolerance)
  }

  /// For models that go round by round, no further than was asked for.
  var limited: SolverSettings {
    SolverSettings(
      tolerance: settings.tolerance, maximumRounds: max(1, rounds ?? settings.maximumRounds), threads: settings.threads,
      progress: settings.progress)
  }

  func callAsFunction(_ model: FriedkinJohnsen) -> Equilibrium {
    rounds.map { model.rounds($0, settings) } ?? model.equilibrium(settings)
  }
}
