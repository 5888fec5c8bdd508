/// Numbers as text, without locale: how they are read and how they are written.
package enum Numerals {
  /// The number a text stands for, or `nil` if it is not a plain decimal number.
  ///
  /// Accepted: an optional sign, digits with an optional point, an optional exponent. Not accepted: `nan`, `inf`,
  /// hexadecimal, digit separators, a decimal comma. The result is the double nearest to the text; it is infinite if the
  /// text is too large for one.
  package static func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { bytes -> Bool in unsafe isDecimal(bytes) } ? Double(text) : nil
  }

  private static func isDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    let count = bytes.count
    func skipSign() {
      if position < count, unsafe bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
    }
    func skipDigits() -> Int {
      let start = position
      while position < count, unsafe bytes[position] >= 0x30 && bytes[position] <= 0x39 { position += 1 }
      return position - start
    }
    skipSign()
    var digits = skipDigits()
    if position < count, unsafe bytes[position] == 0x2E {
      position += 1
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if position < count, unsafe bytes[position] | 0x20 == 0x65 {
      position += 1
      skipSign()
      guard skipDigits() > 0 else { return false }
    }
    return position == count
  }

  /// The shortest text that reads back to the same double, without a trailing `.0`.
  package static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
