import Analysis
import ArgumentParser
import Exports
import GraphModel
import Propagation
import Reporting

struct InfluenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "influence",
    abstract: "Say who moves whom: everyone's influence, one person's reach, or one person's ties.",
    discussion: """
      Without --of, --on or --ties-of: by how much each own score moves the mean public score, by one adjoint solve, with \
      a bound on the errors. --of P: whom P moves. --on P: who moves P. --ties-of P: what dropping each tie of P would do \
      to P and to the other, after everything has settled again.

      Example: graph-tool influence datasets/florentine --on Medici
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Propagation") var propagation: PropagationOptions

  @Option(help: ArgumentHelp("Whom this person moves.", valueName: "id"))
  var of: String?

  @Option(help: ArgumentHelp("Who moves this person.", valueName: "id"))
  var on: String?

  @Option(help: ArgumentHelp("What dropping each tie of this person would do.", valueName: "id"))
  var tiesOf: String?

  @Option(help: ArgumentHelp("A column of people.csv that weights people in the mean.", valueName: "column"))
  var weights: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many people or ties to show (default: 20).", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of people, 1 or more") { $0 >= 1 } })
  var top = 20

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("CSV file to write with everyone's influence, or - for standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    let asked = [of, on, tiesOf].compactMap { $0 }.count
    if asked > 1 { throw ValidationError("--of, --on and --ties-of exclude each other") }
    if asked == 1, weights != nil { throw ValidationError("--weights is for everyone's influence on the mean") }
    if asked == 1, output != nil {
      throw ValidationError("-o is for everyone's influence; --json has what is shown here")
    }
    if !propagation.model.isLinear {
      throw ValidationError(
        "--model \(propagation.model.rawValue) has no meaning here: influence is that of linear models")
    }
    if propagation.rounds != nil {
      throw ValidationError("--rounds has no meaning here: influence is that on scores that have settled")
    }
  }

  func run() throws {
    try Failure.reported {
      if let output, output != "-" { try WholeFile.check(output, force: force) }
      let course = machine.course(quiet: screen.quiet)
      defer { course.printTimings() }
      var settings = AnalysisSettings()
      settings.threads = course.threads
      settings.progress = course.progress
      layers.apply(to: &settings)
      propagation.apply(to: &settings)
      let settled = try SettledSociety(try input.read(course), settings)
      propagation.warn(of: settled.equilibrium.outcome)
      let report = InfluenceReport(width: Console.width, ink: screen.ink, isPlain: screen.isPlain)
      let scale = settled.society.scale
      if let of {
        let found = try PersonInfluence.of(of, settled, top: top)
        try show(found, report.text(found, scale: scale))
      } else if let on {
        let found = try PersonInfluence.on(on, settled, top: top)
        try show(found, report.text(found, scale: scale))
      } else if let tiesOf {
        let found = try TieInfluence.of(tiesOf, settled)
        try show(found, report.text(found, scale: scale, top: top))
      } else {
        try showEveryone(settled, report)
      }
    }
  }

  private func showEveryone(_ settled: SettledSociety, _ report: InfluenceReport) throws {
    let (findings, influence) = try InfluenceFindings.of(settled, weights: weights, top: top)
    if let output {
      let text = InfluenceText.csv(settled, influence)
      if output == "-" { return try Console.write(text) }
      try WholeFile.write(to: output, force: force, text: text)
    }
    try show(findings, report.text(findings))
    if let output, !screen.quiet { Console.complain("wrote \(output)") }
  }

  private func show(_ findings: some Encodable, _ text: @autoclosure () -> String) throws {
    if screen.json {
      try Console.write(try JSONText.text(findings))
    } else if !screen.quiet {
      try Console.write(text())
    }
  }
}
