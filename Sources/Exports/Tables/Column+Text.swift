import Compute
import GraphModel

extension ByteText {
  /// Adds a row's value of a column as a CSV field; nothing where it is missing.
  mutating func append(field row: Int, of column: Column) {
    switch column.values {
    case .numbers(let value): if let number = value(row) { append(number) }
    case .counts(let value): if let number = value(row) { append(number) }
    case .texts(let list): append(field: list.utf8(of: row))
    case .attribute(let attribute): if attribute.hasValue(row) { append(field: attribute.values.utf8(of: row)) }
    case .words(let words, let position): append(field: words.utf8(of: position(row)))
    case .strings(let value): if let text = value(row) { append(field: text) }
    }
  }

  /// Adds a row's value of a column as a GraphML element; nothing where it is missing.
  ///
  /// - Parameter opening: the start tag, `<data key="...">`.
  mutating func append(data row: Int, of column: Column, opening: [UInt8]) {
    let start = count
    append(opening.span)
    guard append(xmlValue: row, of: column) else { return shorten(to: start) }
    append("</data>" as StaticString)
  }

  /// Adds a row's value of a column as XML.
  ///
  /// - Returns: whether there was one.
  mutating func append(xmlValue row: Int, of column: Column) -> Bool {
    switch column.values {
    case .numbers(let value):
      guard let number = value(row) else { return false }
      append(number)
    case .counts(let value):
      guard let number = value(row) else { return false }
      append(number)
    case .texts(let list): append(xml: list.utf8(of: row))
    case .attribute(let attribute):
      guard attribute.hasValue(row) else { return false }
      append(xml: attribute.values.utf8(of: row))
    case .words(let words, let position): append(xml: words.utf8(of: position(row)))
    case .strings(let value):
      guard let text = value(row) else { return false }
      append(xml: text)
    }
    return true
  }
}

extension TextList {
  /// The UTF-8 bytes of one text.
  @_lifetime(borrow self)
  @inline(__always) func utf8(of position: Int) -> Span<UInt8> {
    let span = bytes.span.extracting(Int(offsets[position])..<Int(offsets[position + 1]))
    return unsafe _overrideLifetime(span, borrowing: self)
  }
}

extension AttributeColumn {
  /// Whether a person's value is not missing: the rule of `value(of:)`, by bytes.
  func hasValue(_ person: Int) -> Bool {
    let text = values.utf8(of: person)
    if text.isEmpty { return false }
    return kind == .text || text.count != 2 || text[0] != 0x4E || text[1] != 0x41
  }
}
