/// Pieces of HTML. Text is escaped here; what takes markup says so.
enum HTMLText {
  /// An element with text.
  static func element(_ name: String, _ text: String, _ attributes: String = "") -> String {
    "<\(name)\(attributes)>\(MarkupText.escaped(text))</\(name)>"
  }

  /// A paragraph of text.
  static func paragraph(_ text: String, _ attributes: String = "") -> String { element("p", text, attributes) }

  /// So many characters of a name stand on a page; a page with two thousand long names stays a page.
  static let nameLimit = 64

  /// A name from data, whole unless it is long, set apart from the direction of the text around it.
  static func name(_ name: String) -> String { element("bdi", MarkupText.cut(name, to: nameLimit)) }

  /// A table of names and values; both are text.
  static func pairs(_ pairs: [(name: String, value: String)], caption: String) -> String {
    let rows = pairs.map { "<tr>\(element("th", $0.name, " scope=\"row\""))\(element("td", $0.value))</tr>" }
    return
      "<div class=\"plainscroll made\"><table><caption class=\"sr\">\(MarkupText.escaped(caption))</caption><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table></div>"
  }
}

/// Values as they stand in a script element of a page: JSON in which nothing can end the element.
enum ScriptText {
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}", "<", ">", "&", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func list(_ parts: some Sequence<String>) -> String { "[" + parts.joined(separator: ",") + "]" }
}
