import Analysis
import GraphModel
import Simulation

/// What `run.json` of a simulation says.
public struct SimulationDescription: Sendable, Equatable, Codable {
  /// The program's version.
  public let version: String
  /// The command line, without what only concerns the machine or the screen.
  public let command: [String]
  /// The seed.
  public let seed: UInt64
  /// Every setting of the scenario as text; of a section that is off, only that it is `none`.
  public let settings: [String: String]
  /// The scenario file.
  public let scenario: FileRecord
  /// What the society was read from.
  public let inputs: [FileRecord]
  /// What was written.
  public let outputs: [RunDescription.Output]
  /// What was left out, a sentence each.
  public let leftOut: [String]
  /// What a report says.
  public let findings: SimulationFindings
  /// Where and when.
  public let machine: RunDescription.Machine
}

extension SimulationDescription {
  /// How the run was made.
  public var record: RunRecord {
    RunRecord(version: version, command: command, seed: seed, settings: settings, inputs: [scenario] + inputs)
  }
}
