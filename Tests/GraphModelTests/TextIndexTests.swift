import Compute
import Testing

@testable import GraphModel

struct TextIndexTests {
  @Test func `texts are numbered in the order they come`() {
    var index = TextIndex()
    let numbers = ["b", "a", "b", "", "a"].map { index.add($0).index }
    #expect(numbers == [0, 1, 0, 2, 1])
    #expect(Array(index.list) == ["b", "a", ""])
  }

  @Test func `one letter in two ways of writing is one text, as it was first written`() {
    var index = TextIndex()
    let numbers = ["Zoe\u{308}", "Zoë", "Zoe"].map { index.add($0).index }
    #expect(numbers == [0, 0, 1])
    #expect(index[0].unicodeScalars.count == 4)
    #expect(index.index(of: "Zoë") == 0)
  }

  @Test func `texts that differ in leading zeros or length differ`() {
    var index = TextIndex()
    let numbers = ["7", "07", "007", "\u{0}7", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaa\u{0}"].map { index.add($0).index }
    #expect(numbers == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `an index holds what a dictionary holds`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 203)
    var index = TextIndex()
    var numbers: [String: Int32] = [:]
    for _ in 0..<3_000 {
      let text = "\(["p", "person-number-", "é", ""][random.integer(below: 4)])\(random.integer(below: 800))"
      let expected = numbers[text] ?? Int32(numbers.count)
      let isNew = numbers[text] == nil
      numbers[text] = expected
      #expect(index.add(text) == (expected, isNew))
    }
    #expect(index.count == numbers.count)
    #expect(numbers.allSatisfy { index.index(of: $0.key) == $0.value })
    #expect(index.index(of: "nobody") == nil && index.index(of: "niemand\u{308}") == nil)
  }
}
