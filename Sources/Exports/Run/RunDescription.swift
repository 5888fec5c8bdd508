import Analysis
import GraphModel

/// What `run.json` says.
public struct RunDescription: Sendable, Equatable, Codable {
  /// Where and when the run was made; the only part that differs between two runs of one input.
  public struct Machine: Sendable, Equatable, Codable {
    /// The host's name.
    public let host: String
    /// The operating system.
    public let system: String
    /// How many threads worked at once.
    public let threads: Int
    /// When it began, ISO 8601 in UTC.
    public let started: String
    /// How long it took, in seconds.
    public let seconds: Double
    /// The largest resident memory, in bytes; `nil` where unknown.
    public let peakMemory: Int?
    /// What each phase took, in their order.
    public let phases: [Phase]

    /// A machine.
    public init(
      host: String, system: String, threads: Int, started: String, seconds: Double, peakMemory: Int?, phases: [Phase]
    ) {
      self.host = host
      self.system = system
      self.threads = threads
      self.started = started
      self.seconds = seconds
      self.peakMemory = peakMemory
      self.phases = phases
    }
  }

  /// One piece of the work and what it took.
  public struct Phase: Sendable, Equatable, Codable {
    /// What was done.
    public let name: String
    /// How long it took, in seconds.
    public let seconds: Double
    /// How many bytes of files were read or written, where that applies.
    public let bytes: Int?
    /// How many ties were gone over, each as often as it was; where that applies.
    public let ties: Int?
    /// `ties` by `seconds`.
    public let tiesPerSecond: Double?
    /// The largest resident memory of the process up to the end of the phase, in bytes; `nil` where unknown.
    public let peakMemory: Int?

    /// A phase.
    public init(name: String, seconds: Double, bytes: Int?, ties: Int?, tiesPerSecond: Double?, peakMemory: Int?) {
      self.name = name
      self.seconds = seconds
      self.bytes = bytes
      self.ties = ties
      self.tiesPerSecond = tiesPerSecond
      self.peakMemory = peakMemory
    }
  }

  /// A file of the run folder.
  public struct Output: Sendable, Equatable, Codable {
    /// Its path in the folder.
    public let name: String
    /// What it holds.
    public let content: String

    /// The page.
    static let page = Output(name: RecordedRun.pageName, content: "the report as a page, to open in a browser")
  }

  /// The program's version.
  public let version: String
  /// The command line, without what only concerns the machine or the screen.
  public let command: [String]
  /// The seed.
  public let seed: UInt64
  /// The settings as they came out.
  public let settings: [String: String]
  /// What was read.
  public let inputs: [FileRecord]
  /// What was written.
  public let outputs: [Output]
  /// What was left out, a sentence each.
  public let leftOut: [String]
  /// What a report says.
  public let findings: Findings
  /// Where and when.
  public let machine: Machine
}

extension RunDescription {
  /// How the run was made.
  public var record: RunRecord {
    RunRecord(version: version, command: command, seed: seed, settings: settings, inputs: inputs)
  }
}
