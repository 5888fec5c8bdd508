import Analysis
import ArgumentParser

/// What is measured, and what it is compared with.
struct MeasureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A column of people.csv to measure groups by; can be given again.", valueName: "column"))
  var by: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Random societies to compare measures with (default: 999 up to 100,000 ties, else 0).", valueName: "count"),
    transform: {
      try Parsing.count($0, expected: "a number of random societies, 0 or more, but not 1") { $0 == 0 || $0 > 1 }
    })
  var permutations: Int?

  @Option(
    help: ArgumentHelp(
      "What is random in them: permute (own scores are dealt out, and propagated again) or rewire (ties, everyone keeping their number, and scores are propagated again) (default: permute).",
      valueName: "permute|rewire"),
    transform: Parsing.null)
  var null = NullKind.permute

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Networks to draw for each person's local Moran (default: as many as random societies).", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of networks, 0 or more") { $0 >= 0 } })
  var localPermutations: Int?

  /// Whether something was asked for beside the columns.
  var isAsked: Bool { permutations != nil || null != .permute || localPermutations != nil || test != nil }

  @Option(
    help: ArgumentHelp(
      "Which measures are compared with random societies: sorting (over ties, and between groups; default of analyze) or all, which takes longer (default of describe).",
      valueName: "sorting|all"))
  var test: AnalysisSettings.Tested?

  func apply(to settings: inout AnalysisSettings) {
    settings.groupColumns = by.reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
    if let permutations { settings.permutations = .count(permutations) }
    settings.null = null
    if let test { settings.tested = test }
    settings.localPermutations = localPermutations
  }
}
