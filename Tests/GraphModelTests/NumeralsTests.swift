import Compute
import GraphModel
import Testing

struct NumeralsTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("+7", 7), ("-7.5", -7.5), (".5", 0.5), ("5.", 5), ("007", 7), ("1e3", 1000),
      ("1E+3", 1000), ("2.5e-1", 0.25), ("0.1", 0.1), ("1e-999", 0),
      ("12345678901234567890", 12_345_678_901_234_567_168),
    ] as [(String, Double)])
  func `plain decimal numbers are read`(text: String, value: Double) {
    #expect(Numerals.number(text) == value)
  }

  @Test(arguments: [("1e999", Double.infinity), ("-1e999", -.infinity)])
  func `a number too large for a double is infinite`(text: String, value: Double) {
    #expect(Numerals.number(text) == value)
  }

  @Test(
    arguments: [
      "", " ", " 1", "1 ", ".", "+", "-", "e", "1e", "1e+", "e5", ".e1", "--1", "1.2.3", "1,5", "1_000", "1 000", "nan",
      "NaN", "inf", "Infinity", "-inf", "0x10", "0x1p3", "1f", "one", "１", "1\0", "½", "−1",
    ])
  func `a text that is no plain decimal number is refused`(text: String) {
    #expect(Numerals.number(text) == nil)
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1"), (-2, "-2"), (0.5, "0.5"), (0.1, "0.1"), (950, "950"), (1e15, "1000000000000000"),
      (1e16, "1e+16"),
      (1e-7, "1e-07"), (1 / 3, "0.3333333333333333"),
    ] as [(Double, String)])
  func `numbers are written short and without a trailing zero`(value: Double, text: String) {
    #expect(Numerals.plain(value) == text)
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `a number that is written is read back to the same bits`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 103)
    let values = (0..<1000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    #expect(values.map { Numerals.number(Numerals.plain($0))?.bitPattern } == values.map(\.bitPattern))
  }
}
