import GraphModel

/// A JSON value whose members keep their order.
enum JSONValue: Sendable, Equatable {
  case text(String)
  case number(Double)
  case whole(Int)
  case seed(UInt64)
  case flag(Bool)
  indirect case list([JSONValue])
  indirect case object([(String, JSONValue)])

  /// The longest line with several members, its indent included.
  private static let longest = 50

  static func == (one: JSONValue, other: JSONValue) -> Bool { one.compact == other.compact }

  /// The value on one line.
  var compact: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): Numerals.plain(number)
    case .whole(let number): "\(number)"
    case .seed(let number): "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): "[\(values.map(\.compact).joined(separator: ", "))]"
    case .object(let members):
      members.isEmpty
        ? "{}" : "{ \(members.map { "\(Self.quoted($0.0)): \($0.1.compact)" }.joined(separator: ", ")) }"
    }
  }

  /// The value with a line for each member of the outermost object, and of those inside that are long.
  ///
  /// - Parameter indent: how far further lines go in.
  func lines(indent: Int = 0) -> String {
    let compact = compact
    guard case .object(let members) = self, compact.count + indent > Self.longest || indent == 0, !members.isEmpty
    else {
      return compact
    }
    let inside = String(repeating: " ", count: indent + 2)
    let rows = members.map { "\(inside)\(Self.quoted($0.0)): \($0.1.lines(indent: indent + 2))" }
    return "{\n\(rows.joined(separator: ",\n"))\n\(String(repeating: " ", count: indent))}"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
