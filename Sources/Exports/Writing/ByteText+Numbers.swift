import Compute
import GraphModel

extension ByteText {
  /// Adds a number as `Numerals.plain` writes it: the shortest decimal that reads back to the same bits.
  mutating func append(_ number: Double) {
    let magnitude = number.magnitude
    // Above, not every whole number is a double; below, numbers are written with an exponent.
    guard magnitude < 0x1p53, magnitude >= 0x1p-13 || magnitude == 0 else { return append(Numerals.plain(number)) }
    let whole = UInt64(magnitude)
    if Double(whole) == magnitude {
      if number.sign == .minus { append(0x2D as UInt8) }
      return append(whole: whole)
    }
    guard let decimal = ShortestDecimal(magnitude) else { return append(Numerals.plain(number)) }
    if number.sign == .minus { append(0x2D as UInt8) }
    // At most 18 digits stand behind the point here, as the number has 17 significant ones at most or none before it.
    guard decimal.places < Self.powers.count else {
      append("0." as StaticString)
      return append(digits: decimal.digits, width: decimal.places)
    }
    let (before, behind) = decimal.digits.quotientAndRemainder(dividingBy: Self.powers[decimal.places])
    append(whole: before)
    append(0x2E as UInt8)
    append(digits: behind, width: decimal.places)
  }

  /// Adds one text of a list.
  @inline(__always) mutating func append(_ position: Int, of list: TextList) {
    append(list.utf8(of: position))
  }
}
