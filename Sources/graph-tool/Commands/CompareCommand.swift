import Analysis
import ArgumentParser
import Exports
import GraphModel
import Reporting

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What differs between two runs, and whether that is more than seeds explain.",
    discussion: """
      Reads two folders that analyze or simulate wrote (-o) and says what differs: how they were made, who moved, which \
      tiers and communities changed, which measures. Differences are run 2 less run 1, scores are in points; of a \
      simulation its last period is compared.

      Two simulations are repeated under other seeds, each seed for both scenarios, and the mean of the differences is told \
      with a 95% interval. The scenario is that of the run folder; the society is read again from where it was, and must \
      be the same. A run of analyze has no seeds: there the standard deviation over random societies is the yardstick.

      Exit code 0, whether they differ or not. docs/compare.md explains the report.

      Example: graph-tool analyze datasets/karate -o half.run --quiet && graph-tool analyze datasets/karate \
      --susceptibility 0.8 -o more.run --quiet && graph-tool compare half.run more.run
      """)

  @Argument(help: ArgumentHelp("Run folder of analyze or simulate.", valueName: "run1"))
  var first: String

  @Argument(help: ArgumentHelp("The one that it is compared with.", valueName: "run2"))
  var second: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "For two simulations: how many other seeds both are repeated under; 0: none (default: 20 if people times periods are few enough for about a minute).",
      valueName: "count"),
    transform: {
      try Parsing.count($0, expected: "a number of seeds, 0 or from 2 to 10000") {
        $0 == 0 || (2...10_000).contains($0)
      }
    })
  var seeds: Int?

  @Option(
    help: ArgumentHelp(
      "Where the relative paths of the runs' societies start (default: the working folder).", valueName: "folder"))
  var `in`: String?

  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() throws {
    try Failure.reported {
      let course = machine.course(quiet: screen.quiet)
      defer { course.printTimings() }
      let runs = (
        try RecordedRun(opening: first, version: GraphTool.version),
        try RecordedRun(opening: second, version: GraphTool.version)
      )
      let (one, other) = (try runs.0.compared(), try runs.1.compared())
      let plain: Comparison
      do throws(Missing) {
        plain = try Comparison(one, other, seeds: SeedComparison(.off))
      } catch {
        throw ReadingError(.badData, [InputProblem(file: "\(first), \(second)", error.reason)])
      }
      let repetition = SeedRepetition(first: runs.0, second: runs.1, base: `in` ?? "", count: seeds)
      let comparison = plain.with(try repetition.comparison(plain, course))
      if screen.json {
        try Console.write(try JSONText.text(comparison))
      } else if !screen.quiet {
        try Console.write(
          ComparisonReport(comparison, width: Console.width, ink: screen.ink, isPlain: screen.isPlain).text())
      }
    }
  }
}
