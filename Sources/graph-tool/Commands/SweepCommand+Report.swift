import Experiments
import Exports
import Reporting

extension SweepCommand {
  /// Says what a study will take.
  func show(_ estimate: StudyEstimate) throws {
    if screen.json { return try Console.write(try JSONText.text(estimate)) }
    guard !screen.quiet else { return }
    let each = estimate.threadsEach == 1 ? "1 thread" : "\(estimate.threadsEach) threads"
    try Console.write(
      """
      \(count(estimate.cells, "cell")) of \(count(estimate.replicates, "replicate")): \(count(estimate.runs, "run"))\(until == nil ? "" : " at most").
      \(estimate.atOnce) at once, \(each) each, about \(Quantity.bytes(Double(estimate.memory))) of memory each.
      The longest takes about \(Self.time(estimate.secondsOfLongest)); all of them about \(Self.time(estimate.seconds)).
      The database will be about \(Quantity.bytes(Double(estimate.bytes))).
      Nothing was written.

      """)
  }

  private func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private static func time(_ seconds: Double) -> String {
    seconds < 1 ? "\(Int((seconds * 1000).rounded(.up))) ms" : Quantity.time(seconds)
  }

  /// Shows what came of a study, and draws it.
  func show(_ store: StudyStore) throws {
    let findings = try store.findings()
    let command = CommandLineText.essential(CommandLine.arguments, seed: findings.seed).map(CommandLineText.quoted)
    let page = StudyPage(findings, command: command, version: GraphTool.version)
    let written = Result { try StudyFolder(store.folder).write(page) }
    try screen.show(
      findings, command: command + ["-o", CommandLineText.quoted(store.folder)], folder: store.folder,
      hasPage: (try? written.get()) != nil)
    try plots.write(force: force, quiet: screen.quiet) { page.plots }
    try written.get()
  }
}
