import Exports
import Simulation

extension SimulateCommand {
  /// Shows what came of a simulation: as a report, as JSON, or not at all.
  ///
  /// - Parameters:
  ///   - findings: what there is to say.
  ///   - folder: the run folder that was written, or `nil`.
  ///   - description: what stands in its `run.json`.
  func show(_ findings: SimulationFindings, folder: String?, description: SimulationDescription?) throws {
    let command =
      description?.command ?? CommandLineText.essential(CommandLine.arguments, seed: findings.seed)
    try screen.show(findings, command: command, folder: folder, description: description)
    if screen.json, let folder { Console.complain("wrote \(folder)") }
  }
}
