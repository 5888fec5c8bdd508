import ArgumentParser
import Compute
import Experiments
import Exports
import Foundation
import GraphModel
import Reporting
import Simulation

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Run a scenario under many settings, many times, and answer with intervals.",
    discussion: """
      Reads an experiment: a scenario, the settings that vary, how many replicates each cell gets, and what is asked of \
      each run (docs/experiments.md). Writes every run into STUDY/study.sqlite, prints the answers, and draws them on the \
      page STUDY/report.html.

      Ctrl-C and kill lose nothing but the runs that were going on: the same command goes on with what is left. Started \
      twice, in two terminals, both share the work. What comes out does not depend on any of that.

      Example: graph-tool sweep datasets/studies/susceptibility.yaml -o susceptibility.study
      """)

  @Argument(help: "An experiment in YAML; --template prints one.")
  var experiment: String?

  @Flag(help: "Print a commented experiment.")
  var template = false

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Folder of the study.", valueName: "study"))
  var output: String?

  @Flag(help: "Begin anew if another study stands there; all its runs are lost.")
  var force = false

  @Flag(
    help: "Only say how many runs there are, how long they will take, and how much disk; one run is tried for that.")
  var dryRun = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Replicates of each cell, at most, instead of what the file says.", valueName: "count"),
    transform: {
      try Parsing.count($0, expected: "a number of replicates, 1 or more") { (1...10_000_000).contains($0) }
    })
  var replicates: Int?

  @Option(
    help: ArgumentHelp(
      "When replicates are enough, such as \"gap ci-width < 0.01\", instead of what the file says; none: all of them.",
      valueName: "rule"))
  var until: String?

  @Flag(help: "Make runs that failed again.")
  var retry = false

  @OptionGroup(title: "Pictures") var plots: PlotOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    if template { return }
    guard experiment != nil else { throw ValidationError("an experiment was expected; --template prints one") }
    if output == nil, !dryRun { throw ValidationError("-o with the folder of the study was expected, or --dry-run") }
    if let output, output.isEmpty || output == "-" {
      throw ValidationError("-o: a folder was expected, a study is a database")
    }
    if dryRun, force || retry || plots.plots != nil {
      throw ValidationError("--dry-run makes nothing: --force, --retry and --plots do not go with it")
    }
  }

  func run() throws {
    if template { return try Console.write(Experiment.template) }
    try Failure.reported {
      let course = machine.course(quiet: screen.quiet)
      try plots.check(force: force)
      let path = experiment ?? "-"
      let file = try InputFile.read(path)
      let read = try Experiment.read(file, from: path).with(replicates: replicates, until: until)
      let study = try SweptStudy(read, course)
      if dryRun {
        try show(try study.estimate())
      } else if let output {
        let store = try study.open(output, force: force)
        defer { try? store.close() }
        try store.explaining { store in
          if retry, try store.retryFailed() == 0 { Console.complain("there are no failed runs to make again") }
          try study.work(store, command: commandToGoOn)
          try show(store)
        }
      }
      course.printTimings()
    }
  }

  /// The command as it was typed, without what must not be done twice.
  private var commandToGoOn: String {
    let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--force" && $0 != "--retry" }
    return (["graph-tool"] + arguments.map(CommandLineText.quoted)).joined(separator: " ")
  }
}
