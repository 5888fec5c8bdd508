/// The bytes of some lines of CSV, with numbers written straight into them.
///
/// Nothing here is quoted: what is written are numbers and names without separators.
package struct CSVBuffer {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// An empty buffer.
  ///
  /// - Parameter capacity: how many bytes are expected.
  package init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds one ASCII byte.
  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// Adds a separator between two fields.
  mutating func comma() { bytes.append(0x2C) }

  /// Ends a line.
  mutating func newline() { bytes.append(0x0A) }

  /// Adds text.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds bytes.
  mutating func add(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  /// Adds a whole number, with zeros before it up to a number of digits.
  mutating func add(_ number: Int, width: Int = 1) {
    if number < 0 { bytes.append(0x2D) }
    var rest = number.magnitude
    let count = max(width, Self.digits(rest))
    var position = bytes.count + count
    for _ in 0..<count { bytes.append(0x30) }
    while rest > 0 {
      position -= 1
      let next = rest / 10
      bytes[position] = 0x30 + UInt8(truncatingIfNeeded: rest - next * 10)
      rest = next
    }
  }

  /// Adds a decimal number that is a whole number of `10^-places`: 1234 with 2 places is `12.34`.
  mutating func add(_ number: Int, places: Int) {
    guard places > 0 else { return add(number) }
    if number < 0 { bytes.append(0x2D) }
    var unit: UInt = 1
    for _ in 0..<places { unit *= 10 }
    let whole = number.magnitude / unit
    add(Int(whole))
    bytes.append(0x2E)
    add(Int(number.magnitude - whole * unit), width: places)
  }

  /// How many decimal digits a number has, at least 1.
  static func digits(_ number: UInt) -> Int {
    var count = 1
    var bound: UInt = 10
    while number >= bound, count < 19 {
      count += 1
      bound *= 10
    }
    return count
  }
}
