import Compute
import Testing

struct BlocksTests {
  @Test func `equal costs make equal blocks and a rest`() {
    #expect(Blocks.ranges(count: 10, target: 4) { _ in 1 } == [0..<4, 4..<8, 8..<10])
  }

  @Test func `an expensive index ends its block at once`() {
    #expect(Blocks.ranges(count: 5, target: 3) { [1, 9, 1, 1, 1][$0] } == [0..<2, 2..<5])
  }

  @Test func `nothing makes no blocks`() {
    #expect(Blocks.ranges(count: 0, target: 3) { _ in 1 }.isEmpty)
  }

  @Test func `a target above the whole cost makes one block`() {
    #expect(Blocks.ranges(count: 7, target: 100) { _ in 1 } == [0..<7])
  }

  @Test func `indices that cost nothing stay together`() {
    #expect(Blocks.ranges(count: 4, target: 1) { _ in 0 } == [0..<4])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `blocks cover every index once, in order`(seed: UInt64) {
    let (costs, target) = Self.costs(seed: seed)
    let blocks = Blocks.ranges(count: costs.count, target: target) { costs[$0] }
    #expect(blocks.flatMap { $0 } == Array(costs.indices))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `every block but the last reaches the target, and only with its last index`(seed: UInt64) {
    let (costs, target) = Self.costs(seed: seed)
    let blocks = Blocks.ranges(count: costs.count, target: target) { costs[$0] }
    #expect(
      blocks.dropLast().allSatisfy { block in
        costs[block].reduce(0, +) >= target && costs[block.dropLast()].reduce(0, +) < target
      })
  }

  private static func costs(seed: UInt64) -> (costs: [Int], target: Int) {
    var random = RandomStream(seed: seed, stream: 1)
    let costs = (0..<random.integer(below: 300)).map { _ in random.integer(below: 10) }
    return (costs, 1 + random.integer(below: 50))
  }
}
