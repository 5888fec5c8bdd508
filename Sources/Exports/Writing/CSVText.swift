import Compute
import GraphModel

/// Fields as CSV text (RFC 4180).
public enum CSVText {
  /// One line, with its end.
  public static func line(_ fields: [String]) -> String {
    var text = ByteText()
    for (position, field) in fields.enumerated() {
      if position > 0 { text.append(0x2C as UInt8) }
      text.append(field: field)
    }
    text.append(0x0A as UInt8)
    return text.string
  }

  /// A field, quoted if it has to be.
  static func field(_ field: String) -> String {
    var text = ByteText()
    text.append(field: field)
    return text.string
  }

  /// Whether a reader would take a field for something else if it were not quoted.
  ///
  /// Decided by bytes, as readers do: a combining accent behind a quote makes one `Character` of the two.
  static func needsQuotes(_ field: Span<UInt8>) -> Bool {
    guard let last = field.indices.last else { return false }
    if field[0] == 0x23 || isBlank(field[0]) || isBlank(field[last]) { return true }
    for position in field.indices {
      let byte = field[position]
      if byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D { return true }
    }
    return false
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension ByteText {
  /// Adds a field, quoted if it has to be.
  mutating func append(field: Span<UInt8>) {
    guard CSVText.needsQuotes(field) else { return append(field) }
    append(0x22 as UInt8)
    for position in field.indices {
      if field[position] == 0x22 { append(0x22 as UInt8) }
      append(field[position])
    }
    append(0x22 as UInt8)
  }

  /// Adds a field, quoted if it has to be.
  mutating func append(field: String) { append(field: field.utf8Span.span) }
}
