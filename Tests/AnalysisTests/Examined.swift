import Analysis
import GraphModel

/// A society examined, without random societies unless asked for.
func examined(
  _ society: Society, _ change: (inout AnalysisSettings) -> Void = { _ in }
) throws -> Examination {
  var settings = AnalysisSettings()
  settings.permutations = .count(0)
  change(&settings)
  return try Examination(society.read, settings)
}

/// A society whose scores have settled.
func settled(
  _ society: Society, _ change: (inout AnalysisSettings) -> Void = { _ in }
) throws -> SettledSociety {
  var settings = AnalysisSettings()
  change(&settings)
  return try SettledSociety(society.read, settings)
}
