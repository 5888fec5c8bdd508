import GraphModel

/// What differs in how two runs were made: settings, inputs, seeds, versions.
public struct MakingComparison: Sendable, Equatable, Codable {
  /// A setting with another value in each run.
  public struct Setting: Sendable, Equatable, Codable {
    /// Its name.
    public let name: String
    /// Its value in the first run; `nil` if it has none there.
    public let first: String?
    /// Its value in the second run.
    public let second: String?
    /// Whether it can change what is found: names, places and what is written down cannot.
    public let matters: Bool
  }

  /// An input that is not the same file in both runs.
  public struct Input: Sendable, Equatable, Codable {
    /// Its name.
    public let name: String
    /// The SHA-256 digest of the first run's, in hexadecimal; `nil` if that read no such file.
    public let first: String?
    /// The digest of the second run's.
    public let second: String?
  }

  /// What the two have in common.
  public enum Relation: String, Sendable, Equatable, Codable {
    /// Settings that matter, inputs and seed: they must have found the same, if one version made both.
    case same
    /// All of that but the seed.
    case otherSeed = "other-seed"
    /// Settings or inputs differ.
    case otherSettings = "other-settings"
    /// They are of different commands, whose settings have nothing in common.
    case otherCommand = "other-command"
  }

  /// What the two have in common.
  public let relation: Relation
  /// Settings that differ, by name; empty for runs of different commands.
  public let settings: [Setting]
  /// How many settings are the same.
  public let equalSettings: Int
  /// Inputs that differ, the scenario of a simulation among them.
  public let inputs: [Input]
  /// How many inputs are the same.
  public let equalInputs: Int

  /// Whether a setting says only where things are, what they are called, or what is written down beside the simulation.
  private static func isAside(_ name: String) -> Bool {
    ["name", "society", "twins"].contains(name) || name.hasPrefix("output.")
  }

  init(_ first: ComparedRun, _ second: ComparedRun) {
    let isOneCommand = first.command == second.command
    let (one, other) = (first.record.settings, second.record.settings)
    let names = isOneCommand ? Set(one.keys).union(other.keys).subtracting(["seed"]).sorted() : []
    settings = names.filter { one[$0] != other[$0] }.map {
      Setting(name: $0, first: one[$0], second: other[$0], matters: !Self.isAside($0))
    }
    equalSettings = names.count - settings.count
    // A scenario stands for its settings, and goes by no name of its own.
    let scenarios = [first, second].map { $0.command == .simulate ? $0.record.inputs.first : nil }
    let read = [first, second].map { $0.record.inputs.dropFirst($0.command == .simulate ? 1 : 0) }
    var inputs: [Input] = []
    var equal = 0
    func compare(_ name: String, _ one: FileRecord?, _ other: FileRecord?) {
      if one?.sha256 == other?.sha256 {
        equal += 1
      } else {
        inputs.append(Input(name: name, first: one?.sha256, second: other?.sha256))
      }
    }
    var files: [String] = []
    for file in read[0] + read[1] where !files.contains(file.name) { files.append(file.name) }
    for name in files {
      compare(name, read[0].first { $0.name == name }, read[1].first { $0.name == name })
    }
    // A single file may go by another path.
    let haveSameContent = Set(read[0].map(\.sha256)) == Set(read[1].map(\.sha256))
    if scenarios.contains(where: { $0 != nil }) { compare("scenario", scenarios[0], scenarios[1]) }
    self.inputs = inputs
    equalInputs = equal
    let matter = settings.contains(where: \.matters)
    relation =
      !isOneCommand
      ? .otherCommand
      : matter || !haveSameContent
        ? .otherSettings : first.record.seed == second.record.seed ? .same : .otherSeed
  }
}
