/// Text as it stands in XML and HTML.
enum MarkupText {
  /// The text with markup characters as references, fit for content and for attributes in either quotes.
  ///
  /// Characters that neither XML nor HTML can hold become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A name from data, cut to so many characters and on one line.
  ///
  /// Marks that pile up on one letter count as characters of their own beyond three.
  static func cut(_ name: String, to limit: Int) -> String {
    var result = ""
    var room = limit
    for character in name {
      let size = max(1, character.unicodeScalars.count - 3)
      guard room >= size else { return result + "…" }
      room -= size
      result.append(character.isNewline || character == "\t" ? " " : character)
    }
    return result
  }

  /// A name that runs its own way, left to right or right to left, without turning what stands around it; for SVG, which has
  /// no element for that.
  ///
  /// Signs in the name that begin and end such a run are balanced, so that it cannot leave its own.
  static func isolated(_ name: String) -> String {
    var result = "\u{2068}"
    var depth = 1
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\u{2066}"..."\u{2068}": depth += 1
      case "\u{2069}" where depth == 1: continue
      case "\u{2069}": depth -= 1
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result + String(repeating: "\u{2069}", count: depth)
  }

  /// A text in which signs that turn the direction of what follows are written out, as in `\u{202E}`.
  static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{200E}", "\u{200F}", "\u{061C}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A name from data, cut where it is wider than so many letters.
  ///
  /// What is cut is cut a little shorter, since the letters of one name may all be wide ones.
  static func fitted(_ name: String, to limit: Double) -> String {
    guard width(name) > limit else { return cut(name, to: HTMLText.nameLimit) }
    var result = ""
    for character in cut(name, to: Int(limit)) where character != "…" {
      guard width(result) + width(String(character)) + 1 <= 0.88 * limit else { break }
      result.append(character)
    }
    return result + "…"
  }

  /// About how wide a text is, in widths of a letter of usual size.
  static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x0300...0x036F, 0x200B...0x200F, 0x2066...0x2069, 0xFE00...0xFE0F: sum
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F000...0x1FAFF:
        sum + 2
      default: sum + 1
      }
    }
  }
}
