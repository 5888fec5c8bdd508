import ArgumentParser
import Exports
import Reporting

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the report of a run folder again, and write its page and its pictures.",
    discussion: """
      Reads a folder that analyze or simulate wrote (-o), prints the report that they printed, and writes report.html in it \
      anew, from run.json and portrait.json alone: nothing is computed again. --page writes the page somewhere else, - to \
      standard output; --plots writes its charts as files for papers. With --json it prints the findings.

      Example: graph-tool analyze datasets/florentine -o florentine.run --quiet && graph-tool report florentine.run
      """)

  @Argument(help: ArgumentHelp("Run folder of analyze or simulate.", valueName: "run"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Where to write the page instead of RUN/report.html; - for standard output, in place of the report.",
      valueName: "file"))
  var page: String?

  @Flag(help: "Do not write a page.")
  var noPage = false

  @Flag(help: "Replace files of --page and --plots that exist.")
  var force = false

  @OptionGroup(title: "Pictures") var plots: PlotOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  func validate() throws {
    if page != nil, noPage { throw ValidationError("--page and --no-page exclude each other") }
    if page == "" { throw ValidationError("--page: a file was expected, or - for standard output") }
    if page == "-", screen.json { throw ValidationError("--page - and --json both want standard output") }
  }

  func run() throws {
    try Failure.reported {
      try plots.check(force: force)
      let run = try RecordedRun(opening: folder, version: GraphTool.version)
      switch run.content {
      case .analysis(let description, let portrait):
        let page = SocietyPage(description.findings, portrait, description.record)
        if self.page != "-" {
          try screen.show(
            description.findings, command: description.command, folder: run.folder, description: description)
        }
        try write(page.html, page.plots, of: run, isWhole: portrait != nil)
      case .simulation(let description, let portrait):
        let page = SimulationPage(description.findings, portrait, description.record)
        if self.page != "-" {
          try screen.show(
            description.findings, command: description.command, folder: run.folder, description: description)
        }
        try write(page.html, page.plots, of: run, isWhole: portrait != nil)
      }
    }
  }

  /// Writes what was asked for; only that is made.
  private func write(
    _ html: @autoclosure () -> String, _ pictures: @autoclosure () -> [PlotFile], of run: RecordedRun, isWhole: Bool
  ) throws {
    if !isWhole, !screen.quiet {
      Console.complain("\(run.folder) has no portrait.json, so pictures that need it are left out")
    }
    try plots.write(force: force, quiet: screen.quiet) { pictures() }
    if page == "-" { return try Console.write(html()) }
    guard !noPage else { return }
    // The page of a run is its own; another file is the user's.
    let path = page ?? "\(run.folder)/\(RecordedRun.pageName)"
    do {
      try WholeFile.write(to: path, force: force || page == nil, text: html())
    } catch let error as ExportError where page == nil {
      Console.complain("the page is not written anew (--no-page leaves it)")
      throw error
    }
    if page != nil, !screen.quiet { Console.complain("wrote \(path)") }
  }
}
