/// Pieces of HTML.
///
/// Text is escaped here; what takes markup says so.
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

  /// A table that scrolls sideways where it is too wide, by the keyboard, too.
  ///
  /// - Parameters:
  ///   - label: what the table shows, as text.
  ///   - content: what is in the table element, as markup.
  ///   - name: a class, or empty.
  static func scrolling(_ label: String, _ content: String, class name: String = "") -> String {
    let names = name.isEmpty ? "plainscroll" : "plainscroll " + name
    return
      "<div class=\"\(names)\" tabindex=\"0\" role=\"region\" aria-label=\"\(MarkupText.escaped(label))\"><table>\(content)</table></div>"
  }

  /// A table of names and values; both are text.
  static func pairs(_ pairs: [(name: String, value: String)], caption: String) -> String {
    let rows = pairs.map { "<tr>\(element("th", $0.name, " scope=\"row\""))\(element("td", $0.value))</tr>" }
    return scrolling(
      caption, "\(element("caption", caption, " class=\"sr\""))<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>",
      class: "made")
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
