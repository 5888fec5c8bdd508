import Compute
import Testing

@testable import GraphModel

struct SortedIdsTests {
  private static let ids: TextList = [
    "b", "a", "ab", "é", "", "abcdefgh", "abcdefghi", "abcdefgg", "z", "\u{0}", "Z", "人",
  ]

  @Test func `people are in the order of their ids' bytes`() {
    let order = SortedIds.order(of: Self.ids).map { Self.ids[Int($0)] }
    #expect(order == Self.ids.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
  }

  @Test func `an order made here is found sound, and no other`() {
    let order = SortedIds.order(of: Self.ids)
    #expect(SortedIds.problem(SharedBuffer(order), of: Self.ids, threads: .one) == nil)
    for position in 1..<order.count {
      var other = order
      other.swapAt(position - 1, position)
      #expect(SortedIds.problem(SharedBuffer(other), of: Self.ids, threads: .one) != nil)
      other = order
      other[position] = order[position - 1]
      #expect(SortedIds.problem(SharedBuffer(other), of: Self.ids, threads: .one) != nil)
    }
  }

  @Test func `an order over several blocks is looked at where they meet`() {
    let ids = TextList((0..<40_000).map { "P\($0)" })
    let order = SortedIds.order(of: ids)
    #expect(SortedIds.problem(SharedBuffer(order), of: ids, threads: ThreadCount(3)) == nil)
    var other = order
    other.swapAt((1 << 14) - 1, 1 << 14)
    #expect(SortedIds.problem(SharedBuffer(other), of: ids, threads: ThreadCount(3)) != nil)
  }
}
