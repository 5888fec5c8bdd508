import Analysis
import Compute
import GraphModel
import Simulation

/// Writes the files of a simulation that are made at its end, and says what all files are.
struct SimulationEnding {
  private let run: SimulationRun
  private let portrait: SimulationPortrait?
  private let files: SimulationFiles
  /// What was written.
  private(set) var outputs = [
    RunDescription.Output(name: "run.json", content: "what was run, and every finding as data"),
    RunDescription.Output(name: SimulationFiles.scenarioName, content: "the scenario, as read"),
  ]
  /// What was left out, a sentence each.
  private(set) var leftOut: [String] = []
  private var tables: [(file: String, headings: [Table.Heading])] = []
  private var byteCount = 0

  init(run: SimulationRun, portrait: SimulationPortrait?, files: SimulationFiles) {
    self.run = run
    self.portrait = portrait
    self.files = files
  }

  private var folder: String { files.folder.partialPath }
  private var scenario: Scenario { run.society.scenario }

  /// Notes that there will be a page.
  mutating func announcePage() { outputs.insert(RunDescription.Output.page, at: 0) }

  /// Writes everything.
  ///
  /// - Returns: how many bytes were written.
  mutating func writeAll() throws(ExportError) -> Int {
    try table(run.periodsTable(), "one row a period: scores, sorting, ties, tiers, the list")
    try table(run.flowsTable(), "people who went from tier to tier")
    if scenario.blacklist != nil {
      try table(run.exclusionsTable(), "who was listed and released, and why")
    }
    if scenario.communities != nil {
      grown("communities.csv", "one row a community and look")
      try table(run.communityEventsTable(), "what became of communities")
    }
    try table(
      Table(file: "measures.csv", columns: Column.measures(run.measures), rowCount: run.measures.count),
      "one row a measure and period")
    try table(
      run.society.peopleTable(firstScores: run.firstScores), "one row a person: the end, and period 0 beside it")
    if run.twins.isEmpty {
      leftOut.append("effects.csv: there are no twins (twins)")
    } else {
      try table(run.effectsTable(), "one row a person: what each rule did, by the twins")
    }
    if scenario.output.panelEvery > 0 {
      grown("panel.csv", "one row a person, every \(scenario.output.panelEvery) periods")
    } else {
      leftOut.append("panel.csv (output: panel_every)")
    }
    if scenario.output.tieEvents {
      grown("tie_events.csv", "every tie made, dropped or declined")
    } else {
      leftOut.append("tie_events.csv (output: tie_events)")
    }
    try table(.codebook(of: tables), "what every column means")
    if scenario.output.snapshotsEvery > 0 {
      outputs.append(
        RunDescription.Output(
          name: SimulationFiles.snapshotsName + "/",
          content: "packed societies, every \(scenario.output.snapshotsEvery) periods"))
    } else {
      leftOut.append("snapshots/ (output: snapshots_every)")
    }
    try writeGraph()
    if let portrait {
      byteCount += try JSONText.write(compact: portrait, to: folder + "/" + RecordedRun.portraitName)
      outputs.append(
        RunDescription.Output(
          name: RecordedRun.portraitName, content: "what pictures are drawn from: places, densities"))
    } else {
      leftOut.append("\(RecordedRun.portraitName): nothing was collected for it")
    }
    return byteCount
  }

  private mutating func writeGraph() throws(ExportError) {
    guard let recorder = files.recorder else {
      leftOut.append("dynamic.gexf (output: gexf)")
      return
    }
    let graph = DynamicGraph(
      name: scenario.name, people: run.society.firstSociety.people, ties: recorder.history,
      values: recorder.snapshots, periods: 0...run.period)
    byteCount += try graph.writeGEXF(to: folder + "/dynamic.gexf", threads: files.threads)
    outputs.append(RunDescription.Output(name: "dynamic.gexf", content: "people and ties over time, for Gephi"))
    if let layer = run.society.paymentLayer {
      leftOut.append("layer \(run.society.layers[layer].name) of dynamic.gexf: its ties change with every payment")
    }
  }

  /// A table that is there already.
  private mutating func grown(_ file: String, _ content: String) {
    guard let table = files.growing.first(where: { $0.place.file == file }) else { return }
    tables.append((file, table.headings))
    outputs.append(RunDescription.Output(name: file, content: content))
  }

  private mutating func table(_ table: Table, _ content: String) throws(ExportError) {
    byteCount += try table.write(to: folder + "/" + table.file, threads: files.threads)
    tables.append((table.file, table.headings))
    outputs.append(RunDescription.Output(name: table.file, content: content))
  }
}
