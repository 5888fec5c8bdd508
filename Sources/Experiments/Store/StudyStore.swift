import Foundation
import GRDB

/// The database of a study: what is to be run, what was, and what came of it.
///
/// Several processes may work on one study: each takes runs that wait and gives back what they came to, in transactions of
/// SQLite; the lock file of a process that was killed tells the others that its runs wait again.
public final class StudyStore: Sendable {
  /// The study's folder.
  public let folder: String
  let database: DatabaseQueue

  /// The database's name in the folder.
  public static let fileName = "study.sqlite"

  private init(folder: String, database: DatabaseQueue) {
    self.folder = folder
    self.database = database
  }

  /// The path of a study's database.
  static func path(in folder: String) -> String { folder + "/" + fileName }

  /// Whether a folder holds a study.
  public static func stands(in folder: String) -> Bool { FileManager.default.fileExists(atPath: path(in: folder)) }

  private static var configuration: Configuration {
    var configuration = Configuration()
    // Others write for a moment only; a disk that hangs is waited for.
    configuration.busyMode = .timeout(60)
    return configuration
  }

  /// Opens a study to work on it; the folder and the database are made if they are not there.
  ///
  /// - Throws: `StudyError`.
  public static func opening(_ folder: String) throws(StudyError) -> StudyStore {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw StudyError(.writing, "\(folder): the folder cannot be made; check that you may write here")
    }
    // Two processes must not make the tables at once.
    guard let lock = WorkerLock(waitingForFolder: folder) else {
      throw StudyError(.writing, "\(folder): the folder cannot be written; check that you may write here")
    }
    defer { withExtendedLifetime(lock) {} }
    do {
      var configuration = configuration
      // One connection: the last one to close brings everything into one file, which a connection that only reads cannot.
      configuration.journalMode = .wal
      let queue = try DatabaseQueue(path: path(in: folder), configuration: configuration)
      try check(queue, folder)
      try StudySchema.migrator.migrate(queue)
      return StudyStore(folder: folder, database: queue)
    } catch let error as StudyError {
      throw error
    } catch {
      throw problem(error, folder)
    }
  }

  /// Opens a study to read it.
  ///
  /// - Throws: `StudyError` if there is none, or it is of a later version.
  public static func reading(_ folder: String) throws(StudyError) -> StudyStore {
    guard stands(in: folder) else {
      let isFolder = FileManager.default.fileExists(atPath: folder)
      throw StudyError(
        isFolder ? .damaged : .noStudy,
        isFolder
          ? "\(folder): it is not a study: a folder with \(fileName), as sweep makes it, was expected"
          : "\(folder): there is no such study")
    }
    do {
      var configuration = configuration
      // A connection that may not write leaves files beside the database, which only one that may takes away.
      configuration.readonly = !FileManager.default.isWritableFile(atPath: path(in: folder))
      let queue = try DatabaseQueue(path: path(in: folder), configuration: configuration)
      try check(queue, folder)
      let isWhole = try queue.read { db in
        try db.tableExists("study") && Bool.fetchOne(db, sql: "SELECT count(*) > 0 FROM study") ?? false
      }
      guard isWhole else { throw StudyError(.damaged, "\(folder): the study was not begun; run sweep again") }
      return StudyStore(folder: folder, database: queue)
    } catch let error as StudyError {
      throw error
    } catch {
      throw problem(error, folder)
    }
  }

  /// A database in memory, to see how much a run takes.
  public static func inMemory() throws -> StudyStore {
    let queue = try DatabaseQueue()
    try StudySchema.migrator.migrate(queue)
    return StudyStore(folder: "", database: queue)
  }

  private static func check(_ reader: DatabaseQueue, _ folder: String) throws {
    let version = try reader.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if version > StudySchema.version {
      throw StudyError(
        .damaged,
        "\(folder): a later version of graph-tool made this study (schema \(version), this one knows \(StudySchema.version)); use that one"
      )
    }
  }

  /// What SQLite says, as a sentence.
  static func problem(_ error: any Error, _ folder: String) -> StudyError {
    guard let error = error as? DatabaseError else { return StudyError(.writing, "\(folder): \(error)") }
    let file = path(in: folder)
    switch error.resultCode {
    case .SQLITE_FULL: return StudyError(.writing, "\(file): the disk is full; what is finished is kept, run it again")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return StudyError(.damaged, "\(file): the database is damaged (\(error.message ?? "no more is known"))")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      return StudyError(.writing, "\(file): the database cannot be opened for writing; check its permissions")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return StudyError(.writing, "\(file): another program has held the database for a minute; run it again")
    default: return StudyError(.writing, "\(file): SQLite says \(error.message ?? "nothing") (\(error.resultCode))")
    }
  }

  /// Does something with the study; what SQLite says of it becomes a `StudyError`.
  public func explaining<Value>(_ body: (StudyStore) throws -> Value) throws -> Value {
    do { return try body(self) } catch let error as DatabaseError { throw Self.problem(error, folder) }
  }

  /// Lets go of the database; the last process that does brings all that was written into the one file.
  public func close() throws {
    // A database without a log of its own can be read where nothing may be written; it stays as it is while others work.
    if !database.configuration.readonly {
      try? database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE")
      }
    }
    try database.close()
  }
}
