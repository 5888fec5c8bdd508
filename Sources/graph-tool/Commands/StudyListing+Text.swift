import Experiments
import Foundation

extension StudyListing.Field {
  /// The field so that it reads back to the same; empty where there is none.
  var full: String {
    switch self {
    case .none: ""
    case .whole(let number): String(number)
    case .number(let number):
      number == number.rounded() && number.magnitude < 0x1p53 ? String(Int64(number)) : "\(number)"
    case .text(let text): text
    }
  }

  /// The field to look at.
  var short: String {
    guard case .number(let number) = self else { return full }
    return number == number.rounded() && number.magnitude < 1e9 ? full : String(format: "%.6g", number)
  }

  fileprivate func write(into container: inout KeyedEncodingContainer<ColumnName>, _ name: ColumnName) throws {
    switch self {
    case .none: break
    case .whole(let number): try container.encode(number, forKey: name)
    case .number(let number): try container.encode(number, forKey: name)
    case .text(let text): try container.encode(text, forKey: name)
    }
  }
}

/// A column as a key of JSON.
private struct ColumnName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension StudyListing {
  private struct Line: Encodable {
    let columns: [String]
    let fields: [Field]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: ColumnName.self)
      for (name, field) in zip(columns, fields) { try field.write(into: &container, ColumnName(stringValue: name)) }
    }
  }

  /// The rows as a list of objects.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let data = try encoder.encode(rows.map { Line(columns: columns, fields: $0) })
      return String(decoding: data, as: UTF8.self) + "\n"
    }
  }
}
