import Analysis
import ArgumentParser
import Compute
import Exports
import Foundation
import GraphModel
import Propagation

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a society or a run in a form that other programs open.",
    discussion: """
      The input is a society, whose scores settle and whose communities are found first, or the run folder of analyze or \
      simulate, which goes out as it is: nothing is computed anew.

      Forms (--to, or what the output's name shows; .gz behind it packs): graphml for Gephi, Cytoscape, igraph, networkx; \
      gexf for Gephi; csv, a folder with Gephi's column names; gml; dot for small graphs; npy, a folder of NumPy arrays; \
      npz for scipy.sparse.load_npz; sqlite with views and indexes; jsonl, an object a line. Node ids are people's ids; \
      ties carry weight and one weight_LAYER a layer. docs/export.md says who reads what.

      Exit codes: 64 an option that does not fit, 65 bad data, 66 something that is not there, 73 the output exists or \
      cannot be made, 74 writing failed.

      Example: graph-tool export datasets/miserables -o miserables.graphml
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Graph") var graph: GraphFileOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Propagation") var propagation: PropagationOptions
  @OptionGroup(title: "Other models") var models: ModelOptions
  @OptionGroup(title: "Communities") var community: CommunityOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("File, folder, or - for standard output.", valueName: "file|folder"))
  var output: String

  @Flag(help: "Replace what exists.")
  var force = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws { try models.check(propagation) }

  func run() throws {
    try Failure.reported {
      let course = machine.course(quiet: quiet)
      defer { course.printTimings() }
      let run = try RunFolder(opening: input.society)
      if let run { try check(run) } else { try checkSociety() }
      let place = try ExportPlace(output: output, graph)
      if place.kind == .file { try WholeFile.check(output, force: force) }
      try place.write(force: force) { path in
        if graph.what == .snapshots, let run {
          try writeSnapshots(of: run, place, to: path, course)
        } else {
          let source = try run.map(ExportSource.run) ?? .society(try examine(course, place.format))
          try write(source, place, to: path, course)
        }
      }
      if !quiet, place.kind != .screen { Console.complain("wrote \(place.path)") }
    }
  }

  // MARK: What fits what

  /// Options that have a meaning for a run, whose scores and communities are there already.
  private static let optionsOfRuns: Set<String> = [
    "--to", "--what", "--community", "--top-communities", "--min-size", "--people", "--only-people", "--columns",
    "--layout", "--any-size", "--output", "--force", "--quiet", "--threads", "--memory-limit", "--timings", "--seed",
  ]

  private func check(_ run: RunFolder) throws {
    let given = CommandLine.arguments.dropFirst(2).filter { $0.hasPrefix("--") && $0.utf8.count > 2 }
    for option in given.map({ String($0.prefix { $0 != "=" }) }) where !Self.optionsOfRuns.contains(option) {
      throw ExportPlace.wrong(
        option, "it says how a society is read or settled; \(input.society) is a run, in which that has been done")
    }
    if input.people != nil, graph.onlyPeople != nil {
      throw ExportPlace.wrong("--people", "it chooses people of a run, as --only-people does; one of them was expected")
    }
    if graph.what == .snapshots, run.kind == .analysis {
      throw ExportPlace.wrong("--what", "snapshots are those of a simulation; \(input.society) is a run of analyze")
    }
  }

  private func checkSociety() throws {
    if graph.what == .snapshots {
      throw ExportPlace.wrong(
        "--what", "snapshots are those of a simulation; the run folder of simulate was expected, not a society")
    }
  }

  // MARK: Writing

  private func write(_ source: ExportSource, _ place: ExportPlace, to path: String, _ course: Course) throws {
    let format = place.format
    switch graph.what {
    case .graph, .snapshots:
      let people = try chosen(from: try source.people())
      let tables = format == .sqlite ? try source.tables() : []
      try write(people, format, to: path, beside: tables, course)
    case .communityGraph: try write(try source.communities(), format, to: path, beside: [], course)
    case .communities:
      let people = try source.people()
      let members = people.communityMembers
      guard !members.isEmpty else {
        throw ReadingError(
          .badData, [InputProblem(file: input.society, "there are no communities; people with ties were expected")])
      }
      // The labels of a simulation's communities do not go by size.
      let sized = people.communities(members).enumerated().filter { $1.nodeCount >= graph.minSize ?? 1 }
        .sorted { ($1.element.nodeCount, $0.offset) < ($0.element.nodeCount, $1.offset) }
      let kept = sized.prefix(graph.topCommunities ?? .max)
      guard !kept.isEmpty else {
        let largest = members.map(\.count).max() ?? 0
        throw ExportPlace.wrong(
          "--min-size", "the largest community has \(largest) people; \(largest) or less was expected")
      }
      let files = try kept.map { (name: "community-\($0.offset + 1)", graph: try self.prepared($0.element, format)) }
      try course.progress.during(Phase("writing communities", .people)) { work in
        work.bytes = try ExportedGraph.write(files, format, in: path, threads: course.threads)
      }
    }
  }

  private func write(
    _ graph: ExportedGraph, _ format: GraphFormat, to path: String, beside tables: [ExportedTable], _ course: Course
  ) throws {
    try prepared(graph, format).write(
      format, to: path, beside: tables, threads: course.threads, progress: course.progress)
  }

  /// The graph of the people that were asked for.
  private func chosen(from people: ExportedGraph) throws -> ExportedGraph {
    if let number = graph.community {
      let members = people.communityMembers
      guard number <= members.count else {
        throw ExportPlace.wrong("--community", "there is no community \(number); there are \(members.count)")
      }
      return people.communities(members)[number - 1]
    }
    guard let file = graph.onlyPeople ?? (readsPeopleFile ? nil : input.people) else { return people }
    return people.choosing(people: try people.people(in: try InputFile.read(file)))
  }

  /// A graph with the columns that were asked for, drawn if it shall be.
  private func prepared(_ graph: ExportedGraph, _ format: GraphFormat) throws -> ExportedGraph {
    if format == .dot, !self.graph.anySize, !graph.isSmall {
      throw ExportPlace.wrong(
        "--to",
        "dot is for small graphs, and this one has \(graph.nodeCount) nodes and \(graph.edgeCount) ties; --any-size writes it anyway"
      )
    }
    var graph = graph
    if self.graph.layout == .always
      || (self.graph.layout == .auto && format.holdsDrawing && graph.nodeCount <= ExportedGraph.drawingLimit)
    {
      graph = try graph.drawn(seed: community.seed.value)
    }
    guard let names = self.graph.columnNames else { return graph }
    for name in names where !graph.columnNames.contains(name) {
      throw ExportPlace.wrong(
        "--columns", "there is no column \"\(name)\"; there are \(graph.columnNames.joined(separator: ", "))")
    }
    return graph.keeping(columns: names)
  }

  private func writeSnapshots(of run: RunFolder, _ place: ExportPlace, to path: String, _ course: Course) throws {
    if place.format == .gexf {
      let dynamic = try run.dynamicGraph()
      if self.graph.columns != nil {
        throw ExportPlace.wrong("--columns", "the graph over time goes out as it is; --to another form chooses columns")
      }
      try FileManager.default.copyItem(atPath: dynamic, toPath: path)
      return
    }
    for period in try run.requiredSnapshots() {
      let snapshot = try prepared(try run.snapshot(of: period), place.format)
      let digits = String(period)
      let name = "period-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      try ExportedGraph.write([(name: name, graph: snapshot)], place.format, in: path, threads: course.threads)
    }
  }

  // MARK: Examining

  /// Whether `--people` is the people file of an edge list, and not a choice of people.
  private var readsPeopleFile: Bool {
    var isFolder: ObjCBool = false
    let stands = unsafe FileManager.default.fileExists(atPath: input.society, isDirectory: &isFolder)
    if stands, isFolder.boolValue { return false }
    return input.society == "-" || !input.society.lowercased().hasSuffix(".graphml")
  }

  private func examine(_ course: Course, _ format: GraphFormat) throws -> Examination {
    var input = input
    if !readsPeopleFile { input.people = nil }
    let read = try input.read(course)
    var settings = AnalysisSettings()
    layers.apply(to: &settings)
    propagation.apply(to: &settings)
    models.apply(to: &settings)
    community.apply(to: &settings)
    settings.permutations = .count(0)
    settings.findsCommunities = needsCommunities(format)
    settings.threads = course.threads
    settings.progress = course.progress
    let examination = try Examination(read, settings)
    propagation.warn(of: examination.equilibrium.outcome)
    return examination
  }

  /// Whether communities go out, or choose who does: finding them takes longest.
  private func needsCommunities(_ format: GraphFormat) -> Bool {
    if graph.what != .graph || graph.community != nil || format == .sqlite { return true }
    guard let names = graph.columnNames else { return true }
    return names.contains { $0.contains("community") }
  }
}
