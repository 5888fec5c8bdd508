import Exports
import Reporting
import Simulation

extension SimulateCommand {
  /// Shows what came of a simulation: as a report, as JSON, or not at all.
  ///
  /// - Parameters:
  ///   - findings: what there is to say.
  ///   - folder: the run folder that was written, or `nil`.
  ///   - description: what stands in its `run.json`.
  func show(_ findings: SimulationFindings, folder: String?, description: SimulationDescription?) throws {
    if screen.json {
      try Console.write(try JSONText.text(findings))
      if let folder { Console.complain("wrote \(folder)") }
      return
    }
    guard !screen.quiet else { return }
    let report = SimulationReport(
      findings, width: Console.width, ink: Console.ink(noColor: screen.noColor), isPlain: ascii || Console.isASCII)
    let command =
      description?.command ?? CommandLineText.essential(CommandLine.arguments, seed: findings.seed)
    try Console.write(
      report.text(
        command: command.joined(separator: " "), folder: folder,
        files: description?.outputs.map { TextReport.File(path: $0.name, content: $0.content) } ?? [],
        leftOut: description?.leftOut ?? []))
  }
}
