import Analysis
import ArgumentParser
import Exports
import Foundation
import GraphModel
import Propagation

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write GraphML with scores, communities and layers.",
    discussion: """
      Into a folder: graph.graphml (everyone), communities.graphml (one node a community), and clusters/ (each community \
      on its own). To a name that ends in .graphml, or to - (standard output): one graph, chosen with --graph. Node ids \
      are people's ids; edges carry weight and one weight_LAYER a layer. Gephi, Cytoscape, igraph, networkx and \
      NetworKit read them.

      Example: graph-tool export datasets/miserables -o miserables.graphml
      """)

  /// Which graph goes into a single file.
  enum Graph: String, CaseIterable, ExpressibleByArgument {
    case people
    case communities
  }

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Propagation") var propagation: PropagationOptions
  @OptionGroup(title: "Other models") var models: ModelOptions
  @OptionGroup(title: "Communities") var community: CommunityOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Folder, FILE.graphml, or - for standard output.", valueName: "folder|file"))
  var output: String

  @Option(help: "What a single file holds: people, or communities as nodes.")
  var graph = Graph.people

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only the people of one community, by its number, in a single file.", valueName: "number"),
    transform: { try Parsing.count($0, expected: "a community's number, 1 or more") { $0 >= 1 } })
  var onlyCommunity: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many communities get a file of their own in a folder (default: all).", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of communities, 0 or more") { $0 >= 0 } })
  var clusters: Int?

  @Flag(help: "Replace what exists.")
  var force = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup(title: "Machine") var machine: MachineOptions

  private var isSingle: Bool { output == "-" || output.hasSuffix(".graphml") }

  func validate() throws {
    try models.check(propagation)
    if !isSingle, graph != .people || onlyCommunity != nil {
      throw ValidationError("--graph and --only-community are for a single file: -o FILE.graphml or -o -")
    }
    if isSingle, clusters != nil { throw ValidationError("--clusters is for a folder, not for a single file") }
    if graph == .communities, onlyCommunity != nil {
      throw ValidationError("--only-community chooses people; it has no meaning with --graph communities")
    }
  }

  func run() throws {
    try Failure.reported {
      let course = machine.course(quiet: quiet)
      defer { course.printTimings() }
      if output == "-" {
        try writeToScreen(course)
      } else if isSingle {
        try WholeFile.check(output, force: force)
        let examination = try examine(course)
        try WholeFile.write(to: output, force: force) { try write(examination, to: $0, course) }
        if !quiet { Console.complain("wrote \(output)") }
      } else {
        let path = try Interruption.guarding(try OutputFolder(preparing: output, force: force, kind: .graphs)) {
          folder in
          var options = RunOptions()
          options.threads = course.threads
          options.progress = course.progress
          try folder.writeGraphs(try examine(course), clusters: clusters ?? .max, options: options)
          return folder.path
        }
        if !quiet { Console.complain("wrote \(path)") }
      }
    }
  }

  private func writeToScreen(_ course: Course) throws {
    let temporary = FileManager.default.temporaryDirectory.appendingPathComponent("graph-tool-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try write(try examine(course), to: temporary, course)
    let text = String(decoding: try InputFile.read(temporary).bytes, as: UTF8.self)
    // A reader that goes away ends the program at once, so nothing may be left to clear by then.
    try? FileManager.default.removeItem(atPath: temporary)
    try Console.write(text)
  }

  private func write(_ examination: Examination, to path: String, _ course: Course) throws {
    switch graph {
    case .people:
      if let onlyCommunity, onlyCommunity > examination.communitySummaries.count {
        throw ReadingError(
          .usage,
          [
            InputProblem(
              file: "--only-community",
              "there is no community \(onlyCommunity); there are \(examination.communitySummaries.count)")
          ])
      }
      try examination.writeGraphML(
        to: path, community: onlyCommunity, threads: course.threads, progress: course.progress)
    case .communities: try examination.writeCommunityGraphML(to: path)
    }
  }

  private func examine(_ course: Course) throws -> Examination {
    let read = try input.read(course)
    var settings = AnalysisSettings()
    layers.apply(to: &settings)
    propagation.apply(to: &settings)
    models.apply(to: &settings)
    community.apply(to: &settings)
    settings.permutations = .count(0)
    settings.threads = course.threads
    settings.progress = course.progress
    let examination = try Examination(read, settings)
    propagation.warn(of: examination.equilibrium.outcome)
    return examination
  }
}
