/// A table that stands beside a graph in a database.
public struct ExportedTable: Sendable {
  /// What it is called.
  let name: String
  /// Its columns.
  let columns: [Column]
  /// How many rows it has.
  let rowCount: Int
  /// The name of the column by which rows are known, if there is one.
  let key: String?

  init(name: String, columns: [Column], rowCount: Int, key: String? = nil) {
    self.name = name
    self.columns = columns
    self.rowCount = rowCount
    self.key = key
  }
}
