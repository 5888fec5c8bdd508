import GraphModel

/// How a run was made: all that another one needs to come to the same.
public struct RunRecord: Sendable, Equatable {
  /// The program's version.
  public let version: String
  /// The command line, without what only concerns the machine or the screen.
  public let command: [String]
  /// The seed.
  public let seed: UInt64
  /// The settings as they came out, by name.
  public let settings: [String: String]
  /// What was read.
  public let inputs: [FileRecord]

  /// What computed the numbers, if that was not this program: a sentence; empty otherwise.
  public var engine: String {
    guard settings["engine"] == "spark" else { return "" }
    let version = settings["spark_version"].map { " \($0)" } ?? ""
    let parts = settings["partitions"].flatMap { Int($0) }.map { ", in \($0) \($0 == 1 ? "part" : "parts")" } ?? ""
    return "Computed on Apache Spark\(version)\(parts)."
  }

  /// A record.
  public init(version: String, command: [String], seed: UInt64, settings: [String: String], inputs: [FileRecord]) {
    self.version = version
    self.command = command
    self.seed = seed
    self.settings = settings
    self.inputs = inputs
  }
}
