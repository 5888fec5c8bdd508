import ArgumentParser
import Compute
import Exports
import Foundation
import GraphModel

struct RerunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun",
    abstract: "Make a run again from its run.json, and compare it byte by byte.",
    discussion: """
      Reads the run.json of a folder that analyze or simulate wrote (-o), checks that every input is there with the SHA-256 \
      that it had, runs the same command again into a temporary folder, and compares every file of both. run.json counts \
      without its object "machine", and without the version of the program, if that is another one now. Pictures \
      (--plots) are not part of a run.

      A scenario that is not at its place any more, or has changed, is taken from the run folder, as if it stood where it \
      stood. A society that came from standard input is gone, so its run cannot be made again (65).

      Exit code 0 if they are equal, 1 if not, 66 if an input is missing, 65 if one has changed.

      Example: graph-tool analyze datasets/florentine -o again.run --quiet && graph-tool rerun again.run
      """)

  @Argument(help: ArgumentHelp("Run folder of analyze or simulate.", valueName: "run"))
  var folder: String

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Keep the new run in this folder (default: a temporary one, beside the run).", valueName: "new"))
  var output: String?

  @Flag(help: "Replace the folder of -o if it exists.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Where the relative paths of the command start, to its inputs (default: the working folder).",
      valueName: "folder"))
  var `in`: String?

  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    if force, output == nil { throw ValidationError("--force replaces the folder of -o, which was expected") }
  }

  func run() throws {
    try Failure.reported {
      let course = machine.course(quiet: screen.quiet)
      let run = try RecordedRun(opening: folder, version: GraphTool.version)
      let plan = try RerunPlan(run, base: `in` ?? "")
      let place = try RerunPlace(beside: run.folder, output: output, force: force)
      let comparison = try place.made {
        let options = (screen.quiet ? ["--quiet"] : []) + machine.asArguments
        try place.build(plan, options, force: force)
        return try course.progress.during(Phase("comparing", .bytes)) { work in
          let comparison = try RunFolderComparison(run.folder, place.folder) { Interruption.noted == nil }
          work.bytes = comparison?.bytes
          return comparison
        }
      }
      let report = RerunReport(
        run: run.folder, comparison: comparison, notes: plan.notes, kept: output == nil ? nil : place.folder)
      try show(report)
      course.printTimings()
      if !comparison.differences.isEmpty { throw Failure.different }
    }
  }

  private func show(_ report: RerunReport) throws {
    if screen.json {
      try Console.write(try JSONText.text(report.value))
    } else if !screen.quiet {
      try Console.write(report.text(width: Console.width, isPlain: screen.isPlain))
    }
  }
}

extension MachineOptions {
  /// The options that were given, for another start of the program.
  fileprivate var asArguments: [String] {
    var arguments: [String] = []
    if let threads { arguments += ["--threads", String(threads)] }
    if let memoryLimit { arguments += memoryLimit.asArguments }
    return arguments
  }
}

extension MemoryLimit {
  /// The option that sets it.
  fileprivate var asArguments: [String] {
    switch self {
    case .free: []
    case .none: ["--memory-limit", "none"]
    case .bytes(let bytes): ["--memory-limit", String(bytes)]
    }
  }
}
