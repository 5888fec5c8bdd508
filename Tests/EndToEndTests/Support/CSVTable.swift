import Foundation
import Testing

/// A table read back from CSV, independently of the program: RFC 4180, with LF as line end.
struct CSVTable {
  /// The header.
  let columns: [String]
  /// The rows, each by the columns' names.
  let rows: [[String: String]]

  init(_ text: String) throws {
    var records = Self.records(text)
    let header = try #require(records.first, "a table has a header")
    records.removeFirst()
    columns = header
    rows = try records.map { fields in
      try #require(fields.count == header.count, "a row is as wide as the header")
      return Dictionary(uniqueKeysWithValues: zip(header, fields))
    }
  }

  /// The values of a column.
  func values(_ column: String) throws -> [String] {
    try rows.map { try #require($0[column], "there is a column \(column)") }
  }

  /// The first row with a value in a column.
  func row(where column: String, is value: String) throws -> [String: String] {
    try #require(rows.first { $0[column] == value }, "a row has \(value) as its \(column)")
  }

  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case ",", "\n":
        guard !isQuoted else {
          field.append(scalar)
          break
        }
        record.append(String(field))
        field.removeAll()
        if scalar == "\n" {
          records.append(record)
          record.removeAll()
        }
      default: field.append(scalar)
      }
    }
    return records
  }
}
