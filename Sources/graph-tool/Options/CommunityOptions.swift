import Analysis
import ArgumentParser

/// How communities are found.
struct CommunityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Above 1 for smaller communities, below 1 for larger ones.", valueName: "number"),
    transform: { try Parsing.number($0, expected: "a resolution of 0 or more") { $0 >= 0 } })
  var resolution = 1.0

  @Option(
    help: ArgumentHelp(
      "Seed of everything random: a whole number, or random (the one drawn is printed).", valueName: "number|random"),
    transform: Parsing.seed)
  var seed = Seed.standard

  func apply(to settings: inout AnalysisSettings) {
    settings.resolution = resolution
    seed.announce()
    settings.seed = seed.value
  }
}
