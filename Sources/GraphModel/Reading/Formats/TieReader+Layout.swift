/// The checks of records that only some formats need.
struct LayoutChecks {
  private let layout: TieLayout
  private let file: String
  /// The column that says which way a tie goes, or `nil`.
  private let type: Int?
  private var count = 0

  init(_ layout: TieLayout, _ table: HeaderedTable) {
    self.layout = layout
    file = table.file
    type = layout.format == .gephi ? table.position(of: [GephiType.column]) : nil
  }

  /// The positions of the columns that are looked at.
  var columns: [Int] { type.map { [$0] } ?? [] }

  /// What is wrong with a record, or `nil`.
  mutating func problem(_ row: HeaderedTable.Row, ends: [Int], names: [String]) -> InputProblem? {
    count += 1
    func refuse(_ column: Int, _ message: String) -> InputProblem {
      InputProblem(file: file, line: row.line, column: names[column], message)
    }
    if let type {
      let text = row.fields[type]
      guard let isDirected = GephiType.isDirected(text) else {
        return refuse(type, "\"\(text)\" is not a type of tie; Directed or Undirected was expected")
      }
      if let direction = layout.direction, direction.isDirected != isDirected {
        return refuse(
          type,
          "\"\(text)\" stands below \"\(direction.word)\" on line \(direction.line); ties of one type were expected")
      }
    }
    guard let matrix = layout.matrix else { return nil }
    for end in ends {
      let text = row.fields[end]
      guard let number = Int(text), number >= 1, number <= matrix.rows, text.first != "0", text.first != "+" else {
        return refuse(
          end, "\"\(text)\" is not a row of the matrix; a whole number from 1 to \(matrix.rows) was expected")
      }
    }
    return nil
  }

  /// What is wrong with the file as a whole, once every record has been seen, or `nil`.
  var problemAtEnd: InputProblem? {
    guard let matrix = layout.matrix, matrix.entries != count else { return nil }
    return InputProblem(
      file: file, line: matrix.line,
      "\(matrix.entries) entries are announced, but \(count) \(count == 1 ? "is" : "are") there")
  }
}
