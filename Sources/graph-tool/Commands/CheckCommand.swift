import Analysis
import ArgumentParser
import Exports
import GraphModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell every problem in the input, and nothing else.",
    discussion: """
      Reads everything an analysis or a simulation would read, events.csv included, and prints each problem with file, \
      line, column, value and what was expected: the first 20, then how many more. If there is none, it notes what would \
      be passed over: columns and files nobody names, ties left out. The exit code is 0 if there is no problem, else 64, \
      65, 66 or 71. Of a packed society, --verify looks at checksums and at everything else that is only kept beside.

      Example: graph-tool check datasets/village
      """)

  /// What `--json` prints.
  private struct Verdict: Encodable {
    struct Problem: Encodable {
      let file: String
      let line: Int?
      let column: String?
      let message: String
    }

    let problems: [Problem]
    let total: Int
    let hint: String?
    let notices: [Notice]
  }

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Propagation") var propagation: PropagationOptions
  @Flag(help: "Look at all that a packed society holds: checksums, reverse ties, row sums, kinds of columns.")
  var verify = false

  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() throws {
    try Failure.reported {
      let course = machine.course(quiet: screen.quiet)
      defer { course.printTimings() }
      do {
        if verify, !PackedSociety.isPack(input.society) {
          throw ReadingError(
            .usage, [InputProblem(file: input.society, "--verify is for a packed society; this is none")])
        }
        let read = try input.read(course, readsEvents: true)
        if verify { try PackedSociety.open(input.society).verify(threads: course.threads) }
        var settings = AnalysisSettings()
        layers.apply(to: &settings)
        propagation.apply(to: &settings)
        try settings.check(read.society)
        if screen.json {
          try Console.write(try JSONText.text(Verdict(problems: [], total: 0, hint: nil, notices: read.notices)))
        } else if !screen.quiet {
          // What is passed over may be a slip: a column whose name has a typing error is one that nobody reads.
          let overlooked = read.notices.filter { [.ignored, .dropped, .changed].contains($0.kind) }
          let notes = overlooked.map { "note: \($0.text)\n" }.joined()
          try Console.write("\(input.society): no problems\n" + notes)
        }
      } catch let error as ReadingError {
        guard !screen.quiet else { throw Failure.code(of: error) }
        if screen.json {
          let problems = error.problems.map {
            Verdict.Problem(file: $0.file, line: $0.line, column: $0.column, message: $0.message)
          }
          try Console.write(
            try JSONText.text(Verdict(problems: problems, total: error.total, hint: error.hint, notices: [])))
        } else {
          try Console.write("\(error)\n")
        }
        throw Failure.code(of: error)
      }
    }
  }
}
