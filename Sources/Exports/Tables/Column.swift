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

  /// The value of each row, in the form it comes in; rendering needs no `String` for most of them.
  enum Values: Sendable {
    /// Numbers; `nil` where missing.
    case numbers(@Sendable (Int) -> Double?)
    /// Whole numbers; `nil` where missing.
    case counts(@Sendable (Int) -> Int?)
    /// Texts, none of them missing.
    case texts(TextList)
    /// A column that was read, with its own rule of what is missing.
    case attribute(AttributeColumn)
    /// One of a few words, by its position.
    case words(TextList, @Sendable (Int) -> Int)
    /// Any text; `nil` where missing.
    case strings(@Sendable (Int) -> String?)
  }

  let name: String
  let kind: Kind
  /// `points`, `people`, `share` or empty.
  let unit: String
  /// What it is, in a sentence without a full stop.
  let meaning: String
  /// The values by row.
  let values: Values

  init(_ name: String, _ kind: Kind, unit: String = "", _ meaning: String, _ values: Values) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.meaning = meaning
    self.values = values
  }

  /// A column of text, made row by row; `nil` where missing.
  init(_ name: String, _ kind: Kind, _ meaning: String, value: @escaping @Sendable (Int) -> String?) {
    self.init(name, kind, meaning, .strings(value))
  }

  /// A column of numbers.
  static func numbers(_ name: String, unit: String = "points", _ meaning: String, _ values: [Double]) -> Column {
    Column(name, .double, unit: unit, meaning, .numbers { values[$0] })
  }

  /// A column of numbers that some rows lack.
  static func numbers(_ name: String, unit: String = "points", _ meaning: String, _ values: [Double?]) -> Column {
    Column(name, .double, unit: unit, meaning, .numbers { values[$0] })
  }
}
