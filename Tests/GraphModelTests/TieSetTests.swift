import Compute
import Testing

@testable import GraphModel

struct TieSetTests {
  private func ties(_ pairs: [(Int, Int)], people: Int = 10, expected: Int = 10) -> TieSet {
    var set = TieSet(people: people, expected: expected)
    set.insert(blocks: 1, threads: .one) { _, drawn in drawn += pairs.map { DrawnTie($0, $1) } }
    return set
  }

  @Test func `ties stand in order with the lower person first`() {
    #expect(ties([(5, 1), (0, 9), (1, 2)]).pairs.map { [$0, $1] } == [[0, 9], [1, 2], [1, 5]])
  }

  @Test func `a repeat is left out and returned, whichever end comes first`() {
    var set = ties([(1, 5)])
    let left = set.insert(blocks: 1, threads: .one) { _, drawn in drawn += [DrawnTie(5, 1), DrawnTie(1, 6)] }
    #expect(left.map(\.pair) == [DrawnTie(1, 5).pair])
    #expect(set.count == 2)
  }

  @Test func `of two marks on one pair the unmarked one stays`() {
    var set = TieSet(people: 4, expected: 2)
    let left = set.insert(blocks: 2, threads: .one) { block, drawn in
      drawn.append(DrawnTie(0, 3, isMarked: block == 0))
    }
    #expect(left.map(\.isMarked) == [true])
    #expect(set.markedCount == 0)
  }

  @Test func `a tie between the largest indices keeps both`() {
    let tie = DrawnTie(2_147_483_646, 2_147_483_645, isMarked: true)
    #expect([tie.lower, tie.upper] == [2_147_483_645, 2_147_483_646])
  }

  @Test(arguments: [1, 2, 3, 7])
  func `the ties are those of a set, for any number of threads`(threads: Int) {
    let draw = { (index: Int) in
      var stream = RandomStream(seed: 3, stream: 900, index: UInt64(index))
      return DrawnTie(stream.integer(below: 700), 700 + stream.integer(below: 700))
    }
    var set = TieSet(people: 1400, expected: 200_000)
    let blocks = TieSet.blocks(of: 200_000)
    let left = set.insert(blocks: blocks.count, threads: ThreadCount(threads)) { block, drawn in
      drawn += blocks[block].map(draw)
    }
    let expected = Set((0..<200_000).map(draw))
    #expect(set.isSound)
    #expect(set.pairs.map { DrawnTie($0, $1) } == expected.sorted())
    #expect(left.count == 200_000 - expected.count)
  }

  @Test func `a tie is found from either end and no other is`() {
    let set = ties([(1, 5), (1, 7), (8, 2)])
    #expect(set.contains(7, 1) && set.contains(1, 5) && set.contains(2, 8))
    #expect(!set.contains(1, 6) && !set.contains(5, 7) && !set.contains(9, 0))
  }

  /// As if drawn one by one: the first 40 different pairs of the sequence.
  @Test func `a number of draws passes over repeats in order`() {
    let draw = { (index: Int) in
      var stream = RandomStream(seed: 8, stream: 901, index: UInt64(index))
      return DrawnTie(stream.integer(below: 7), 7 + stream.integer(below: 7))
    }
    var set = TieSet(people: 14, expected: 40)
    let repeats = set.draw(40, threads: .one, draw)
    var serial: Set<DrawnTie> = []
    var index = 0
    while serial.count < 40 {
      serial.insert(draw(index))
      index += 1
    }
    #expect(Set(set.pairs.map { DrawnTie($0, $1) }) == serial)
    #expect(repeats == index - 40)
  }
}
