import Compute
import GraphModel
import Propagation

/// From a model to its public scores, as the settings ask.
struct Solve: Sendable {
  private let rounds: Int?
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

  func callAsFunction(_ model: FriedkinJohnsen) -> Equilibrium {
    rounds.map { model.rounds($0, settings) } ?? model.equilibrium(settings)
  }
}
