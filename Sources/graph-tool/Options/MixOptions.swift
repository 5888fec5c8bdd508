import Analysis
import ArgumentParser
import Propagation

/// How layers are weighted against each other.
struct MixOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Shares of the layers, as friendship=0.7,transaction=0.3; layers not named count 0 (default: equal).",
      valueName: "weights"),
    transform: Parsing.layerWeights)
  var layerWeights: [String: Double]?

  func apply(to settings: inout AnalysisSettings) { settings.layerWeights = layerWeights }
}
