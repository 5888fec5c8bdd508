/// Fields of simple delimited text, one after the other.
///
/// It knows quoted fields without quotes or line ends inside, blanks around fields, LF and CRLF. Whatever else it meets is
/// odd, and somebody more careful has to look at it.
struct FieldScanner: ~Escapable {
  /// What ended a field.
  enum Stop {
    /// A delimiter: another field follows in the line.
    case delimiter
    /// The end of the line or of the text.
    case line
    /// Something this scanner does not understand.
    case odd
  }

  /// Where a field lies, blanks and quotes left out, and what ended it.
  struct Field {
    let range: Range<Int>
    let stop: Stop
  }

  private let bytes: Span<UInt8>
  private let delimiter: UInt8
  /// Where the next byte is.
  private(set) var position = 0

  /// - Parameters:
  ///   - bytes: the text, cut at line ends.
  ///   - delimiter: what stands between fields.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  @inline(__always)
  private func byte(_ position: Int) -> UInt8 { unsafe bytes[unchecked: position] }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != delimiter }

  /// Goes to the start of the next line that is not blank.
  ///
  /// - Returns: how many blank lines were passed over, or `nil` at the end.
  @_lifetime(self: copy self)
  mutating func nextLine() -> Int? {
    var blanks = 0
    while position < bytes.count {
      var probe = position
      while probe < bytes.count, isBlank(byte(probe)) { probe += 1 }
      if probe == bytes.count { return nil }
      if byte(probe) == 0x0D, probe + 1 < bytes.count, byte(probe + 1) == 0x0A { probe += 1 }
      guard byte(probe) == 0x0A else { return blanks }
      position = probe + 1
      blanks += 1
    }
    return nil
  }

  /// The next field of the line.
  @_lifetime(self: copy self)
  @inline(__always)
  mutating func field() -> Field {
    let count = bytes.count
    while position < count, isBlank(byte(position)) { position += 1 }
    if position < count, byte(position) == 0x22 { return quotedField() }
    let start = position
    while position < count {
      let next = byte(position)
      if next == delimiter || next == 0x0A || next == 0x0D { break }
      position += 1
    }
    var end = position
    while end > start, isBlank(byte(end - 1)) { end -= 1 }
    return Field(range: start..<end, stop: stop())
  }

  @_lifetime(self: copy self)
  private mutating func quotedField() -> Field {
    let start = position + 1
    position = start
    while position < bytes.count, byte(position) != 0x22 {
      if byte(position) == 0x0A || byte(position) == 0x0D { return Field(range: start..<start, stop: .odd) }
      position += 1
    }
    let end = position
    guard position < bytes.count else { return Field(range: start..<start, stop: .odd) }
    position += 1
    while position < bytes.count, isBlank(byte(position)) { position += 1 }
    return Field(range: start..<end, stop: stop())
  }

  /// What stands after a field, and a step over it.
  @_lifetime(self: copy self)
  @inline(__always)
  private mutating func stop() -> Stop {
    guard position < bytes.count else { return .line }
    let next = byte(position)
    position += 1
    if next == delimiter { return .delimiter }
    if next == 0x0A { return .line }
    if next == 0x0D, position < bytes.count, byte(position) == 0x0A {
      position += 1
      return .line
    }
    return .odd
  }
}
