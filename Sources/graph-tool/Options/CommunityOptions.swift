import Analysis
import ArgumentParser

/// How communities are found.
struct CommunityOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Above 1 for smaller communities, below 1 for larger ones (default: 1).", valueName: "number"),
    transform: { try Parsing.number($0, expected: "a resolution above 0") { $0 > 0 } })
  var resolution: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seed of everything random: a whole number, or random, and the one drawn is printed (default: 1).",
      valueName: "number|random"),
    transform: Parsing.seed)
  var seed = Seed.standard

  func apply(to settings: inout AnalysisSettings) {
    if let resolution { settings.resolution = resolution }
    seed.announce()
    settings.seed = seed.value
  }
}
