import Compute
import Testing

@testable import Exports
@testable import GraphModel

struct ByteTextTests {
  private func text(_ number: Double) -> String {
    var text = ByteText()
    text.append(number)
    return text.string
  }

  private func expectPlain(_ number: Double) {
    let written = text(number)
    let plain = Numerals.plain(number)
    // Millions of expectations are slow; only what fails is recorded.
    if written != plain { Issue.record("\(plain) was written as \(written)") }
  }

  static let numbers: [Double] = [
    0, -0.0, 1, -1, 10, 0.1, 0.2, 0.300_000_000_000_000_04, 1.717, 612.345_678_901_234_5, 0.5, 0.75, 99.5, 1e15, 1e16,
    1e17, 1e22, 1e23, 9_007_199_254_740_991, 9_007_199_254_740_992, 9_007_199_254_740_994, 0x1p52, 0x1.8p51,
    4_503_599_627_370_495.5, 0.001, 0.000_1, 0.000_122_070_312_5, 0.000_122_070_312_499_999_99, 1e-5, 1e-100,
    .leastNonzeroMagnitude,
    .leastNormalMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, .nan, -0.1, 0x1p-13, 0x1p-44, 9.5,
  ]

  @Test(arguments: numbers + numbers.map(\.nextUp) + numbers.map(\.nextDown))
  func `A number is written as its plain text`(number: Double) {
    #expect(text(number) == Numerals.plain(number))
  }

  @Test func `Numbers of any bits are written as their plain text`() {
    var random = RandomBits(seed: 11)
    for _ in 0..<100_000 { expectPlain(Double(bitPattern: random.next())) }
  }

  @Test func `Numbers of usual sizes are written as their plain text`() {
    var random = RandomBits(seed: 12)
    for exponent in -20...60 {
      for _ in 0..<3_000 {
        let fraction = Double(random.next() >> 11) * 0x1p-53
        expectPlain((1 + fraction) * Double(sign: .plus, exponent: exponent, significand: 1))
      }
    }
  }

  @Test func `Numbers of few digits are written as their plain text`() {
    var random = RandomBits(seed: 13)
    for places in 0...12 {
      var power = 1.0
      for _ in 0..<places { power *= 10 }
      for _ in 0..<5_000 { expectPlain(Double(random.next() % 1_000_000_007) / power) }
    }
  }

  /// Their neighbours below are twice as near as those above, and short fractions of two lie halfway between decimals.
  @Test func `Powers of two, their neighbours and short binary fractions are written as their plain text`() {
    for exponent in -80...80 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      for number in [power, power.nextUp, power.nextDown, -power] { expectPlain(number) }
      for odd in stride(from: 3.0, to: 400, by: 2) { expectPlain(odd * power) }
    }
  }

  @Test(arguments: [0, 1, -1, 9, 10, 99, 100, 12_345, -1_000_000, .max, .min])
  func `A whole number is written as it is`(number: Int) {
    var text = ByteText()
    text.append(number)
    #expect(text.string == String(number))
  }

  @Test func `Text that outgrows its memory is kept whole`() {
    var text = ByteText(capacity: 1)
    var expected = ""
    for number in 0..<3_000 {
      text.append(number)
      text.append(", é\n")
      text.append(0x2E as UInt8)
      expected += "\(number), é\n."
    }
    #expect(text.string == expected)
    text.clear()
    #expect(text.string.isEmpty)
  }

  @Test func `A part can be repeated, also when memory has to grow for it`() {
    var text = ByteText(capacity: 64)
    text.append("0123456789")
    for _ in 0..<30 { text.repeatBytes(2..<9) }
    #expect(text.string == "0123456789" + String(repeating: "2345678", count: 30))
  }

  @Test(arguments: ["", "a", "\u{FFFE}b", "a\u{FFFF}", "\u{FFFD}", "ﬁ", "\u{1}<\u{EFFF}"])
  func `What XML cannot hold is replaced, and nothing else`(content: String) {
    let kept = String(
      String.UnicodeScalarView(
        content.unicodeScalars.map { $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF ? "\u{FFFD}" : $0 }))
    #expect(XMLText.escaped(content) == kept.replacing("<", with: "&lt;"))
  }
}

/// Random bits by a counter (SplitMix64: Steele, Lea and Flood 2014).
struct RandomBits {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
