import ArgumentParser
import Compute
import Experiments
import Exports
import Foundation
import GraphModel
import Simulation

/// An experiment with all that its runs need: societies, clock, and how many go at once.
struct SweptStudy {
  let experiment: Experiment
  private let course: Course
  private let runner: @Sendable (StudyStore) -> StudyRunner
  private let files: [StudyStore.SocietyFile]
  private let costs: [CellCost]
  private let plan: Concurrency

  /// Reads the societies, and sees whether they have what is asked for and how many runs have room at once.
  init(_ experiment: Experiment, _ course: Course) throws {
    let pool = SocietyPool(capacity: 2 * course.threads.value + 8) { scenario in
      try SimulatedInput(scenario).read(course, isTold: false)
    }
    var files: [StudyStore.SocietyFile] = []
    var costs: [CellCost] = []
    for cell in experiment.cells {
      switch cell.scenario.source {
      case .folder(let path):
        let read = try pool.society(of: cell.scenario)
        for record in read.files {
          let file = StudyStore.SocietyFile(society: path, record: record)
          if !files.contains(file) { files.append(file) }
        }
        let ties = read.society.layers.reduce(0) { $0 + $1.tieCount }
        costs.append(CellCost(cell.scenario, people: read.society.count, ties: ties))
      case .planted(let planted):
        costs.append(CellCost(cell.scenario, people: planted.people, ties: planted.ties))
      }
    }
    let largest = costs.map(\.memory).max() ?? 0
    guard
      let plan = Concurrency(threads: course.threads, runMemory: largest, free: course.memoryLimit.value)
    else {
      throw ReadingError(
        .memory,
        [
          InputProblem(
            file: experiment.files[0].name,
            "one run would take about \(Quantity.bytes(Double(largest))) of memory, and less may be used")
        ], hint: "--memory-limit none runs it all the same.")
    }
    let watch = MachineNow()
    let clock = StudyRunner.Clock(now: { Date().ISO8601Format() }, seconds: { watch.seconds })
    self.experiment = experiment
    self.course = course
    self.files = files
    self.costs = costs
    self.plan = plan
    runner = { [costs] store in
      StudyRunner(
        experiment, in: store, societies: pool, costs: costs, clock: clock, isStopped: { Interruption.noted != nil })
    }
  }

  /// What it will take; one run is tried.
  func estimate() throws -> StudyEstimate {
    let runner = runner(try StudyStore.inMemory())
    try runner.check()
    return try course.progress.during(Phase("trying a run", .runs)) { _ in
      try runner.estimate(plan, patience: 5)
    }
  }

  /// Opens the study in a folder, or begins it.
  func open(_ folder: String, force: Bool) throws -> StudyStore {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    try runner(try StudyStore.inMemory()).check()
    try StudyFolder(folder).prepare(force: force)
    let store = try StudyStore.opening(folder)
    do {
      _ = try store.explaining { try $0.begin(experiment, societies: files, costs: costs) }
    } catch {
      try? store.close()
      throw error
    }
    return store
  }

  /// Makes the runs that are left.
  ///
  /// - Parameter command: goes on with them, after an interrupt.
  func work(_ store: StudyStore, command: String) throws {
    let process = ProcessInfo.processInfo
    let worker = StudyStore.Worker(
      host: process.hostName, process: process.processIdentifier,
      folder: FileManager.default.currentDirectoryPath, version: GraphTool.version, threads: plan.atOnce,
      started: Date().ISO8601Format())
    Interruption.wait(lastWord: "interrupted; what is finished is kept, go on with: \(command)")
    let count = try store.count()
    let ending = try course.progress.during(Phase("running", .runs, total: count.all - count.over)) { _ in
      try runner(store).work(as: worker, plan, progress: course.progress)
    }
    if ending == .stopped, let signal = Interruption.noted {
      let count = try store.count()
      Console.complain("interrupted; \(count.over) of \(count.all) runs are over, go on with: \(command)")
      throw ExitCode(128 + signal)
    }
    try tellFailures(try store.count(), folder: store.folder)
  }

  /// Says how many runs failed; a study in which all did is none.
  private func tellFailures(_ count: StudyStore.Count, folder: String) throws {
    guard count.failed > 0 else { return }
    let list = "graph-tool study \(CommandLineText.quoted(folder)) --list runs --state failed"
    Console.complain("\(count.failed) of \(count.all) runs failed; \(list) says why, and --retry makes them again")
    if count.done == 0 { throw Failure.badData }
  }
}
