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

      Example: graph-tool simulate datasets/scenarios/village.yaml -o village.run
      """)

  @Argument(help: "A scenario in YAML; --template prints one with every setting.")
  var scenario: String?

  @Flag(help: "Print a commented scenario with all settings and their defaults.")
  var template = false

  @Flag(help: "Print a JSON Schema of scenarios, for editors.")
  var schema = false

  @Flag(help: "Draw pictures in ASCII; a locale that is not UTF-8, as LC_ALL=C, does the same.")
  var ascii = false

  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    if template, schema { throw ValidationError("--template and --schema exclude each other") }
    if !template, !schema, scenario == nil { throw ValidationError("a scenario was expected; --template prints one") }
  }

  func run() throws {
    if template { return try Console.write(Scenario.template) }
    if schema { return try Console.write(Scenario.schema) }
    try Failure.reported {
      let course = machine.course(quiet: screen.quiet)
      let (scenario, _) = try Scenario.read(scenario ?? "-")
      let read = try SimulatedInput(scenario).read(course)
      var run = try course.progress.during(Phase("settling period 0", .periods)) { _ in
        try SimulationRun(read, scenario, threads: course.threads)
      }
      try course.progress.during(Phase("simulating", .periods, total: scenario.periods)) { _ in
        while !run.isOver {
          try run.advance()
          course.progress.advance(by: 1)
        }
      }
      try show(run.findings)
      course.printTimings()
    }
  }
}
