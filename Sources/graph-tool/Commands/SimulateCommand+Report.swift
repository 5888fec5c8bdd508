import Exports
import Reporting
import Simulation

extension SimulateCommand {
  /// Shows what came of a simulation: as a report, as JSON, or not at all.
  func show(
    _ findings: SimulationFindings, folder: String? = nil, files: [TextReport.File] = [], leftOut: [String] = []
  ) throws {
    if screen.json { return try Console.write(try JSONText.text(findings)) }
    guard !screen.quiet else { return }
    let report = SimulationReport(
      findings, width: Console.width, ink: Console.ink(noColor: screen.noColor), isPlain: ascii || Console.isASCII)
    let command = CommandLineText.essential(CommandLine.arguments, seed: findings.seed)
    try Console.write(
      report.text(command: command.joined(separator: " "), folder: folder, files: files, leftOut: leftOut))
  }
}
