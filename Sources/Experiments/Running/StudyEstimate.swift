import Compute
import GRDB
import Simulation

/// What a study is thought to take, from one run that was tried.
public struct StudyEstimate: Sendable, Equatable, Codable {
  /// How many cells there are.
  public let cells: Int
  /// How many replicates each gets, at most.
  public let replicates: Int
  /// How many runs that makes.
  public let runs: Int
  /// How many go at once.
  public let atOnce: Int
  /// How many threads work on each.
  public let threadsEach: Int
  /// The memory that the largest run is thought to take, in bytes, beside the society.
  public let memory: Int
  /// How long the run took that was tried, the longest by reckoning, in seconds.
  public let secondsOfLongest: Double
  /// How long all runs are thought to take, in seconds.
  public let seconds: Double
  /// How large the database is thought to become, in bytes.
  public let bytes: Int
}

extension StudyRunner {
  /// Tries the longest run for a while, and reckons from it.
  ///
  /// - Parameters:
  ///   - plan: how many runs go at once.
  ///   - patience: after how many seconds the trial is broken off.
  /// - Throws: what a run throws; SQLite's error.
  public func estimate(_ plan: Concurrency, patience: Double) throws -> StudyEstimate {
    let longest = costs.indices.max { costs[$0].work < costs[$1].work } ?? 0
    let seeds = ReplicateSeeds(seed: experiment.seed, randomNumbers: experiment.randomNumbers)
    let cell = experiment.cells[longest]
    let scenario = cell.scenario.seeded(
      seeds.run(replicate: 1, cell: cell.number),
      society: experiment.societies == .each ? seeds.society(replicate: 1) : nil)
    let start = clock.seconds()
    let result = try run(scenario, threads: plan.threadsEach, until: start + patience)
    let share = Double(result.periods + 1) / Double(scenario.periods + 1)
    let isWhole = clock.seconds() < start + patience
    let seconds = (clock.seconds() - start) / (isWhole ? 1 : share)
    let work = costs.reduce(0) { $0 + $1.work } / max(costs[longest].work, 1e-9)
    let bytes = try size(result)
    let runs = experiment.cells.count * experiment.replicates
    return StudyEstimate(
      cells: experiment.cells.count, replicates: experiment.replicates, runs: runs, atOnce: plan.atOnce,
      threadsEach: plan.threadsEach.value, memory: costs[longest].memory, secondsOfLongest: seconds,
      seconds: seconds * work * Double(experiment.replicates) / Double(min(plan.atOnce, max(1, runs))),
      bytes: bytes.fixed + Int(bytes.run / (isWhole ? 1 : share) * Double(runs)))
  }

  /// The bytes of a database with such results: those that are there once, and those of each run.
  private func size(_ result: RunResult) throws -> (fixed: Int, run: Double) {
    let store = try StudyStore.inMemory()
    func bytes() throws -> Int {
      try store.database.read { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        return try pages * (Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
      }
    }
    let replicates = max(1, min(experiment.replicates, 2000 / experiment.cells.count))
    let small = try experiment.with(replicates: replicates, until: "none")
    let laidOut = replicates * experiment.cells.count
    let tried = min(64, laidOut)
    try store.begin(small, societies: [], costs: costs)
    let before = try bytes()
    try store.database.write { db in
      for run in 1...tried { try StudyStore.write(db, result, run: Int64(run)) }
    }
    // A row of `runs` with what is filled in later, and its places in two indexes.
    let perRow = 160.0
    let fixed = max(0, before - Int(perRow * Double(laidOut)))
    return (fixed, perRow + Double(try bytes() - before) / Double(tried))
  }
}
