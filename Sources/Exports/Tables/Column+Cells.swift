import Compute
import GraphModel

extension Column {
  /// A row's value as a number; `nil` where it is missing or text.
  func number(_ row: Int) -> Double? {
    switch values {
    case .numbers(let value): return value(row)
    case .counts(let value): return value(row).map(Double.init)
    default:
      if kind == .boolean { return truth(row).map { $0 ? 1 : 0 } }
      return kind == .string ? nil : withText(of: row, missing: nil) { Numerals.number($0) }
    }
  }

  /// A row's value as a whole number; `nil` where it is missing or none.
  func whole(_ row: Int) -> Int64? {
    switch values {
    case .counts(let value): return value(row).map(Int64.init)
    case .numbers: return nil
    default:
      if kind == .boolean { return truth(row).map { $0 ? 1 : 0 } }
      return kind == .int || kind == .long ? withText(of: row, missing: nil) { Int64(Self.string($0)) } : nil
    }
  }

  /// A row's value as a truth; `nil` where it is missing or none.
  func truth(_ row: Int) -> Bool? {
    guard kind == .boolean else { return nil }
    // true has four letters, false has not.
    return withText(of: row, missing: nil) { $0.count == 4 }
  }

  /// Calls `body` with a row's text.
  ///
  /// - Returns: what `body` returned, or `missing` where there is no text.
  func withText<Result>(of row: Int, missing: Result, _ body: (Span<UInt8>) -> Result) -> Result {
    switch values {
    case .numbers, .counts: return missing
    case .texts(let list): return body(list.utf8(of: row))
    case .attribute(let attribute): return attribute.hasValue(row) ? body(attribute.values.utf8(of: row)) : missing
    case .words(let words, let position): return body(words.utf8(of: position(row)))
    case .strings(let value):
      // What is made row by row has no empty texts but for what does not apply; so it is once it stands in a table.
      guard let text = value(row), !text.isEmpty else { return missing }
      return body(text.utf8Span.span)
    }
  }

  /// A row's text as a value of its own.
  func text(_ row: Int) -> String? { withText(of: row, missing: nil) { Self.string($0) } }

  private static func string(_ text: Span<UInt8>) -> String {
    unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
