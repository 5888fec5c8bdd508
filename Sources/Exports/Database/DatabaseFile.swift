import Compute
import Foundation
import GRDB
import GraphModel

/// A graph as a database of SQLite: nodes, edges and what the graph says, other tables beside them, indexes, and views that
/// join them.
///
/// The bytes depend on the content and on the version of SQLite alone: everything is written once, in one transaction,
/// into a new file, and no moment is noted.
struct DatabaseFile {
  private let graph: ExportedGraph
  private let tables: [ExportedTable]
  /// The table of nodes.
  private let nodes: String
  /// Its number of a row.
  private let key: String
  private let edges: String

  init(_ graph: ExportedGraph, _ tables: [ExportedTable]) {
    self.graph = graph
    self.tables = tables
    (nodes, key, edges) =
      graph.noun == .person ? ("people", "person", "ties") : ("communities", "number", "community_ties")
  }

  func write(to path: String, progress: Compute.Progress) throws(ExportError) -> Int {
    do {
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
      var configuration = Configuration()
      // A file that is thrown away if it is not finished needs neither journal nor fsync.
      configuration.prepareDatabase { db in
        try db.execute(
          sql:
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA page_size = 4096")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try write(db, path, progress)
          return .commit
        }
      }
      try queue.close()
      return (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    } catch let error as ExportError {
      throw error
    } catch {
      throw ExportError(.writing, path, "SQLite could not write: \(error)")
    }
  }

  private func write(_ db: Database, _ path: String, _ progress: Compute.Progress) throws {
    try db.execute(sql: "CREATE TABLE graph (name TEXT PRIMARY KEY NOT NULL, value) WITHOUT ROWID")
    for datum in [ExportedGraph.Datum(name: "directed", kind: .boolean, value: String(graph.isDirected))] + graph.data {
      let value: any DatabaseValueConvertible =
        switch datum.kind {
        case .double: Double(datum.value) ?? .nan
        case .int, .long: Int64(datum.value) ?? 0
        case .boolean: datum.value == "true"
        case .string: datum.value
        }
      try db.execute(sql: "INSERT OR IGNORE INTO graph VALUES (?, ?)", arguments: [datum.name, value])
    }
    try writeNodes(db, path)
    try writeEdges(db, path, progress)
    for table in tables { try write(table, db, path) }
    try writeViews(db)
  }

  private func writeNodes(_ db: Database, _ path: String) throws {
    let columns = graph.drawnColumns
    let names = NameTokens.unique(columns.map(\.name), reserved: [key, "id"], ignoresCase: true)
    let declared = zip(names, columns).map { ", \($0.quotedDatabaseIdentifier) \($1.kind.sql)" }.joined()
    try db.execute(
      sql: "CREATE TABLE \(nodes) (\(key) INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL UNIQUE\(declared))")
    let statement = try RowStatement(db, table: nodes, width: columns.count + 2, path: path)
    for node in 0..<graph.nodeCount {
      let row = graph.row(of: node)
      statement.bind(Int64(node), at: 1)
      statement.bind(graph.allIds.utf8(of: row), at: 2)
      for (index, column) in columns.enumerated() { statement.bind(row, of: column, at: index + 3) }
      try statement.insert()
    }
    for (name, column) in zip(names, columns) where ["community", "public_score"].contains(column.name) {
      try db.execute(sql: "CREATE INDEX \(nodes)_by_\(column.name) ON \(nodes) (\(name.quotedDatabaseIdentifier))")
    }
  }

  private func writeEdges(_ db: Database, _ path: String, _ progress: Compute.Progress) throws {
    let columns = graph.edges.columns
    let names = NameTokens.unique(columns.map(\.name), reserved: ["tie", "source", "target"], ignoresCase: true)
    let declared = zip(names, columns).map { ", \($0.quotedDatabaseIdentifier) \($1.kind.sql)" }.joined()
    try db.execute(
      sql: """
        CREATE TABLE \(edges) (tie INTEGER PRIMARY KEY NOT NULL, source INTEGER NOT NULL REFERENCES \(nodes), \
        target INTEGER NOT NULL REFERENCES \(nodes)\(declared))
        """)
    let statement = try RowStatement(db, table: edges, width: columns.count + 3, path: path)
    var number: Int64 = 0
    var reader = graph.edges.reader()
    for block in graph.edges.blocks() {
      var rest = block
      while reader.next(&rest) {
        for edge in 0..<reader.batch.count {
          statement.bind(number, at: 1)
          statement.bind(Int64(reader.batch.sources[edge]), at: 2)
          statement.bind(Int64(reader.batch.targets[edge]), at: 3)
          for column in columns.indices {
            let value = reader.batch.value(edge, column)
            if value.isNaN {
              statement.bindNothing(at: column + 4)
            } else if columns[column].kind == .int {
              statement.bind(Int64(value), at: column + 4)
            } else {
              statement.bind(value, at: column + 4)
            }
          }
          try statement.insert()
          number += 1
        }
      }
      progress.advance(by: block.count)
    }
    for end in ["source", "target"] { try db.execute(sql: "CREATE INDEX \(edges)_by_\(end) ON \(edges) (\(end))") }
  }

  private func write(_ table: ExportedTable, _ db: Database, _ path: String) throws {
    let names = NameTokens.unique(table.columns.map(\.name), ignoresCase: true)
    let declared = zip(names, table.columns).map { name, column in
      "\(name.quotedDatabaseIdentifier) \(column.kind.sql)\(name == table.key ? " PRIMARY KEY NOT NULL" : "")"
    }
    let title = table.name.quotedDatabaseIdentifier
    try db.execute(sql: "CREATE TABLE \(title) (\(declared.joined(separator: ", ")))")
    let statement = try RowStatement(db, table: table.name, width: names.count, path: path)
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() { statement.bind(row, of: column, at: index + 1) }
      try statement.insert()
    }
    for name in ["period", "measure", "source", "target"] where names.contains(name) && name != table.key {
      try db.execute(sql: "CREATE INDEX \(table.name)_by_\(name) ON \(title) (\(name))")
    }
  }

  /// Ties by ids, and who is tied to whom seen from each person.
  private func writeViews(_ db: Database) throws {
    let values = NameTokens.unique(
      graph.edges.columns.map(\.name), reserved: ["tie", "source", "target"], ignoresCase: true
    ).map { ", t.\($0.quotedDatabaseIdentifier)" }.joined()
    try db.execute(
      sql: """
        CREATE VIEW \(edges)_by_id AS SELECT s.id AS source, o.id AS target\(values) FROM \(edges) t \
        JOIN \(nodes) s ON s.\(key) = t.source JOIN \(nodes) o ON o.\(key) = t.target
        """)
    let view = graph.noun == .person ? "neighbours" : "community_neighbours"
    let mutual =
      graph.isDirected
      ? ""
      : " UNION ALL SELECT t.target, t.source\(values) FROM \(edges) t WHERE t.source <> t.target"
    try db.execute(
      sql: "CREATE VIEW \(view) AS SELECT t.source AS \(key), t.target AS neighbour\(values) FROM \(edges) t\(mutual)")
    guard tables.contains(where: { $0.name == "communities" && $0.key == "community" }),
      graph.columns.contains(where: { $0.name == "community" })
    else { return }
    try db.execute(
      sql: """
        CREATE VIEW people_in_communities AS SELECT p.id, p.community, c.people AS community_people, \
        c.mean_own_score AS community_own_score, c.mean_public_score AS community_public_score \
        FROM people p JOIN communities c ON c.community = p.community
        """)
  }
}

extension Column.Kind {
  /// The type in SQL's words.
  fileprivate var sql: String {
    switch self {
    case .int, .long, .boolean: "INTEGER"
    case .double: "REAL"
    case .string: "TEXT"
    }
  }
}
