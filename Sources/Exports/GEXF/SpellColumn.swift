import Compute
import Simulation

/// A value of everyone at several periods, as stretches of time in which it is the same.
struct SpellColumn: Sendable {
  /// The values at each period; `nil` for a period at which nobody has one.
  private enum Values {
    case numbers([[Double]?])
    /// 0 is missing.
    case labels([[Int]?])
    case truths([[Bool]?])
  }

  /// The name, which needs no escapes.
  let name: String
  /// The type in GEXF's words.
  let type: String
  private let values: Values
  /// Where each value begins to hold, and where the last one ends.
  private let starts: [Int]

  /// The columns that have a value, in the order in which they are written.
  ///
  /// - Parameters:
  ///   - values: at some periods, rising.
  ///   - last: the last period.
  static func all(of values: [PeopleSnapshot], last: Int) -> [SpellColumn] {
    let starts = values.map(\.period) + [last + 1]
    func column(_ name: String, _ type: String, _ values: Values) -> SpellColumn {
      SpellColumn(name: name, type: type, values: values, starts: starts)
    }
    var columns: [SpellColumn] = []
    if !values.isEmpty {
      columns.append(column("own_score", "double", .numbers(values.map(\.ownScores))))
      columns.append(column("public_score", "double", .numbers(values.map(\.publicScores))))
    }
    if values.contains(where: { $0.communities != nil }) {
      columns.append(column("community", "integer", .labels(values.map(\.communities))))
    }
    if values.contains(where: { $0.tiers != nil }) {
      columns.append(column("tier", "integer", .labels(values.map(\.tiers))))
    }
    if values.contains(where: { $0.listed != nil }) {
      columns.append(column("listed", "boolean", .truths(values.map(\.listed))))
    }
    return columns
  }

  /// Calls `body` with the first and the last period of each stretch, and the position of a period with its value.
  func forEachStretch(of person: Int, _ body: (Int, Int, Int) -> Void) {
    var first = 0
    while first < starts.count - 1 {
      var end = first + 1
      while end < starts.count - 1, isSame(person, first, end) { end += 1 }
      if has(person, first) { body(starts[first], starts[end] - 1, first) }
      first = end
    }
  }

  /// Adds a value.
  func append(_ person: Int, _ position: Int, to text: inout ByteText) {
    switch values {
    case .numbers(let values): if let value = values[position]?[person] { text.append(value) }
    case .labels(let values): if let value = values[position]?[person] { text.append(value) }
    case .truths(let values):
      if let value = values[position]?[person] { text.append(value ? "true" as StaticString : "false") }
    }
  }

  private func has(_ person: Int, _ position: Int) -> Bool {
    switch values {
    case .numbers(let values): values[position].map { $0[person].isFinite } ?? false
    case .labels(let values): values[position].map { $0[person] != 0 } ?? false
    case .truths(let values): values[position] != nil
    }
  }

  private func isSame(_ person: Int, _ one: Int, _ other: Int) -> Bool {
    switch values {
    case .numbers(let values): values[one]?[person] == values[other]?[person]
    case .labels(let values): values[one]?[person] == values[other]?[person]
    case .truths(let values): values[one]?[person] == values[other]?[person]
    }
  }
}
