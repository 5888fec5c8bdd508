import Compute
import GraphModel

/// Text as XML content or attribute value.
enum XMLText {
  /// The text with markup characters escaped, and with white space other than blanks written as references, which an
  /// attribute would lose otherwise.
  static func escaped(_ content: String) -> String {
    var text = ByteText()
    text.append(xml: content)
    return text.string
  }

  /// Whether a text is written otherwise than it is.
  static func needsEscapes(_ content: Span<UInt8>) -> Bool {
    for position in content.indices where isSpecial(content[position]) { return true }
    return false
  }

  /// Whether a byte is a markup character, a control character, or may begin one that XML cannot hold.
  @inline(__always) fileprivate static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0xEF
  }
}

extension ByteText {
  /// Adds a text escaped as `XMLText.escaped` says.
  mutating func append(xml content: Span<UInt8>) {
    guard XMLText.needsEscapes(content) else { return append(content) }
    var position = 0
    while position < content.count {
      let byte = content[position]
      position += 1
      switch byte {
      case 0x26: append("&amp;" as StaticString)
      case 0x3C: append("&lt;" as StaticString)
      case 0x3E: append("&gt;" as StaticString)
      case 0x22: append("&quot;" as StaticString)
      case 0x09, 0x0A, 0x0D:
        append("&#" as StaticString)
        append(Int(byte))
        append(0x3B as UInt8)
      // XML cannot hold these at all; ids and columns have none, but a folder's name may.
      case 0x00..<0x20: append("\u{FFFD}" as StaticString)
      // U+FFFE and U+FFFF: XML cannot hold them either.
      case 0xEF where position + 1 < content.count && content[position] == 0xBF && content[position + 1] >= 0xBE:
        append("\u{FFFD}" as StaticString)
        position += 2
      default: append(byte)
      }
    }
  }

  /// Adds a text escaped as `XMLText.escaped` says.
  mutating func append(xml content: String) { append(xml: content.utf8Span.span) }
}
