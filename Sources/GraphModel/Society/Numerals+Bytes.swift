extension Numerals {
  /// The number that bytes stand for, or `nil` if they are no plain decimal number: the same as `number(_:)` of the text,
  /// bit for bit, without a `String` in nearly all cases.
  ///
  /// Up to 19 digits make a whole number; if it is below 2^53 and the power of ten at most 22, both are exact doubles and
  /// one multiplication or division rounds once (W. D. Clinger, "How to read floating point numbers accurately", PLDI
  /// 1990). Everything else goes the exact way.
  package static func number(_ bytes: Span<UInt8>) -> Double? {
    let count = bytes.count
    var position = 0
    var isNegative = false
    if count > 0, bytes[0] == 0x2D || bytes[0] == 0x2B {
      isNegative = bytes[0] == 0x2D
      position = 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    while position < count, bytes[position] &- 0x30 <= 9 {
      mantissa = mantissa &* 10 &+ UInt64(bytes[position] &- 0x30)
      digits += 1
      position += 1
    }
    if position < count, bytes[position] == 0x2E {
      position += 1
      let start = position
      while position < count, bytes[position] &- 0x30 <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(bytes[position] &- 0x30)
        digits += 1
        position += 1
      }
      scale = position - start
    }
    guard position == count, digits > 0, digits <= 19, mantissa < 1 << 53, scale <= 22 else {
      return unsafe bytes.withUnsafeBufferPointer { unsafe number(String(decoding: $0, as: UTF8.self)) }
    }
    let whole = Double(mantissa)
    let value = scale == 0 ? whole : whole / powersOfTen[scale]
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}
