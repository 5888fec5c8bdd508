import Analysis
import ArgumentParser
import Exports
import GraphModel
import Reporting

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Say what a society is, before anything moves.",
    discussion: """
      Prints people, layers, connected pieces, own scores and the other columns, and what reading did to the input.

      Example: graph-tool describe datasets/karate
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() throws {
    try Failure.reported {
      let course = machine.course(quiet: screen.quiet)
      defer { course.printTimings() }
      let read = try input.read(course)
      var settings = AnalysisSettings()
      settings.threads = course.threads
      settings.progress = course.progress
      layers.apply(to: &settings)
      let description = try SocietyDescription(read, settings)
      if screen.json {
        try Console.write(try JSONText.text(description))
      } else if !screen.quiet {
        let ink = Console.ink(noColor: screen.noColor)
        try Console.write(DescriptionReport(description, width: Console.width, ink: ink).text())
      }
    }
  }
}
