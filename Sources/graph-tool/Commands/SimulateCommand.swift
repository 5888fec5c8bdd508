import Analysis
import ArgumentParser
import Compute
import Exports
import Foundation
import GraphModel
import Reporting
import Simulation

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Let a society live under its scores, period by period, and see what becomes of it.",
    discussion: """
      Reads a scenario: a society and the rules by which events happen, scores settle, tiers and a blacklist follow, and \
      people respond by effort or by choosing other company. Prints what happened to the gap, to sorting, to scores and to \
      those excluded, and how much of it the rewiring caused, from a twin without it.

      With -o it writes a run folder (docs/formats.md). Until it is whole it stands in RUN.partial, with a checkpoint: \
      Ctrl-C ends the simulation after the running period, and --resume goes on, with the same result as if nothing had \
      happened. A second Ctrl-C ends it at once.

      Example: graph-tool simulate datasets/scenarios/village.yaml -o village.run
      """)

  @Argument(help: "A scenario in YAML; --template prints one with every setting.")
  var scenario: String?

  @Flag(help: "Print a commented scenario with all settings and their defaults.")
  var template = false

  @Flag(help: "Print a JSON Schema of scenarios, for editors.")
  var schema = false

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Run folder to write.", valueName: "run"))
  var output: String?

  @Flag(help: "Replace a run folder that exists.")
  var force = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With -o: after how many periods the state is kept, so that --resume can go on from there (default: 10); 0: only on an interrupt.",
      valueName: "periods"),
    transform: { try Parsing.count($0, expected: "a number of periods, 0 or more") { $0 >= 0 } })
  var checkpointEvery: Int?

  @Option(help: ArgumentHelp("Go on with a run that was interrupted or killed.", valueName: "run"))
  var resume: String?

  /// What `rerun` uses where the scenario is not at its place any more.
  @Option(
    help: ArgumentHelp(
      "Read the scenario from this file, as if it stood where SCENARIO says: a relative path of the society starts there.",
      valueName: "file"))
  var scenarioCopy: String?

  @OptionGroup(title: "Pictures") var plots: PlotOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    if template, schema { throw ValidationError("--template and --schema exclude each other") }
    if scenarioCopy != nil, scenario == nil {
      throw ValidationError("--scenario-copy stands for a scenario's file: the scenario was expected, too")
    }
    if resume != nil, scenario != nil || output != nil || force || template || schema {
      throw ValidationError("--resume goes on with what the run began with; only its folder was expected")
    }
    if output == nil, resume == nil, plots.plots != nil {
      throw ValidationError("--plots draws what a run folder keeps: -o was expected")
    }
    if output == nil, resume == nil, checkpointEvery != nil {
      throw ValidationError("--checkpoint-every keeps the state in the run folder: -o was expected")
    }
    if !template, !schema, resume == nil, scenario == nil {
      throw ValidationError("a scenario was expected; --template prints one")
    }
  }

  func run() throws {
    if template { return try Console.write(Scenario.template) }
    if schema { return try Console.write(Scenario.schema) }
    try Failure.reported {
      let course = machine.course(quiet: screen.quiet)
      try plots.check(force: force)
      if let resume {
        guard let simulation = try RecordedSimulation(resuming: resume, every: checkpointEvery, course) else {
          return Console.complain("\(resume) is whole already; there is nothing to resume")
        }
        try complete(simulation)
      } else {
        let path = scenario ?? "-"
        let file = try InputFile.read(scenarioCopy ?? path, name: path == "-" ? "standard input" : path)
        let scenario = try Scenario.read(file, from: path)
        if let output {
          try complete(
            try RecordedSimulation(scenario, file, from: path, to: output, force: force, every: checkpointEvery, course)
          )
        } else {
          try show(try simulate(scenario, course).findings, folder: nil, description: nil)
        }
      }
      course.printTimings()
    }
  }

  /// A simulation that is not written down.
  private func simulate(_ scenario: Scenario, _ course: Course) throws -> SimulationRun {
    let read = try SimulatedInput(scenario).read(course)
    var run = try SimulationRun(beginning: scenario, read, course)
    try run.goOn(course) { _ in }
    return run
  }

  private func complete(_ simulation: RecordedSimulation) throws {
    var simulation = simulation
    let (description, portrait) = try simulation.complete()
    try plots.write(force: force, quiet: screen.quiet) {
      SimulationPage(description.findings, portrait, description.record).plots
    }
    try show(description.findings, folder: simulation.folder.path, description: description)
  }
}
