import Analysis
import ArgumentParser
import Propagation

/// What the models that have no susceptibility need.
struct ModelOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "hegselmann-krause, deffuant: how near a score must be to count, in points (default: a fifth of the scale).",
      valueName: "points"),
    transform: { try Parsing.number($0, expected: "a number of points, 0 or more") { $0 >= 0 } })
  var confidence: Double?

  @Flag(help: "hegselmann-krause, deffuant: everyone's score is seen, not only that of ties: the classical models.")
  var everyone = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "deffuant: how far two who meet move, as a share of their distance, above 0 to 0.5 (default: 0.5).",
      valueName: "share"),
    transform: { try Parsing.number($0, expected: "a share above 0, at most 0.5") { $0 > 0 && $0 <= 0.5 } })
  var step: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "threshold: the share of the network that must have turned, 0 to 1: a number or a column (default: 0.5).",
      valueName: "value|column"),
    transform: Parsing.threshold)
  var threshold: ModelParameters.Number?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "threshold: who has turned at the start: below:SCORE, by own score, or a column of true and false (default: the lowest tier).",
      valueName: "below:score|column"),
    transform: Parsing.turned)
  var turned: ModelParameters.Some?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "posterior: the chance that a signal is wrong, above 0 and below 0.5 (default: 0.2).", valueName: "chance"),
    transform: { try Parsing.number($0, expected: "a chance above 0 and below 0.5") { $0 > 0 && $0 < 0.5 } })
  var signalError: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "posterior: the chance that two people of one type are tied, above 0 to 1 (default: 1).", valueName: "chance"),
    transform: { try Parsing.number($0, expected: "a chance above 0, at most 1") { $0 > 0 && $0 <= 1 } })
  var tieSame: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "posterior: the chance that two people of different types are tied, above 0, at most --tie-same (default: 0.5).",
      valueName: "chance"),
    transform: { try Parsing.number($0, expected: "a chance above 0, at most 1") { $0 > 0 && $0 <= 1 } })
  var tieDifferent: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "posterior: the own score from which on a signal is high, in points (default: the middle of the scale).",
      valueName: "score"),
    transform: { try Parsing.number($0, expected: "a number of points") { _ in true } })
  var highFrom: Double?

  /// Checks that nothing was given that the model does not read.
  func check(_ propagation: PropagationOptions) throws {
    let model = propagation.model
    let given: [(String, Bool, [AnalysisSettings.Model])] = [
      ("--confidence", confidence != nil, [.hegselmannKrause, .deffuant]),
      ("--everyone", everyone, [.hegselmannKrause, .deffuant]), ("--step", step != nil, [.deffuant]),
      ("--threshold", threshold != nil, [.threshold]), ("--turned", turned != nil, [.threshold]),
      ("--signal-error", signalError != nil, [.posterior]), ("--tie-same", tieSame != nil, [.posterior]),
      ("--tie-different", tieDifferent != nil, [.posterior]), ("--high-from", highFrom != nil, [.posterior]),
      ("--susceptibility", propagation.susceptibility != nil, [.friedkinJohnsen, .downwardDrag]),
      ("--solver", propagation.solver != nil, [.friedkinJohnsen, .deGroot, .downwardDrag]),
      (
        "--rounds", propagation.rounds != nil,
        AnalysisSettings.Model.allCases.filter { $0 != .posterior }
      ),
      (
        "--tolerance", propagation.tolerance != nil,
        AnalysisSettings.Model.allCases.filter { $0 != .posterior && $0 != .threshold }
      ),
    ]
    for (option, isGiven, models) in given where isGiven && !models.contains(model) {
      throw ValidationError(
        "\(option) has no place in --model \(model.rawValue); it belongs to \(models.map(\.rawValue).joined(separator: ", "))"
      )
    }
    if (tieDifferent ?? 0.5) > (tieSame ?? 1) {
      throw ValidationError(
        "--tie-different is above --tie-same: people of one type are tied at least as often as people of two")
    }
    if propagation.rounds == 0, !model.isContraction, model != .threshold {
      throw ValidationError("--rounds 0 leaves \(model.rawValue) nothing to do; 1 or more was expected")
    }
  }

  func apply(to settings: inout AnalysisSettings) {
    settings.parameters.confidence = confidence
    settings.parameters.partners = everyone ? .everyone : .ties
    if let step { settings.parameters.step = step }
    if let threshold { settings.parameters.threshold = threshold }
    settings.parameters.starts = turned
    if let signalError { settings.parameters.signalError = signalError }
    if let tieSame { settings.parameters.tieSame = tieSame }
    if let tieDifferent { settings.parameters.tieDifferent = tieDifferent }
    settings.parameters.highFrom = highFrom
  }
}
