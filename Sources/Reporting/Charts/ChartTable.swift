/// The numbers behind a chart.
struct ChartTable: Sendable {
  /// A column.
  struct Column: Sendable {
    let name: String
    let isNumber: Bool

    static func text(_ name: String) -> Column { Column(name: name, isNumber: false) }
    static func number(_ name: String) -> Column { Column(name: name, isNumber: true) }
  }

  /// A field: what is shown, and the full number for files.
  struct Cell: Sendable, ExpressibleByStringInterpolation {
    let text: String
    let value: Double?

    init(_ text: String, value: Double? = nil) {
      self.text = text
      self.value = value
    }

    init(stringLiteral text: String) { self.init(text) }

    /// A number shown with a few decimals; `-` if there is none.
    static func number(_ value: Double?, _ decimals: Int) -> Cell {
      Cell(NumberText.fixed(value, decimals), value: value)
    }

    /// A change, shown with its sign.
    static func change(_ value: Double?, _ decimals: Int) -> Cell {
      Cell(value.map { NumberText.signed($0, decimals) } ?? "-", value: value)
    }

    static func count(_ value: Int) -> Cell { Cell(NumberText.count(value), value: Double(value)) }

    static func share(_ value: Double?) -> Cell { Cell(NumberText.percent(value), value: value) }
  }

  let columns: [Column]
  private(set) var rows: [[Cell]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ row: [Cell]) {
    precondition(row.count == columns.count, "one field a column")
    rows.append(row)
  }

  /// A field as it stands in files: numbers so that they read back to the same bits, nothing where there is none.
  static func plain(_ cell: Cell, _ column: Column) -> String {
    guard column.isNumber else { return cell.text }
    guard let value = cell.value, value.isFinite else { return "" }
    return value.rounded() == value && value.magnitude < 0x1p53 ? String(Int(value)) : "\(value)"
  }
}
