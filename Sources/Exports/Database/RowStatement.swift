import GRDB
import GRDBSQLite
import GraphModel

/// An INSERT that is run for one row after the other, values going straight to SQLite.
///
/// GRDB's own arguments are boxed one by one, which is most of the time of a table of millions of rows.
@safe struct RowStatement {
  private let statement: Statement
  private let raw: OpaquePointer
  private let path: String

  /// Prepares an INSERT into a table.
  ///
  /// - Parameter width: how many values a row has.
  init(_ db: Database, table: String, width: Int, path: String) throws {
    let marks = Array(repeating: "?", count: width).joined(separator: ",")
    statement = try db.makeStatement(sql: "INSERT INTO \(table.quotedDatabaseIdentifier) VALUES (\(marks))")
    unsafe raw = statement.sqliteStatement
    self.path = path
  }

  /// Gives a value, counted from 1, a whole number.
  func bind(_ number: Int64, at index: Int) { unsafe sqlite3_bind_int64(raw, Int32(index), number) }

  /// Gives a value a number.
  func bind(_ number: Double, at index: Int) { unsafe sqlite3_bind_double(raw, Int32(index), number) }

  /// Gives a value a text, which is copied.
  func bind(_ text: Span<UInt8>, at index: Int) {
    unsafe text.withUnsafeBytes { bytes in
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      // An empty text has no address, and would be NULL without one.
      guard let base = bytes.baseAddress else {
        return _ = unsafe sqlite3_bind_text(raw, Int32(index), "", 0, transient)
      }
      unsafe sqlite3_bind_text64(
        raw, Int32(index), base.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
    }
  }

  /// Gives a value nothing.
  func bindNothing(at index: Int) { unsafe sqlite3_bind_null(raw, Int32(index)) }

  /// Gives a value that of a row of a column.
  func bind(_ row: Int, of column: Column, at index: Int) {
    switch column.kind {
    case .int, .long, .boolean: column.whole(row).map { bind($0, at: index) } ?? bindNothing(at: index)
    case .double: column.number(row).map { bind($0, at: index) } ?? bindNothing(at: index)
    case .string:
      let isThere = column.withText(of: row, missing: false) { text in
        bind(text, at: index)
        return true
      }
      if !isThere { bindNothing(at: index) }
    }
  }

  /// Inserts the row.
  func insert() throws(ExportError) {
    let code = unsafe sqlite3_step(raw)
    unsafe sqlite3_reset(raw)
    guard code == SQLITE_DONE else {
      throw ExportError(.writing, path, "SQLite could not add a row (code \(code)); the disk may be full")
    }
  }
}
