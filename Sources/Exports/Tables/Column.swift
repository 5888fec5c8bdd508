import GraphModel

/// One column of an output table: what it is called, what it means, and its value in each row.
struct Column: Sendable {
  /// What the values are, in GraphML's words.
  enum Kind: String, Sendable {
    case int
    case long
    case double
    case boolean
    case string
  }

  let name: String
  let kind: Kind
  /// `points`, `people`, `share` or empty.
  let unit: String
  /// What it is, in a sentence without a full stop.
  let meaning: String
  /// The value of a row as text; `nil` where missing.
  let value: @Sendable (Int) -> String?

  init(_ name: String, _ kind: Kind, unit: String = "", _ meaning: String, value: @escaping @Sendable (Int) -> String?)
  {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.meaning = meaning
    self.value = value
  }

  /// A column of numbers.
  static func numbers(_ name: String, unit: String = "points", _ meaning: String, _ values: [Double]) -> Column {
    Column(name, .double, unit: unit, meaning) { Numerals.plain(values[$0]) }
  }

  /// A column of numbers that some rows lack.
  static func numbers(_ name: String, unit: String = "points", _ meaning: String, _ values: [Double?]) -> Column {
    Column(name, .double, unit: unit, meaning) { values[$0].map(Numerals.plain) }
  }
}

/// A table that can be written as CSV and described in the codebook.
struct Table {
  let file: String
  let columns: [Column]
  let rowCount: Int

  func write(to path: String) throws(ExportError) {
    var sink = try ByteSink(creating: path)
    try sink.write(CSVText.line(columns.map(\.name)))
    for row in 0..<rowCount { try sink.write(CSVText.line(columns.map { $0.value(row) ?? "" })) }
    try sink.close()
  }
}
