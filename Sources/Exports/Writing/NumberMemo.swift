import Compute

/// Numbers with their text: of a few thousand different weights each is rendered once.
///
/// Every number has one place, where the next one that belongs there takes over. What is written does not depend on it.
struct NumberMemo: ~Copyable {
  private static let slots = 1 << 12
  /// Texts are longer only with an exponent or a sign.
  private static let width = 24
  private var keys = [UInt64](repeating: 0, count: slots)
  private var lengths = [UInt8](repeating: 0, count: slots)
  private var texts = [UInt8](repeating: 0, count: slots * width)

  /// Adds a number as `ByteText.append` does.
  @inline(__always) mutating func append(_ number: Double, to text: inout ByteText) {
    let bits = number.bitPattern
    let slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 52)
    let length = Int(lengths[slot])
    if length > 0, keys[slot] == bits {
      text.append(texts.span.extracting(slot * Self.width..<slot * Self.width + length))
    } else {
      render(number, slot, to: &text)
    }
  }

  @inline(never) private mutating func render(_ number: Double, _ slot: Int, to text: inout ByteText) {
    let start = text.count
    text.append(number)
    let length = text.count - start
    guard length <= Self.width else { return }
    keys[slot] = number.bitPattern
    lengths[slot] = UInt8(length)
    let bytes = text.span
    for index in 0..<length { texts[slot * Self.width + index] = bytes[start + index] }
  }
}
