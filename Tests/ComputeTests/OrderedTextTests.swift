import Compute
import Synchronization
import Testing

struct OrderedTextTests {
  /// Adds up how far the work is said to be.
  private final class Counter: ProgressWatcher {
    let sum = Atomic<Int>(0)

    func began(_: Phase) {}
    func advanced(by amount: Int) { sum.add(amount, ordering: .relaxed) }
    func ended(_: PhaseWork) {}
  }

  private func write(
    blocks: [Range<Int>], threads: Int, row: (Int) -> String
  ) -> (text: String, count: Int, done: Int) {
    var taken: [UInt8] = []
    let counter = Counter()
    let count = OrderedText.write(blocks, threads: ThreadCount(threads), progress: Progress(counter)) {
      range, text, turn in
      for index in range {
        text.append(row(index))
        turn.spill(&text)
      }
    } to: { bytes in
      for index in bytes.indices { taken.append(bytes[index]) }
    }
    return (String(decoding: taken, as: UTF8.self), count, counter.sum.load(ordering: .relaxed))
  }

  @Test(arguments: [1, 2, 3, 7])
  func `Blocks stand in the file in their order, however long each takes`(threads: Int) {
    // Lengths of blocks and of rows differ by a rule that has nothing to do with threads.
    var blocks: [Range<Int>] = []
    var start = 0
    for block in 0..<200 {
      let length = (block * 7919) % 97
      blocks.append(start..<start + length)
      start += length
    }
    let row = { (index: Int) in String(repeating: "x", count: (index * 31) % 211) + "\(index)\n" }
    let written = write(blocks: blocks, threads: threads, row: row)
    let expected = (0..<start).map(row).joined()
    #expect(written.text == expected)
    #expect(written.count == expected.utf8.count)
    #expect(written.done == start)
  }

  @Test(arguments: [1, 3])
  func `A block longer than what is held back is written in pieces, in its place`(threads: Int) {
    let long = String(repeating: "0123456789abcde\n", count: 1 << 16)
    let blocks = [0..<1, 1..<31, 31..<32, 32..<50]
    let written = write(blocks: blocks, threads: threads) { "\($0) " + long }
    #expect(written.count > 3 * OrderedText.Turn.limit)
    #expect(written.text == (0..<50).map { "\($0) " + long }.joined())
  }

  @Test func `Nothing to write is written as nothing`() {
    #expect(write(blocks: [], threads: 3) { "\($0)" }.text.isEmpty)
    #expect(write(blocks: [0..<0, 0..<0], threads: 3) { "\($0)" }.text.isEmpty)
  }

  @Test(arguments: [1, 3])
  func `After an error no block is taken or rendered any more`(threads: Int) {
    struct Full: Error {}
    let rendered = Atomic<Int>(0)
    var taken = 0
    #expect(throws: Full.self) {
      try OrderedText.write(Blocks.even(count: 1000, size: 1), threads: ThreadCount(threads)) { range, text, _ in
        rendered.add(1, ordering: .relaxed)
        text.append(range.lowerBound)
      } to: { _ in
        taken += 1
        if taken == 20 { throw Full() }
      }
    }
    #expect(taken == 20)
    #expect(rendered.load(ordering: .relaxed) <= 20 + 2 * threads)
  }
}
