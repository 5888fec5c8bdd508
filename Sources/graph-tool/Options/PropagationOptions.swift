import Analysis
import ArgumentParser
import Propagation

/// How scores move.
struct PropagationOptions: ParsableArguments {
  @Option(
    help:
      "friedkin-johnsen (the own score keeps a say), degroot (it does not), downward-drag (only a network that scores lower counts), hegselmann-krause or deffuant (only scores that are near count), threshold (people fall once enough of their network has) or posterior (the chance of being of a high type, by signals)."
  )
  var model = AnalysisSettings.Model.friedkinJohnsen

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Weight on the network, 0 (own score only) to 1: a number, a column, or degree (d/(1+d)). Default: the society's own, else 0.5.",
      valueName: "value|column|degree"),
    transform: Parsing.susceptibility)
  var susceptibility: Susceptibility?

  @Option(
    help:
      "per-layer: average each layer, then mix; pooled: add all weights, then average. Default: the society's own, else per-layer."
  )
  var mix: LayerMix?

  @Option(help: "People without ties keep their own score, or fall to the floor of the scale.")
  var isolates = AnalysisSettings.Isolates.keep

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Error bound to reach, in points (default: 1e-9 of the scale's width).", valueName: "points"),
    transform: { try Parsing.number($0, expected: "a number of points above 0") { $0 > 0 } })
  var tolerance: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Propagate exactly so many rounds instead.", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of rounds, 0 or more") { $0 >= 0 } })
  var rounds: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Give up after so many rounds, or sweeps of a solver (default: 100,000; hegselmann-krause, deffuant: 10,000).",
      valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of rounds, 1 or more") { $0 >= 1 } })
  var maxRounds: Int?

  /// After how many rounds to give up.
  var roundLimit: Int { maxRounds ?? (model == .hegselmannKrause || model == .deffuant ? 10_000 : 100_000) }

  @Option(
    help: ArgumentHelp(
      "How to compute the equilibrium: automatic, fixed-point, sor, chebyshev, cg or bicgstab (default: automatic). cg and chebyshev need mutual influence.",
      valueName: "solver"))
  var solver: Solver?

  func validate() throws {
    if tolerance != nil, rounds != nil {
      throw ValidationError(
        "--tolerance and --rounds exclude each other: the first goes on until scores are good enough")
    }
    if solver != nil, rounds != nil {
      throw ValidationError("--solver and --rounds exclude each other: rounds are plain applications of the model")
    }
    if model == .deGroot, susceptibility != nil {
      throw ValidationError("--susceptibility has no place in the DeGroot model, where it is 1 for everyone")
    }
  }

  /// Whether something was asked for.
  var isAsked: Bool {
    model != .friedkinJohnsen || susceptibility != nil || mix != nil || isolates != .keep || tolerance != nil
      || rounds != nil || maxRounds != nil || solver != nil
  }

  /// Says on standard error if scores have not settled.
  func warn(of outcome: Equilibrium.Outcome) {
    if outcome == .notConverged {
      Console.complain("warning: scores did not converge within \(roundLimit) rounds (--max-rounds)")
    }
  }

  func apply(to settings: inout AnalysisSettings) {
    settings.model = model
    settings.susceptibility = susceptibility
    settings.mix = mix
    settings.isolates = isolates
    settings.maximumRounds = roundLimit
    if let solver { settings.solver = solver }
    if let tolerance { settings.stop = .tolerance(tolerance) }
    if let rounds { settings.stop = .rounds(rounds) }
  }
}
