import Analysis
import ArgumentParser
import Compute
import Exports
import Foundation
import GraphModel
import Propagation
import Reporting

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Propagate scores to equilibrium, find communities, measure, report.",
    discussion: """
      Reads a society, lets public scores settle (x = A W x + (I - A) s, within a certified error bound), finds \
      communities, measures sorting and inequality before and after against random societies, and prints a report. With \
      -o it writes a run folder: people.csv, communities.csv, measures.csv, groups.csv, codebook.csv, \
      report.html, GraphML, portrait.json, run.json. graph-tool report RUN prints the report of such a folder again.

      With --engine spark the same is computed on a cluster, for societies that do not fit in one machine's memory: \
      SOCIETY and -o may then be URLs (hdfs://, s3a://), and files may be Parquet.

      Example: graph-tool analyze datasets/florentine --susceptibility 0.5 -o florentine.run
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Propagation") var propagation: PropagationOptions
  @OptionGroup(title: "Other models") var models: ModelOptions
  @OptionGroup(title: "Communities") var community: CommunityOptions

  @Flag(name: .customLong("no-communities"), help: "Do not look for communities.")
  var noCommunities = false

  @OptionGroup(title: "Measures") var measures: MeasureOptions

  @Option(
    help: ArgumentHelp(
      "Let scores settle without this layer, too, and show what it changes; can be given again.", valueName: "layer"))
  var withoutLayer: [String] = []

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Run folder to write.", valueName: "run"))
  var output: String?

  @Flag(help: "Replace a run folder that exists.")
  var force = false

  @Flag(help: "Write graph.graphml however large it is (by default up to 1,000,000 ties).")
  var graphml = false

  @Flag(name: .customLong("no-graphml"), help: "Do not write graph.graphml.")
  var noGraphml = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many communities get a GraphML file of their own (default: 50).", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of communities, 0 or more") { $0 >= 0 } })
  var clusters: Int?

  @Flag(help: "Write ties.csv: every arc with its raw and mixed weight.")
  var ties = false

  @Option(help: ArgumentHelp("Replace ids by a hash keyed by this file's content.", valueName: "key file"))
  var pseudonymise: String?

  @OptionGroup(title: "Engine") var engine: EngineOptions
  @OptionGroup(title: "Pictures") var plots: PlotOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    try models.check(propagation)
    if graphml, noGraphml { throw ValidationError("--graphml and --no-graphml exclude each other") }
    if engine.engine == .spark { try checkForSpark() }
  }

  func run() throws {
    try Failure.reported {
      if engine.engine == .spark { return try runOnSpark() }
      let course = machine.course(quiet: screen.quiet)
      try plots.check(force: force)
      guard let output else {
        let (examination, read) = try examine(course)
        let findings = examination.findings()
        let portrait = plots.plots == nil ? nil : try examination.portrait()
        let record = RunRecord(
          version: GraphTool.version, command: essentialCommand, seed: community.seed.value, settings: input.asText,
          inputs: read.files)
        try plots.write(force: force, quiet: screen.quiet) { SocietyPage(findings, portrait, record).plots }
        try show(findings, folder: nil, description: nil)
        course.printTimings()
        return
      }
      let (findings, portrait, folder, description) = try Interruption.guarding(
        try OutputFolder(preparing: output, force: force)
      ) { folder in
        let (examination, read) = try examine(course)
        let findings = examination.findings()
        let portrait = try examination.portrait()
        var options = RunOptions()
        options.graph = graphml ? .always : noGraphml ? .never : .standard
        if let clusters { options.clusters = clusters }
        options.ties = ties
        options.threads = course.threads
        options.progress = course.progress
        let description = try folder.writeRun(
          examination, findings, portrait, options: options,
          context: OutputFolder.RunContext(
            version: GraphTool.version, command: essentialCommand,
            settings: input.asText, inputs: read.files)
        ) {
          course.machine.description(threads: course.threads.value, watch: course.watch)
        } page: {
          SocietyPage(findings, portrait, $0.record).html
        }
        return (findings, portrait, folder.path, description)
      }
      try plots.write(force: force, quiet: screen.quiet) { SocietyPage(findings, portrait, description.record).plots }
      try show(findings, folder: folder, description: description)
      course.printTimings()
    }
  }

  var essentialCommand: [String] {
    CommandLineText.essential(CommandLine.arguments, seed: community.seed.value)
  }

  private func examine(_ course: Course) throws -> (examination: Examination, read: ReadSociety) {
    var read = try input.read(course)
    if let pseudonymise {
      let key = try InputFile.read(pseudonymise)
      read = try read.pseudonymised(key: key)
    }
    return (try Examination(read, settings(course)), read)
  }

  /// What is to be done, by the options.
  func settings(_ course: Course) -> AnalysisSettings {
    var settings = AnalysisSettings()
    layers.apply(to: &settings)
    propagation.apply(to: &settings)
    models.apply(to: &settings)
    community.apply(to: &settings)
    settings.findsCommunities = !noCommunities
    measures.apply(to: &settings)
    settings.withoutLayers = withoutLayer.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    settings.threads = course.threads
    settings.progress = course.progress
    return settings
  }

  func show(_ findings: Findings, folder: String?, description: RunDescription?) throws {
    try screen.show(findings, command: essentialCommand, folder: folder, description: description)
    if screen.json, let folder { Console.complain("wrote \(folder)") }
    if findings.propagation.outcome == .notConverged {
      Console.complain(
        "error: scores did not converge within \(propagation.roundLimit) rounds (--max-rounds); the results stand\(findings.propagation.errorBound == nil ? ", without a bound" : " with their bound")"
      )
      throw Failure.notConverged
    }
  }
}
