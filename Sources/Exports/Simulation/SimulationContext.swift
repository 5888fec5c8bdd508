import GraphModel

/// What is known of a simulation's run beside the simulation: who ran what.
public struct SimulationContext: Sendable, Codable {
  /// The program's version.
  public let version: String
  /// The command line, without what only concerns the machine or the screen.
  public let command: [String]
  /// The scenario file, unpacked.
  public let scenario: FileRecord
  /// The path of the scenario file, as it was typed.
  public let path: String
  /// The folder that relative paths are seen from.
  public let folder: String
  /// What the society was read from.
  public let inputs: [FileRecord]

  /// A context.
  ///
  /// - Parameters:
  ///   - version: the program's.
  ///   - command: without what only concerns the machine or the screen.
  ///   - scenario: the file, unpacked.
  ///   - path: its path, as it was typed.
  ///   - folder: the working folder.
  ///   - inputs: what the society was read from.
  public init(
    version: String, command: [String], scenario: FileRecord, path: String, folder: String, inputs: [FileRecord]
  ) {
    self.version = version
    self.command = command
    self.scenario = scenario
    self.path = path
    self.folder = folder
    self.inputs = inputs
  }
}
