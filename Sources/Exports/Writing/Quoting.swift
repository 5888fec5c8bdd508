import Compute
import GraphModel

/// How values stand in a text format that has quoted texts.
enum Quoting: Sendable {
  /// JSON (RFC 8259): UTF-8.
  case json
  /// GML (M. Himsolt, "GML: a portable graph file format", 1997): ASCII, other characters as `&#NNN;`, and so the
  /// backslash, which some readers take for an escape; real numbers have a point; there are no truths, so 1 and 0.
  case gml
  /// Graphviz: UTF-8; a backslash escapes, as in its labels; numbers are quoted, as its own have no exponent.
  case dot
}

extension ByteText {
  /// Adds a text in quotes.
  mutating func append(quoted text: Span<UInt8>, _ quoting: Quoting) {
    append(0x22 as UInt8)
    var position = 0
    while position < text.count {
      let byte = text[position]
      position += 1
      switch quoting {
      case .json: append(json: byte)
      case .dot:
        switch byte {
        case 0x22: append("\\\"" as StaticString)
        case 0x5C: append("\\\\" as StaticString)
        default: append(byte)
        }
      case .gml:
        if byte == 0x22 {
          append("&quot;" as StaticString)
        } else if byte == 0x26 {
          append("&amp;" as StaticString)
        } else if byte >= 0x20, byte < 0x7F, byte != 0x5C {
          append(byte)
        } else {
          let (scalar, length) = Self.scalar(text, from: position - 1)
          append("&#" as StaticString)
          append(scalar)
          append(0x3B as UInt8)
          position += length - 1
        }
      }
    }
    append(0x22 as UInt8)
  }

  /// Adds a text in quotes.
  mutating func append(quoted text: String, _ quoting: Quoting) { append(quoted: text.utf8Span.span, quoting) }

  private mutating func append(json byte: UInt8) {
    switch byte {
    case 0x22: append("\\\"" as StaticString)
    case 0x5C: append("\\\\" as StaticString)
    case 0x0A: append("\\n" as StaticString)
    case 0x0D: append("\\r" as StaticString)
    case 0x09: append("\\t" as StaticString)
    case 0x00..<0x20:
      append("\\u00" as StaticString)
      append(byte < 0x10 ? 0x30 : 0x31 as UInt8)
      append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
    default: append(byte)
    }
  }

  /// The code of the character that begins at a position, and how many bytes it has.
  ///
  /// - Precondition: the text is UTF-8.
  private static func scalar(_ text: Span<UInt8>, from position: Int) -> (code: Int, length: Int) {
    let first = Int(text[position])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var code = length == 1 ? first : first & (0x7F >> length)
    for step in 1..<max(1, length) where position + step < text.count {
      code = code << 6 | Int(text[position + step] & 0x3F)
    }
    return (code, length)
  }

  /// Adds a number.
  mutating func append(_ number: Double, _ quoting: Quoting) {
    if quoting == .dot { append(0x22 as UInt8) }
    guard quoting == .gml else {
      append(number)
      if quoting == .dot { append(0x22 as UInt8) }
      return
    }
    // A whole number would be read as an integer, and an exponent behind one not at all.
    var text = ByteText(capacity: 64)
    text.append(number)
    var hasPoint = false
    let digits = text.span
    for place in digits.indices {
      if digits[place] == 0x2E { hasPoint = true }
      if digits[place] == 0x65, !hasPoint {
        append(".0" as StaticString)
        hasPoint = true
      }
      append(digits[place])
    }
    if !hasPoint { append(".0" as StaticString) }
  }

  /// Adds a row's value of a column.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  mutating func append(value row: Int, of column: Column, _ quoting: Quoting) -> Bool {
    switch column.kind {
    case .double:
      guard let number = column.number(row), number.isFinite else { return false }
      append(number, quoting)
    case .int, .long:
      guard let number = column.whole(row) else { return false }
      append(Int(number))
    case .boolean:
      guard let truth = column.truth(row) else { return false }
      if quoting == .gml { append(truth ? 1 : 0) } else { append(truth ? "true" as StaticString : "false") }
    case .string:
      return column.withText(of: row, missing: false) { text in
        append(quoted: text, quoting)
        return true
      }
    }
    return true
  }

  /// Adds a value of an edge.
  mutating func append(edgeValue value: Double, _ kind: Column.Kind, _ quoting: Quoting) {
    if kind == .int { append(Int(value)) } else { append(value, quoting) }
  }

  /// Adds what a graph carries.
  mutating func append(_ datum: ExportedGraph.Datum, _ quoting: Quoting) {
    switch datum.kind {
    case .string: append(quoted: datum.value, quoting)
    case .double: if let number = Double(datum.value) { append(number, quoting) }
    case .int, .long: append(datum.value)
    case .boolean: append(quoting == .gml ? (datum.value == "true" ? "1" : "0") : datum.value)
    }
  }
}
