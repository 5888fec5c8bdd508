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
  static func isolated(_ name: String) -> String { "\u{2068}" + name + "\u{2069}" }

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
