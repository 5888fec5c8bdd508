import ArgumentParser
import Exports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the report of a run folder again.",
    discussion: """
      Reads a folder that analyze or simulate wrote (-o) and prints the report that they printed, from run.json alone: \
      nothing is computed again. With --json it prints the findings.

      Example: graph-tool analyze datasets/florentine -o florentine.run --quiet && graph-tool report florentine.run
      """)

  @Argument(help: ArgumentHelp("Run folder of analyze or simulate.", valueName: "run"))
  var folder: String

  @OptionGroup(title: "Screen") var screen: ScreenOptions

  func run() throws {
    try Failure.reported {
      let run = try RecordedRun(opening: folder, version: GraphTool.version)
      switch run.content {
      case .analysis(let description, _):
        try screen.show(
          description.findings, command: description.command, folder: run.folder, description: description)
      case .simulation(let description, _):
        try screen.show(
          description.findings, command: description.command, folder: run.folder, description: description)
      }
    }
  }
}
