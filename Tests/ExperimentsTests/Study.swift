import Compute
import Experiments
import Foundation
import GraphModel
import Simulation

/// Experiments on small societies that need no files.
enum Study {
  /// An experiment whose file is a text.
  static func experiment(_ text: String) throws -> Experiment {
    try Experiment.read(InputFile(name: "study.yaml", bytes: Array(text.utf8)), from: "study.yaml")
  }

  /// A society of people in a ring, and of friends across it; half of them live in the north.
  static func ring(_ people: Int) -> ReadSociety {
    var arcs = ArcList()
    for person in 0..<people {
      arcs.appendTie(person, (person + 1) % people)
      if person % 3 == 0 { arcs.appendTie(person, (person + people / 2) % people) }
    }
    let layer = Layer(
      name: "friendship", kind: .friendship, isDirected: false, isWeighted: false,
      ties: TieTable(personCount: people, arcs: arcs))
    let places = AttributeColumn(name: "place", values: TextList((0..<people).map { $0 % 2 == 0 ? "north" : "south" }))
    let society = Society(
      name: "ring", people: People(ids: (0..<people).map { "p\($0)" }, attributes: [places]), scale: .zhima,
      ownScores: (0..<people).map { 500 + 10 * Double($0 % 30) }, layers: [layer])
    return ReadSociety(society: society, notices: [], files: [])
  }

  /// A folder for a study that goes with the test.
  static func folder() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("study-\(UUID().uuidString)").path
  }

  static func costs(_ experiment: Experiment) -> [CellCost] {
    experiment.cells.map { CellCost($0.scenario, people: 12, ties: 16) }
  }

  static func runner(
    _ experiment: Experiment, _ store: StudyStore, people: Int = 12,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) -> StudyRunner {
    StudyRunner(
      experiment, in: store, societies: SocietyPool(capacity: 2) { _ in ring(people) }, costs: costs(experiment),
      clock: StudyRunner.Clock(now: { "2026-01-01T00:00:00Z" }, seconds: { 0 }), isStopped: isStopped)
  }

  static let worker = StudyStore.Worker(
    host: "test", process: 1, folder: "/", version: "test", threads: 2, started: "2026-01-01T00:00:00Z")

  /// Makes all runs of an experiment.
  static func work(
    _ experiment: Experiment, in folder: String, threads: Int = 2, people: Int = 12
  ) throws -> StudyStore {
    let store = try StudyStore.opening(folder)
    try store.begin(experiment, societies: [], costs: costs(experiment))
    guard let plan = Concurrency(threads: ThreadCount(threads), runMemory: 1, free: nil) else { return store }
    _ = try runner(experiment, store, people: people).work(as: worker, plan, progress: .silent)
    return store
  }

  /// What a study holds of its runs, without hosts, times and the numbers of workers.
  static func content(_ store: StudyStore) throws -> [[StudyListing.Field]] {
    let left: Set<String> = ["seconds", "started", "host", "version"]
    var rows: [[StudyListing.Field]] = []
    for subject in [StudyListing.Subject.runs, .results, .series] {
      let listing = try store.listing(of: subject, StudyListing.Filter())
      let kept = listing.columns.indices.filter { !left.contains(listing.columns[$0]) }
      rows += listing.rows.map { row in kept.map { row[$0] } }
    }
    return rows
  }
}
