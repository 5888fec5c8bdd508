import Foundation
import GRDB
import GraphModel
import Simulation

extension StudyStore {
  /// A file that a study was made from.
  public struct Input: Sendable, Equatable {
    /// `experiment`, `scenario` or `society`.
    public let role: String
    /// Its path, as it was found.
    public let path: String
    /// The SHA-256 digest of its content, in hexadecimal.
    public let sha256: String
    /// Its content; `nil` for files of societies.
    public let content: String?
  }

  /// The files that the study was made from.
  public func inputs() throws -> [Input] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT role, name, folder, sha256, content FROM files ORDER BY file").map { row in
        let (name, folder): (String, String?) = (row["name"], row["folder"])
        // A society that is one file has its own path as the file's name.
        let path = folder.map { $0 == name || $0.hasSuffix("/" + name) ? $0 : $0 + "/" + name } ?? name
        return Input(role: row["role"], path: path, sha256: row["sha256"], content: row["content"])
      }
    }
  }

  /// The scenario of a run, with its seeds, as a file of scenarios has it.
  ///
  /// - Parameters:
  ///   - cell: the cell's number.
  ///   - replicate: the replicate, from 1.
  ///   - folder: where a relative path of a society starts if it does not stand where the study was made; it is made
  ///     absolute.
  /// - Throws: `StudyError` if there is no such run.
  public func scenario(cell: Int, replicate: Int, from folder: String) throws -> String {
    let row = try database.read { db in
      try Row.fetchOne(
        db,
        sql:
          "SELECT c.scenario, r.seed, r.society_seed FROM runs r JOIN cells c ON c.cell = r.cell WHERE r.cell = ? AND r.replicate = ?",
        arguments: [cell, replicate])
    }
    guard let row else {
      throw StudyError(
        .damaged, "there is no replicate \(replicate) of a cell \(cell) in this study; --list runs lists them")
    }
    var scenario = try Scenario.read(text: row["scenario"], name: "cell \(cell)").seeded(
      UInt64(row["seed"] as Int64), society: (row["society_seed"] as Int64?).map { UInt64($0) })
    if case .folder(let path) = scenario.source { scenario.source = .folder(try place(of: path, from: folder)) }
    return scenario.document
  }

  /// Where a path of the study leads: seen from the folders it was worked in, or else from another one.
  public func place(of path: String, from folder: String) throws -> String {
    if path.hasPrefix("/") { return path }
    let folders = try database.read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT folder FROM workers ORDER BY worker")
    }
    let places = ([folder] + folders).map { $0 + "/" + path }
    return places.first { FileManager.default.fileExists(atPath: $0) } ?? places[0]
  }

  /// Copies the database as it stands, in one file, to a path where nothing stands.
  public func copy(to path: String) throws {
    do {
      try database.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    } catch {
      throw Self.problem(error, path)
    }
  }
}
