import Exports
import Foundation
import GraphModel
import Simulation

/// How a run is made again: its command, and its inputs as they were.
struct RerunPlan {
  /// The command: the word behind the program's name.
  let command: String
  /// The words behind that.
  let arguments: [String]
  /// Options that do not stand in the run's command, and leave no trace in the new one's.
  let added: [String]
  /// Where the command is given.
  let base: String
  /// What there is to say before the result, a sentence each without a full stop.
  let notes: [String]

  /// Looks at the run and at what it was read from.
  ///
  /// - Parameter base: where relative paths start; empty for the working folder.
  /// - Throws: `noInput` for what is missing, `badData` for what has changed or cannot be read again.
  init(_ run: RecordedRun, base: String) throws {
    var isFolder: ObjCBool = false
    let isThere = unsafe base.isEmpty || FileManager.default.fileExists(atPath: base, isDirectory: &isFolder)
    guard isThere, base.isEmpty || isFolder.boolValue else {
      throw ReadingError(.noInput, [InputProblem(file: base, "there is no such folder to start in (--in)")])
    }
    self.base = base
    var notes: [String] = []
    let command: [String]
    switch run.content {
    case .analysis(let description, _):
      (command, added) = (description.command, [])
      try Self.check(description, from: base)
    case .simulation(let description, _):
      command = description.command
      added = try Self.check(description, in: run.folder, from: base, &notes)
    }
    guard command.count > 1 else {
      throw ReadingError(.badData, [InputProblem(file: run.folder, "its run.json has no command to give again")])
    }
    self.command = command[1]
    arguments = Array(command.dropFirst(2))
    if run.version != GraphTool.version {
      notes.append("version \(run.version) made the run, and \(GraphTool.version) made it again")
    }
    self.notes = notes
  }

  private static func check(_ description: RunDescription, from base: String) throws(ReadingError) {
    let settings = description.settings
    let typed = [settings["people"], settings["scorecard"]].compactMap(\.self)
    try RunInputs(
      description.inputs, society: settings["society"] ?? "", typed: Set(typed), from: base
    ).check()
    // The key is no input that run.json tells of, but nothing can be done without it.
    guard let key = value(of: "--pseudonymise", in: description.command) else { return }
    let path = RunInputs.path(key, from: base)
    guard FileManager.default.fileExists(atPath: path) else {
      throw ReadingError(.noInput, [InputProblem(file: path, "the run's key (--pseudonymise) is not there")])
    }
  }

  /// - Returns: the options that say where the scenario is, if it is not at its place.
  private static func check(
    _ description: SimulationDescription, in folder: String, from base: String, _ notes: inout [String]
  ) throws(ReadingError) -> [String] {
    let scenario = description.scenario
    let isTyped = scenario.name != "standard input"
    let place = RunInputs.path(scenario.name, from: base)
    let copy = folder + "/" + SimulationFiles.scenarioName
    let typed = isTyped ? try? InputFile.read(place) : nil
    let kept = try? InputFile.read(copy)
    var added: [String] = []
    let file: InputFile
    if let typed, typed.unpackedRecord.sha256 == scenario.sha256 {
      file = typed
    } else if let kept, kept.unpackedRecord.sha256 == scenario.sha256 {
      file = kept
      added = ["--scenario-copy", URL(fileURLWithPath: copy).standardizedFileURL.path]
      let why =
        !isTyped ? "came from standard input" : typed == nil ? "is not at \(place) any more" : "has changed (\(place))"
      notes.append("the scenario \(why), so the copy in the run folder was taken")
    } else if let typed {
      throw ReadingError(
        .badData, [RunInputs.changed(place, scenario.sha256, typed.unpackedRecord.sha256)],
        hint: "The copy in the run folder is not what the run was made with either.")
    } else {
      throw ReadingError(
        .noInput, [InputProblem(file: place, "the scenario is not there, nor its copy in the run folder")])
    }
    let rules = try Scenario.read(file, from: isTyped ? scenario.name : "-")
    // A society that is made on the spot needs no files.
    if case .folder(let society) = rules.source {
      try RunInputs(description.inputs, society: society, from: base).check()
    }
    return added
  }

  /// The value of an option in a command line.
  private static func value(of option: String, in command: [String]) -> String? {
    for (place, word) in command.enumerated() {
      if word == option, place + 1 < command.count { return command[place + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}
