import Testing

@testable import GraphModel

struct DecimalIdsTests {
  private func value(_ text: String) -> Int? { DecimalIds.value(of: Array(text.utf8).span) }

  @Test(arguments: [("0", 0), ("7", 7), ("10", 10), ("16777215", 16_777_215)])
  func `A whole number has its value`(text: String, expected: Int) {
    #expect(value(text) == expected)
  }

  @Test(arguments: ["", "07", "00", "-1", "+1", "1.0", "1e3", "P1", "16777216", "123456789", "1 ", "\u{661}"])
  func `What is written otherwise has none`(text: String) {
    #expect(value(text) == nil)
  }

  @Test func `What was remembered is found, of either sign, and nothing else`() {
    var ids = DecimalIds()
    #expect(ids.number(of: 3) == nil)
    for (value, number) in [(3, Int32(0)), (0, -1), (5000, 7), (16_777_215, -12)] { ids.set(number, for: value) }
    #expect(ids.number(of: 3) == 0)
    #expect(ids.number(of: 0) == -1)
    #expect(ids.number(of: 5000) == 7)
    #expect(ids.number(of: 16_777_215) == -12)
    #expect(ids.number(of: 4) == nil)
    #expect(ids.number(of: 16_000_000) == nil)
  }

  @Test func `The largest number is not mistaken for another`() {
    var ids = DecimalIds()
    ids.set(.max, for: 1)
    #expect(ids.number(of: 1) == nil)
  }
}
