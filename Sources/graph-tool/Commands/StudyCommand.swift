import ArgumentParser
import Experiments
import Exports
import Foundation
import Reporting

struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Look into a study that sweep made: its answers, its runs, its numbers.",
    discussion: """
      Prints the report of a study as it stands, finished or not. --list prints rows instead: runs, cells, results (one \
      row an outcome of a run) or series (one a period); --where, --outcome and --state choose among them, --csv prints \
      them for other programs. --scenario prints what simulate needs to make one run again; --archive packs the study \
      with all that it was made from.

      Example: graph-tool study susceptibility.study --list results --where susceptibility=0.5 --csv
      """)

  @Argument(help: "The folder of a study.")
  var study: String

  @Option(help: ArgumentHelp("Print rows: runs, cells, results or series.", valueName: "subject"))
  var list: StudyListing.Subject?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "With --list, only cells in which a factor has a value; can be given several times.", valueName: "factor=value"))
  var conditions: [String] = []

  @Option(help: ArgumentHelp("Only this outcome; can be given several times.", valueName: "name"))
  var outcome: [String] = []

  @Option(
    help: ArgumentHelp("With --list, only runs in this state: waiting, running, done or failed.", valueName: "state"))
  var state: RunState?

  @Flag(help: "With --list, print CSV.")
  var csv = false

  @Option(
    help: ArgumentHelp("Print the scenario of a run, with its seed, for simulate.", valueName: "cell:replicate"))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "Write the study with its experiment, scenario and societies into one ZIP file.", valueName: "file"))
  var archive: String?

  @Option(help: ArgumentHelp("Write the page into this file; - is standard output.", valueName: "file"))
  var page: String?

  @Flag(help: "Replace an archive, a page or pictures that exist.")
  var force = false

  @OptionGroup(title: "Pictures") var plots: PlotOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  /// How far a run is.
  enum RunState: String, ExpressibleByArgument, CaseIterable {
    case waiting
    case running
    case done
    case failed
  }

  func validate() throws {
    if list == nil, csv || state != nil || !conditions.isEmpty {
      throw ValidationError("--where, --state and --csv choose among rows: --list was expected")
    }
    let answers = [list != nil, scenario != nil, archive != nil, plots.plots != nil || page != nil]
    if answers.count(where: { $0 }) > 1 {
      throw ValidationError(
        "--list, --scenario, --archive and a page or pictures are answers of their own; one was expected")
    }
    if page == "-", screen.json { throw ValidationError("--page - and --json exclude each other") }
    if list != nil, csv, screen.json { throw ValidationError("--csv and --json exclude each other") }
    if archive == "" || archive == "-" { throw ValidationError("--archive: a file was expected") }
    _ = try filter()
    _ = try run(of: scenario)
  }

  func run() throws {
    try Failure.reported {
      try plots.check(force: force)
      let store = try StudyStore.reading(study)
      defer { try? store.close() }
      try store.explaining(answer)
    }
  }

  private func answer(_ store: StudyStore) throws {
    if let list {
      try show(try store.listing(of: list, try filter()))
    } else if let (cell, replicate) = try run(of: scenario) {
      try Console.write(
        try store.scenario(cell: cell, replicate: replicate, from: FileManager.default.currentDirectoryPath))
    } else if let archive {
      try StudyArchive(study, store).write(to: archive, force: force)
      if !screen.quiet { Console.complain("wrote \(archive)") }
    } else {
      try report(store)
    }
  }

  private func report(_ store: StudyStore) throws {
    var findings = try store.findings()
    if !outcome.isEmpty { findings = try findings.only(outcome) }
    let command = CommandLineText.essential(CommandLine.arguments, seed: findings.seed).map(CommandLineText.quoted)
    if let page {
      let html = StudyPage(findings, command: command, version: GraphTool.version).html
      if page == "-" { return try Console.write(html) }
      try WholeFile.write(to: page, force: force, text: html)
      if !screen.quiet { Console.complain("wrote \(page)") }
    }
    try screen.show(findings, command: command, folder: nil, hasPage: false)
    try plots.write(force: force, quiet: screen.quiet) {
      StudyPage(findings, command: command, version: GraphTool.version).plots
    }
  }

  private func filter() throws -> StudyListing.Filter {
    var filter = StudyListing.Filter()
    filter.outcomes = outcome
    filter.state = state?.rawValue
    for condition in conditions {
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw ValidationError("--where '\(condition)': FACTOR=VALUE was expected")
      }
      filter.values.append((parts[0], parts[1]))
    }
    return filter
  }

  private func run(of text: String?) throws -> (cell: Int, replicate: Int)? {
    guard let text else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let cell = parts[0], let replicate = parts.count == 2 ? parts[1] : 1 else {
      throw ValidationError(
        "--scenario '\(text)': the number of a cell was expected, and after a colon that of a replicate")
    }
    return (cell, replicate)
  }

  private func show(_ listing: StudyListing) throws {
    if screen.json { return try Console.write(try listing.json) }
    if csv {
      try Console.write(CSVText.line(listing.columns) + listing.rows.map { CSVText.line($0.map(\.full)) }.joined())
    } else if !screen.quiet {
      let isNumber = listing.columns.indices.map { column in
        listing.rows.allSatisfy { if case .text = $0[column] { false } else { true } }
      }
      let report = ListReport(
        columns: listing.columns, rows: listing.rows.map { $0.map(\.short) }, isNumber: isNumber)
      try Console.write(report.text(width: Console.isTerminal ? Console.width : 200, ink: screen.ink))
    }
  }
}

extension StudyListing.Subject: ExpressibleByArgument {}
