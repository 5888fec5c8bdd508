import Analysis
import Compute
import Foundation
import GraphModel
import Propagation

extension OutputFolder {
  /// What is known of a run beside the examination.
  public struct RunContext: Sendable {
    /// The program's version.
    public let version: String
    /// The command line, without what only concerns the machine or the screen.
    public let command: [String]
    /// Settings of reading, by name.
    public let settings: [String: String]
    /// What was read.
    public let inputs: [FileRecord]

    /// A context.
    public init(version: String, command: [String], settings: [String: String], inputs: [FileRecord]) {
      self.version = version
      self.command = command
      self.settings = settings
      self.inputs = inputs
    }
  }

  /// Writes everything and moves the folder to its place.
  ///
  /// - Parameters:
  ///   - examination: what was found.
  ///   - findings: the same as values.
  ///   - portrait: what its pictures are drawn from.
  ///   - machine: called when everything but the page and `run.json` is written.
  ///   - page: makes `report.html`; `nil` leaves it out.
  /// - Returns: the description that stands in `run.json`.
  public func writeRun(
    _ examination: Examination, _ findings: Findings, _ portrait: Portrait, options: RunOptions, context: RunContext,
    machine: () -> RunDescription.Machine, page: ((RunDescription) -> String)? = nil
  ) throws(ExportError) -> RunDescription {
    var writer = RunWriter(folder: partialPath, examination: examination, options: options)
    if page != nil { writer.announcePage() }
    try writer.writeAll(portrait)
    let description = RunDescription(
      version: context.version, command: context.command, seed: examination.settings.seed,
      settings: context.settings.merging(examination.settingsAsText) { first, _ in first }.merging([
        "susceptibility": findings.propagation.susceptibility
      ]) { first, _ in first }, inputs: context.inputs,
      outputs: writer.outputs, leftOut: writer.leftOut, findings: findings, machine: machine())
    if let page { try JSONText.write(text: page(description), to: partialPath + "/" + RecordedRun.pageName) }
    try JSONText.write(description, to: partialPath + "/run.json")
    try finish()
    return description
  }
}

/// Writes the files of a run one by one.
private struct RunWriter {
  let folder: String
  let examination: Examination
  let options: RunOptions
  private(set) var outputs = [
    RunDescription.Output(name: "run.json", content: "what was run, and every finding as data")
  ]
  private(set) var leftOut: [String] = []
  private var tables: [Table] = []

  init(folder: String, examination: Examination, options: RunOptions) {
    self.folder = folder
    self.examination = examination
    self.options = options
  }

  /// Notes that there will be a page.
  mutating func announcePage() { outputs.insert(RunDescription.Output.page, at: 0) }

  mutating func writeAll(_ portrait: Portrait) throws(ExportError) {
    let people = examination.society.count
    try table(
      Table(file: "people.csv", columns: examination.peopleColumns(), rowCount: people),
      "one row a person: scores, effects, community, tiers", .people, total: people)
    if examination.communities != nil {
      let count = examination.communitySummaries.count
      try table(
        Table(file: "communities.csv", columns: examination.communityColumns(), rowCount: count), "one row a community")
    }
    try table(
      Table(file: "measures.csv", columns: Column.measures(examination.measures), rowCount: examination.measures.count),
      "one row a measure")
    let groups = examination.groupSegregation
    try table(
      Table(file: "groups.csv", columns: examination.groupColumns(groups), rowCount: groups.count),
      "one row a group, tier and kind of ties: how closed it is")
    if options.ties {
      try table(
        examination.tieTable(), "one row an arc, with its raw and its mixed weight", .people,
        total: people * examination.network.layers.count)
    }
    try table(.codebook(of: tables.map { ($0.file, $0.headings) }), "what every column means")
    try writeGraphs()
    try JSONText.write(compact: portrait, to: folder + "/" + RecordedRun.portraitName)
    outputs.append(
      RunDescription.Output(name: RecordedRun.portraitName, content: "what pictures are drawn from: places, densities"))
  }

  /// Writes a table that is large enough to be followed.
  private mutating func table(_ table: Table, _ content: String, _ unit: Phase.Unit, total: Int) throws(ExportError) {
    let path = folder + "/" + table.file
    let options = options
    try options.progress.during(Phase("writing \(table.file)", unit, total: total)) { (work) throws(ExportError) in
      work.bytes = try table.write(to: path, threads: options.threads, progress: options.progress)
    }
    tables.append(table)
    outputs.append(RunDescription.Output(name: table.file, content: content))
  }

  private mutating func table(_ table: Table, _ content: String) throws(ExportError) {
    try table.write(to: folder + "/" + table.file)
    tables.append(table)
    outputs.append(RunDescription.Output(name: table.file, content: content))
  }

  private mutating func writeGraphs() throws(ExportError) {
    let ties = examination.society.layers.reduce(0) { $0 + $1.tieCount }
    let isLarge = ties > RunOptions.graphLimit
    let graph = examination.peopleGraph
    if options.graph == .always || (options.graph == .standard && !isLarge) {
      try graph.write(
        .graphml, to: folder + "/graph.graphml", threads: options.threads, progress: options.progress)
      outputs.append(
        RunDescription.Output(name: "graph.graphml", content: "people and ties, for Gephi, networkx, igraph, Cytoscape")
      )
    } else {
      leftOut.append(
        options.graph == .never
          ? "graph.graphml (--no-graphml)"
          : "graph.graphml: \(ties) ties are more than \(RunOptions.graphLimit) (--graphml)")
    }
    guard examination.communities != nil else { return }
    try examination.writeCommunityGraphML(to: folder + "/communities.graphml")
    outputs.append(RunDescription.Output(name: "communities.graphml", content: "the graph of communities"))
    let count = examination.communitySummaries.count
    let written = min(count, options.clusters)
    if written > 0 {
      try writeClusters(graph, count: written)
      outputs.append(
        RunDescription.Output(name: "clusters/", content: "the \(written) largest communities, a graph each"))
    }
    if written < count {
      leftOut.append("graphs of \(count - written) smaller communities (--clusters \(count) writes all)")
    }
  }

  /// Writes the largest communities, a file each.
  private func writeClusters(_ graph: ExportedGraph, count: Int) throws(ExportError) {
    let path = folder + "/clusters"
    try OutputFolder.makeFolder(path)
    let graphs = graph.communities(examination.communityMembers).prefix(count)
    let named = graphs.enumerated().map { (name: "community-\($0 + 1)", graph: $1) }
    let threads = options.threads
    try options.progress.during(Phase("writing clusters", .people)) { (work) throws(ExportError) in
      work.bytes = try ExportedGraph.write(named, .graphml, in: path, threads: threads)
    }
  }
}

extension Examination {
  /// The settings as they came out, by the names of the options.
  fileprivate var settingsAsText: [String: String] {
    let shares = zip(society.layers, shares).map { "\($0.name)=\(Numerals.plain($1))" }.joined(separator: ",")
    let groups = settings.groupColumns.joined(separator: ",")
    var text = [
      "model": settings.model.rawValue, "layer_weights": shares, "mix": network.mix.rawValue,
      "isolates": settings.isolates.rawValue, "permutations": String(draws), "null": settings.null.rawValue,
      "tested": settings.tested.rawValue, "scale": society.scale.name,
      "resolution": Numerals.plain(settings.resolution), "communities": String(settings.findsCommunities),
    ]
    if !groups.isEmpty { text["by"] = groups }
    if !settings.withoutLayers.isEmpty { text["without_layer"] = settings.withoutLayers.joined(separator: ",") }
    if let local { text["local_permutations"] = String(local.draws) }
    switch settings.stop {
    case .rounds(let count): text["rounds"] = String(count)
    case .tolerance(let points): text["tolerance"] = Numerals.plain(points)
    case .standard: text["tolerance"] = "1e-9 of the scale"
    }
    if text["rounds"] == nil { text["solver"] = settings.solver.rawValue }
    if !settings.model.isContraction {
      text["solver"] = nil
      text.merge(parametersAsText) { first, _ in first }
    }
    return text
  }
}
