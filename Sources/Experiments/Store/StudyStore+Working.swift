import Foundation
import GRDB

extension StudyStore {
  /// Who works on a study: a process, on a machine.
  public struct Worker: Sendable {
    /// The host's name.
    public let host: String
    /// The process.
    public let process: Int32
    /// Its working folder, where relative paths start.
    public let folder: String
    /// The program's version.
    public let version: String
    /// How many runs it does at once.
    public let threads: Int
    /// When it began, ISO 8601 in UTC.
    public let started: String

    /// A process.
    public init(host: String, process: Int32, folder: String, version: String, threads: Int, started: String) {
      self.host = host
      self.process = process
      self.folder = folder
      self.version = version
      self.threads = threads
      self.started = started
    }
  }

  /// A worker that others know of, until it leaves or dies.
  final class Seat: Sendable {
    let number: Int64
    let version: String
    let lock: WorkerLock

    init(number: Int64, version: String, lock: WorkerLock) {
      self.number = number
      self.version = version
      self.lock = lock
    }
  }

  /// A run that a worker has taken.
  struct Claim: Sendable {
    let run: Int64
    let cell: Int
    let replicate: Int
    let seed: UInt64
    let societySeed: UInt64?
  }

  /// How far a study is.
  public struct Count: Sendable, Equatable, Codable {
    /// Runs that are to be made, or are.
    public let waiting: Int
    /// Runs that somebody is at.
    public let running: Int
    /// Runs that were made.
    public let done: Int
    /// Runs that failed.
    public let failed: Int

    /// All of them.
    public var all: Int { waiting + running + done + failed }
    /// Those that are over.
    public var over: Int { done + failed }
  }

  private var lockFolder: String { folder + "/workers" }

  /// Takes a seat.
  func join(_ worker: Worker) throws -> Seat {
    let token = UUID().uuidString
    let lock = try lock(named: token)
    let number = try database.write { db in
      try db.execute(
        sql: "INSERT INTO workers (token, host, pid, folder, version, threads, started) VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [token, worker.host, worker.process, worker.folder, worker.version, worker.threads, worker.started])
      return db.lastInsertedRowID
    }
    return Seat(number: number, version: worker.version, lock: lock)
  }

  /// The lock file of a worker.
  ///
  /// One who leaves may take the folder away meanwhile, or the file before it is locked.
  private func lock(named token: String) throws -> WorkerLock {
    let path = "\(lockFolder)/\(token).lock"
    for _ in 0..<100 {
      try? FileManager.default.createDirectory(atPath: lockFolder, withIntermediateDirectories: true)
      if let lock = WorkerLock(path), WorkerLock.isHeld(path) { return lock }
    }
    throw StudyError(.writing, "\(lockFolder): no file can be made here; check that you may write")
  }

  /// Leaves: what was taken and not made waits again.
  func leave(_ seat: Seat, at time: String) throws {
    try database.write { db in
      try Self.giveBack(db, seat.number)
      try db.execute(sql: "UPDATE workers SET ended = ? WHERE worker = ?", arguments: [time, seat.number])
    }
    seat.lock.remove()
    // What the dead left goes, too, and the folder with the last of them.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: lockFolder)) ?? [] {
      let path = "\(lockFolder)/\(name)"
      if !WorkerLock.isHeld(path) { try? FileManager.default.removeItem(atPath: path) }
    }
    unsafe rmdir(lockFolder)
  }

  private static func giveBack(_ db: Database, _ worker: Int64) throws {
    try db.execute(
      sql: "UPDATE runs SET state = 'waiting', worker = NULL WHERE state = 'running' AND worker = ?",
      arguments: [worker])
  }

  /// Lets the runs of those who died wait again.
  ///
  /// - Returns: whether there were any.
  @discardableResult
  func giveBackOfTheDead(_ seat: Seat) throws -> Bool {
    let others = try database.read { db in
      try Row.fetchAll(
        db,
        sql:
          "SELECT DISTINCT w.worker, w.token FROM runs r JOIN workers w ON w.worker = r.worker WHERE r.state = 'running' AND w.worker <> ?",
        arguments: [seat.number])
    }
    let dead = others.filter { !WorkerLock.isHeld("\(lockFolder)/\($0["token"] as String).lock") }
    guard !dead.isEmpty else { return false }
    try database.write { db in
      for worker in dead { try Self.giveBack(db, worker["worker"]) }
    }
    for worker in dead {
      try? FileManager.default.removeItem(atPath: "\(lockFolder)/\(worker["token"] as String).lock")
    }
    return true
  }

  /// Whether another process than this one is at work.
  public var isBusy: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: lockFolder)) ?? []
    return names.contains { WorkerLock.isHeld("\(lockFolder)/\($0)") }
  }

  /// Takes the longest run that waits.
  func claim(_ seat: Seat) throws -> Claim? {
    try database.write { db in
      let next = try db.cachedStatement(
        sql: """
          SELECT run, cell, replicate, seed, society_seed FROM runs WHERE state = 'waiting' \
          ORDER BY work DESC, replicate, cell LIMIT 1
          """)
      guard let row = try Row.fetchOne(next) else { return nil }
      let run: Int64 = row["run"]
      try db.cachedStatement(sql: "UPDATE runs SET state = 'running', worker = ? WHERE run = ?").execute(
        arguments: [seat.number, run])
      return Claim(
        run: run, cell: row["cell"], replicate: row["replicate"], seed: UInt64(row["seed"] as Int64),
        societySeed: (row["society_seed"] as Int64?).map { UInt64($0) })
    }
  }

  /// Writes down what a run came to; if somebody else did before, nothing.
  func record(_ result: RunResult, of claim: Claim, _ seat: Seat, started: String, seconds: Double) throws {
    try database.write { db in
      guard try end(db, claim, seat, state: "done", started: started, seconds: seconds) else { return }
      try db.cachedStatement(sql: "UPDATE runs SET course = ?, periods = ? WHERE run = ?").execute(
        arguments: [result.course, result.periods, claim.run])
      try Self.write(db, result, run: claim.run)
    }
  }

  static func write(_ db: Database, _ result: RunResult, run: Int64) throws {
    let values = try db.cachedStatement(sql: "INSERT INTO results VALUES (?, ?, ?, ?, ?)")
    for value in result.values {
      try values.execute(arguments: [run, value.outcome + 1, value.group, value.value, value.missing])
    }
    let points = try db.cachedStatement(sql: "INSERT INTO series VALUES (?, ?, ?, ?, ?)")
    for series in result.series {
      for (period, value) in series.values.enumerated() {
        guard let value, value.isFinite else { continue }
        try points.execute(arguments: [run, series.name, series.group, period, value])
      }
    }
  }

  /// Writes down why a run failed.
  func recordFailure(_ message: String, of claim: Claim, _ seat: Seat, started: String, seconds: Double) throws {
    try database.write { db in
      guard try end(db, claim, seat, state: "failed", started: started, seconds: seconds) else { return }
      try db.execute(sql: "UPDATE runs SET message = ? WHERE run = ?", arguments: [message, claim.run])
    }
  }

  /// - Returns: whether the run was not over already.
  private func end(
    _ db: Database, _ claim: Claim, _ seat: Seat, state: String, started: String, seconds: Double
  ) throws -> Bool {
    try db.cachedStatement(
      sql: """
        UPDATE runs SET state = ?, worker = ?, version = ?, started = ?, seconds = ? \
        WHERE run = ? AND state IN ('waiting', 'running')
        """
    ).execute(arguments: [state, seat.number, seat.version, started, seconds, claim.run])
    return db.changesCount > 0
  }

  /// Lets runs that failed wait again.
  ///
  /// - Returns: how many.
  public func retryFailed() throws -> Int {
    try database.write { db in
      try db.execute(
        sql: """
          UPDATE runs SET state = 'waiting', message = NULL, worker = NULL, version = NULL, started = NULL, seconds = NULL \
          WHERE state = 'failed'
          """)
      let count = db.changesCount
      if count > 0 { try db.execute(sql: "UPDATE study SET finished = 0") }
      return count
    }
  }

  /// How far the study is.
  public func count() throws -> Count {
    try database.read { db in try Self.count(db) }
  }

  static func count(_ db: Database) throws -> Count {
    var counts: [String: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT state, count(*) AS n FROM runs GROUP BY state") {
      counts[row["state"]] = row["n"]
    }
    return Count(
      waiting: counts["waiting"] ?? 0, running: counts["running"] ?? 0, done: counts["done"] ?? 0,
      failed: counts["failed"] ?? 0)
  }

  /// What there is to do when nothing waits.
  enum Next {
    /// More replicates were laid out.
    case more
    /// Others are at it still.
    case others
    /// All is done.
    case finished
  }

  /// Looks what there is to do when nothing waits; when a batch of replicates is over, decides on the next.
  func next(_ experiment: Experiment, _ costs: [CellCost]) throws -> Next {
    try database.write { db in
      let count = try Self.count(db)
      if count.waiting > 0 { return .more }
      if count.running > 0 { return .others }
      let row = try Row.fetchOne(db, sql: "SELECT laid_out, replicates, until FROM study")
      let until = (row?["until"] as String?).flatMap { StoppingRule($0) }
      let (laidOut, most): (Int, Int) = (row?["laid_out"] ?? 0, row?["replicates"] ?? 0)
      if laidOut < most {
        let isEnough = try until.map { rule in
          try StudyReader(db).isEnough(rule)
        }
        if isEnough != true {
          let last = until == nil ? most : min(most, laidOut + experiment.batch)
          try layOut(db, experiment, costs, from: laidOut + 1, to: last)
          return .more
        }
      }
      try db.execute(sql: "UPDATE study SET finished = 1")
      return .finished
    }
  }
}
