import Compute
import Testing

struct ParallelTests {
  /// Every thread count from 1 to 3 with every number of blocks from 1 to 7.
  private static let splits = (1...3).flatMap { threads in (1...7).map { (threads, $0) } }

  @Test(arguments: splits)
  func `a filled array does not depend on threads and blocks`(threads: Int, blocks: Int) {
    var output = [UInt64](repeating: 0, count: 100)
    Parallel.fill(&output, blocks: Self.blocks(blocks, of: 100), threads: ThreadCount(threads)) { block, slice in
      for index in block { slice[index - block.lowerBound] = Self.number(index) }
    }
    #expect(output == (0..<100).map(Self.number))
  }

  @Test(arguments: splits)
  func `values of blocks come back in the order of the blocks`(threads: Int, blocks: Int) {
    var output = [UInt64](repeating: 0, count: 100)
    let blocks = Self.blocks(blocks, of: 100)
    let values = Parallel.fill(&output, blocks: blocks, threads: ThreadCount(threads)) { block, _ in block }
    #expect(values == blocks)
  }

  @Test func `a block sees what its part of the array held before`() {
    var output = Array(0..<10)
    let sums = Parallel.fill(&output, blocks: [0..<4, 4..<10], threads: ThreadCount(2)) { _, slice in
      slice.indices.reduce(0) { $0 + slice[$1] }
    }
    #expect(sums == [6, 39])
  }

  @Test func `what no block covers stays as it was`() {
    var output = Array(0..<6)
    Parallel.fill(&output, blocks: [1..<2, 4..<5], threads: ThreadCount(2)) { _, slice in slice[0] = -1 }
    #expect(output == [0, -1, 2, 3, -1, 5])
  }

  @Test func `an empty array is filled by no block`() {
    var output: [Int] = []
    let values = Parallel.fill(&output, blocks: [], threads: ThreadCount(2)) { _, _ in 1 }
    #expect(values.isEmpty)
  }

  @Test func `a block beyond the array traps`() async {
    await #expect(processExitsWith: .failure) {
      var output = [1, 2, 3]
      Parallel.fill(&output, blocks: [2..<4], threads: .one) { _, slice in slice[0] = 0 }
    }
  }

  @Test(arguments: 1...3, [0, 1, 2, 3, 100])
  func `mapped values come back in the order of the indices`(threads: Int, count: Int) {
    #expect(Parallel.map(count, threads: ThreadCount(threads), Self.number) == (0..<count).map(Self.number))
  }

  @Test func `a mapped value may be nil`() {
    let values: [Int?] = Parallel.map(4, threads: ThreadCount(2)) { $0 % 2 == 0 ? $0 : nil }
    #expect(values == [0, nil, 2, nil])
  }

  @Test(arguments: [(-1, 1), (0, 1), (1, 1), (5, 5)])
  func `a thread count is at least 1`(asked: Int, given: Int) {
    #expect(ThreadCount(asked).value == given)
  }

  private static func number(_ index: Int) -> UInt64 {
    var random = RandomStream(seed: 1, stream: 2, index: UInt64(index))
    return random.next()
  }

  /// `number` ranges of nearly equal length that cover 0..<count.
  private static func blocks(_ number: Int, of count: Int) -> [Range<Int>] {
    (0..<number).map { $0 * count / number..<($0 + 1) * count / number }
  }
}
