import Analysis
import ArgumentParser
import Exports
import GraphModel
import Reporting

struct CommunitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: "Find communities, and who belongs to which.",
    discussion: """
      Weighted Leiden on all layers combined. Communities are numbered by size, from 1; people without ties belong to \
      none. Prints each community with its own scores; -o writes id,community as CSV (- for standard output).

      Example: graph-tool communities datasets/karate --seed 3 -o -
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Communities") var community: CommunityOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("CSV file to write, or - for standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() throws {
    try Failure.reported {
      if let output, output != "-" { try WholeFile.check(output, force: force) }
      let course = machine.course(quiet: screen.quiet)
      defer { course.printTimings() }
      let read = try input.read(course)
      var settings = AnalysisSettings()
      settings.threads = course.threads
      settings.progress = course.progress
      layers.apply(to: &settings)
      community.apply(to: &settings)
      let search = try CommunitySearch(read, settings)
      if let output, output == "-" {
        try Console.write(MembershipText.csv(ids: read.society.people.ids, search.communities.partition))
        return
      }
      if let output {
        try WholeFile.write(
          to: output, force: force, text: MembershipText.csv(ids: read.society.people.ids, search.communities.partition)
        )
      }
      if screen.json {
        try Console.write(try JSONText.text(search.findings))
      } else if !screen.quiet {
        let report = CommunityReport(
          search.findings, width: Console.width, ink: screen.ink, isPlain: screen.isPlain)
        try Console.write(report.text(file: output))
      }
    }
  }
}
