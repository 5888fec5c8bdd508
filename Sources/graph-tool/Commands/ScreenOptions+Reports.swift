import Analysis
import Experiments
import Exports
import Reporting
import Simulation

extension ScreenOptions {
  /// Shows what an examination found: as a report, as JSON, or not at all.
  ///
  /// - Parameters:
  ///   - findings: what there is to say.
  ///   - command: the command that gives this report.
  ///   - folder: the run folder, or `nil`.
  ///   - description: what stands in its `run.json`.
  func show(_ findings: Findings, command: [String], folder: String?, description: RunDescription?) throws {
    if json { return try Console.write(try JSONText.text(findings)) }
    guard !quiet else { return }
    let report = TextReport(
      findings, width: Console.width, ink: ink, isPlain: isPlain, engine: description?.record.engine ?? "")
    try Console.write(
      report.text(
        command: command.joined(separator: " "), folder: folder,
        files: Self.files(description?.outputs),
        leftOut: description?.leftOut ?? []))
  }

  /// Shows what came of a simulation, likewise.
  func show(
    _ findings: SimulationFindings, command: [String], folder: String?, description: SimulationDescription?
  ) throws {
    if json { return try Console.write(try JSONText.text(findings)) }
    guard !quiet else { return }
    let report = SimulationReport(findings, width: Console.width, ink: ink, isPlain: isPlain)
    try Console.write(
      report.text(
        command: command.joined(separator: " "), folder: folder, files: Self.files(description?.outputs),
        leftOut: description?.leftOut ?? []))
  }

  /// Shows what came of a study, likewise.
  ///
  /// - Parameters:
  ///   - findings: what there is to say.
  ///   - command: the command that gives this report, or empty.
  ///   - folder: the folder of the study, or `nil`.
  ///   - hasPage: whether its page stands there.
  func show(_ findings: StudyFindings, command: [String], folder: String?, hasPage: Bool) throws {
    if json { return try Console.write(try JSONText.text(findings)) }
    guard !quiet else { return }
    let report = StudyReport(findings, width: Console.width, ink: ink, isPlain: isPlain)
    let files =
      [TextReport.File(path: StudyStore.fileName, content: "every run with its numbers, in SQLite")]
      + (hasPage ? [TextReport.File(path: StudyFolder.pageName, content: "the answers as a page with charts")] : [])
    try Console.write(report.text(command: command.joined(separator: " "), folder: folder, files: files))
  }

  private static func files(_ outputs: [RunDescription.Output]?) -> [TextReport.File] {
    (outputs ?? []).map { TextReport.File(path: $0.name, content: $0.content) }
  }
}
