import Analysis
import ArgumentParser
import Exports
import GraphModel
import Reporting

struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Say what a society is, and with --by everything that can be measured of it.",
    discussion: """
      Prints people, layers, connected pieces, own scores and the other columns, and what reading did to the input. With \
      --by it lets scores settle, finds communities, and shows on one page how closed groups are, whether friends are \
      alike, how far apart groups and scores are, hot and cold spots, order, agreement and conflict, tested numbers beside \
      what random societies give. --json has every number.

      Example: graph-tool describe datasets/karate --by club
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Measures") var measures: MeasureOptions
  @OptionGroup(title: "Propagation, with --by") var propagation: PropagationOptions
  @OptionGroup(title: "Other models, with --by") var models: ModelOptions
  @OptionGroup(title: "Communities, with --by") var community: CommunityOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    try models.check(propagation)
    if measures.by.isEmpty, measures.isAsked || propagation.isAsked {
      throw ValidationError("--by COLUMN is missing: without it nothing is propagated or compared")
    }
  }

  func run() throws {
    try Failure.reported {
      let course = machine.course(quiet: screen.quiet)
      defer { course.printTimings() }
      let read = try input.read(course)
      var settings = AnalysisSettings()
      settings.threads = course.threads
      settings.progress = course.progress
      layers.apply(to: &settings)
      if measures.by.isEmpty {
        let description = try SocietyDescription(read, settings)
        let report = DescriptionReport(
          description, width: Console.width, ink: screen.ink, isPlain: screen.isPlain)
        try show(description, report.text())
      } else {
        propagation.apply(to: &settings)
        models.apply(to: &settings)
        community.apply(to: &settings)
        settings.tested = .all
        measures.apply(to: &settings)
        let findings = try Examination(read, settings).findings()
        let report = MeasureReport(findings, width: Console.width, ink: screen.ink, isPlain: screen.isPlain)
        try show(findings, report.text())
        propagation.warn(of: findings.propagation.outcome)
      }
    }
  }

  private func show(_ findings: some Encodable, _ text: @autoclosure () -> String) throws {
    if screen.json {
      try Console.write(try JSONText.text(findings))
    } else if !screen.quiet {
      try Console.write(text())
    }
  }
}
