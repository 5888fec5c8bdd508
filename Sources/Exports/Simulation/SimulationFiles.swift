import Analysis
import Compute
import Foundation
import GraphModel
import Simulation

/// The run folder of a simulation while it is written: tables that grow from period to period, and the rest at the end.
///
///     var files = try SimulationFiles(beginning: run, in: folder, context: context, scenario: bytes, options: options)
///     while !run.isOver {
///       try run.advance()
///       try files.take(run)
///     }
///     let description = try files.finish(run, portrait: try run.portrait()) { machine }
public struct SimulationFiles: Sendable {
  /// Where it is written.
  let folder: OutputFolder
  /// Who ran what.
  let context: SimulationContext
  /// How many threads work at once; the bytes do not depend on it.
  let threads: ThreadCount
  /// Who follows the writing.
  let progress: Compute.Progress
  /// The tables that grow, in the order of the codebook.
  var growing: [GrowingTable] = []
  /// What `dynamic.gexf` is made of, if it is asked for.
  var recorder: GraphRecorder?

  /// Begins the files of a simulation that is in period 0.
  ///
  /// - Parameters:
  ///   - run: the simulation.
  ///   - folder: where it is written.
  ///   - context: who ran what.
  ///   - scenario: the bytes of the scenario file.
  ///   - threads: how many threads work at once.
  ///   - progress: who follows the writing.
  public init(
    beginning run: SimulationRun, in folder: OutputFolder, context: SimulationContext, scenario: Span<UInt8>,
    threads: ThreadCount, progress: Compute.Progress
  ) throws(ExportError) {
    precondition(run.period == 0, "a run begins in period 0")
    self.folder = folder
    self.context = context
    self.threads = threads
    self.progress = progress
    var sink = try ByteSink(creating: folder.partialPath + "/" + Self.scenarioName)
    try sink.write(scenario)
    try sink.close()
    let output = run.society.scenario.output
    for table in Self.growingTables(run.society) {
      growing.append(try GrowingTable(creating: table, in: folder.partialPath, threads: threads))
    }
    if output.gexf {
      recorder = GraphRecorder(run.society)
      recorder?.take(run.society, isDue: true)
    }
    try writeSnapshot(run)
  }

  /// Goes on with files, as they were at a checkpoint.
  init(
    continuing run: SimulationRun, in folder: OutputFolder, context: SimulationContext, places: [GrowingTable.Place],
    recorder: GraphRecorder?, threads: ThreadCount, progress: Compute.Progress
  ) throws(ExportError) {
    self.folder = folder
    self.context = context
    self.threads = threads
    self.progress = progress
    self.recorder = recorder
    for table in Self.growingTables(run.society) {
      guard let place = places.first(where: { $0.file == table.file }) else { continue }
      growing.append(try GrowingTable(continuing: place, like: table, in: folder.partialPath))
    }
  }

  /// The name of the copy of the scenario file.
  public static let scenarioName = "scenario.yaml"

  /// The tables that grow, with the rows of the society's period.
  private static func growingTables(_ society: SimulatedSociety) -> [Table] {
    let output = society.scenario.output
    var tables: [Table] = []
    if society.scenario.communities != nil { tables.append(society.communitiesTable()) }
    if output.panelEvery > 0 { tables.append(society.panelTable()) }
    if output.tieEvents { tables.append(society.tieEventsTable()) }
    return tables
  }

  // MARK: Period by period

  /// Takes the period that has just ended.
  public mutating func take(_ run: SimulationRun) throws(ExportError) {
    let society = run.society
    let output = society.scenario.output
    let looked = society.communityChanges != nil
    for position in growing.indices {
      switch growing[position].place.file {
      case "communities.csv" where looked: try growing[position].append(society.communitiesTable(), threads: threads)
      case "panel.csv" where run.period % output.panelEvery == 0:
        try growing[position].append(society.panelTable(), threads: threads)
      case "tie_events.csv": try growing[position].append(society.tieEventsTable(), threads: threads)
      default: break
      }
    }
    let isMeasured = run.measures.last?.period == run.period
    recorder?.take(society, isDue: looked || isMeasured || run.isOver)
    try writeSnapshot(run)
  }

  private func writeSnapshot(_ run: SimulationRun) throws(ExportError) {
    let every = run.society.scenario.output.snapshotsEvery
    guard every > 0, run.period % every == 0 else { return }
    let pack = try OutputFolder(
      preparing: "\(folder.partialPath)/\(Self.snapshotsName)/\(Self.snapshotName(run.period))", force: true,
      kind: .pack)
    let notice = Notice(.changed, "period \(run.period) of the simulation \"\(run.society.scenario.name)\"")
    let read = ReadSociety(
      society: run.society.selfContained, notices: [notice], files: [context.scenario] + context.inputs)
    try pack.writePack(read, threads: threads)
  }

  /// The folder of snapshots.
  static let snapshotsName = "snapshots"

  /// The folder of one snapshot.
  static func snapshotName(_ period: Int) -> String {
    let digits = String(period)
    return "period-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  // MARK: At the end

  /// Writes what is told at the end, and moves the folder to its place.
  ///
  /// - Parameters:
  ///   - run: the simulation, which is over.
  ///   - portrait: what its pictures are drawn from; `nil` to leave it out.
  ///   - machine: called when everything but the page and `run.json` is written.
  ///   - page: makes `report.html`; `nil` leaves it out.
  /// - Returns: the description that stands in `run.json`.
  public mutating func finish(
    _ run: SimulationRun, portrait: SimulationPortrait?, machine: () -> RunDescription.Machine,
    page: ((SimulationDescription) -> String)? = nil
  ) throws(ExportError) -> SimulationDescription {
    let path = folder.partialPath
    var ending = SimulationEnding(run: run, portrait: portrait, files: self)
    if page != nil { ending.announcePage() }
    try progress.during(Phase("writing tables", .bytes)) { (work) throws(ExportError) in
      work.bytes = try ending.writeAll()
    }
    let description = SimulationDescription(
      version: context.version, command: context.command, seed: run.society.scenario.seed,
      settings: run.society.scenario.settingsAsText, scenario: context.scenario, inputs: context.inputs,
      outputs: ending.outputs, leftOut: ending.leftOut, findings: run.findings, machine: machine())
    if let page { try JSONText.write(text: page(description), to: path + "/" + RecordedRun.pageName) }
    try JSONText.write(description, to: path + "/run.json")
    try folder.finish()
    // Only now: whatever ends the program before, there is a checkpoint to go on from.
    SimulationCheckpoint.remove(from: folder.path)
    return description
  }
}
