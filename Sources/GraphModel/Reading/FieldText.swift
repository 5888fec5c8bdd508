/// What a field's text stands for.
package enum FieldText {
  /// Whether a field says that there is no value: empty, or `NA` as R writes it.
  static func isMissing(_ text: String) -> Bool { text.isEmpty || text == "NA" }

  /// The same for UTF-8 bytes.
  static func isMissing(_ text: Span<UInt8>) -> Bool {
    text.isEmpty || (text.count == 2 && text[0] == UInt8(ascii: "N") && text[1] == UInt8(ascii: "A"))
  }

  /// The largest number that is read: sums of products of larger ones would overflow.
  package static let largestNumber = 1e100

  /// A number, or the sentence that says what is wrong.
  static func number(_ text: String, expected: String = "a number") -> Result<Double, FieldProblem> {
    guard let value = Numerals.number(text) else {
      return .failure(FieldProblem("\"\(text)\" is not a number; \(expected) was expected"))
    }
    guard value.magnitude <= largestNumber else {
      return .failure(FieldProblem("\"\(text)\" is too large; \(expected) was expected"))
    }
    return .success(value)
  }
}

/// What is wrong with one field.
struct FieldProblem: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
