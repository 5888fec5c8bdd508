/// Rows of anything for the terminal, in columns.
public struct ListReport: Sendable {
  private let columns: [String]
  private let rows: [[String]]
  private let isNumber: [Bool]

  /// A list.
  ///
  /// - Parameters:
  ///   - columns: the columns' names.
  ///   - rows: one field a column.
  ///   - isNumber: whether each column holds numbers, which stand at its right.
  public init(columns: [String], rows: [[String]], isNumber: [Bool]) {
    self.columns = columns
    self.rows = rows
    self.isNumber = isNumber
  }

  /// The list as text, with a line end.
  ///
  /// - Parameter width: how many characters fit; long fields are cut.
  public func text(width: Int, ink: Ink) -> String {
    var table = TextTable(zip(columns, isNumber).map { ($0, $1 ? .right : .left) })
    for row in rows { table.add(row.map { TextTable.Cell($0) }) }
    return table.lines(ink, width: width).joined(separator: "\n") + "\n"
  }
}
