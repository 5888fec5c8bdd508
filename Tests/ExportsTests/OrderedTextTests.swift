import Compute
import Synchronization
import Testing

@testable import Exports

struct OrderedTextTests {
  private let folder = TemporaryFolder()

  /// Adds up how far the work is said to be.
  private final class Counter: ProgressWatcher {
    let sum = Atomic<Int>(0)

    func began(_: Phase) {}
    func advanced(by amount: Int) { sum.add(amount, ordering: .relaxed) }
    func ended(_: PhaseWork) {}
  }

  private func write(
    blocks: [Range<Int>], threads: Int, row: (Int) -> String
  ) throws -> (text: String, count: Int, done: Int) {
    let path = folder.path("text")
    let counter = Counter()
    let file = try OutputFile(creating: path)
    let count = try OrderedText.write(
      blocks, to: file, threads: ThreadCount(threads), progress: Progress(counter)
    ) { range, text, turn in
      for index in range {
        text.append(row(index))
        turn.spill(&text)
      }
    }
    try file.close()
    return (try folder.text("text"), count, counter.sum.load(ordering: .relaxed))
  }

  @Test(arguments: [1, 2, 3, 7])
  func `Blocks stand in the file in their order, however long each takes`(threads: Int) throws {
    // Lengths of blocks and of rows differ by a rule that has nothing to do with threads.
    var blocks: [Range<Int>] = []
    var start = 0
    for block in 0..<200 {
      let length = (block * 7919) % 97
      blocks.append(start..<start + length)
      start += length
    }
    let row = { (index: Int) in String(repeating: "x", count: (index * 31) % 211) + "\(index)\n" }
    let written = try write(blocks: blocks, threads: threads, row: row)
    let expected = (0..<start).map(row).joined()
    #expect(written.text == expected)
    #expect(written.count == expected.utf8.count)
    #expect(written.done == start)
  }

  @Test(arguments: [1, 3])
  func `A block longer than what is held back is written in pieces, in its place`(threads: Int) throws {
    let long = String(repeating: "0123456789abcde\n", count: 1 << 16)
    let blocks = [0..<1, 1..<31, 31..<32, 32..<50]
    let written = try write(blocks: blocks, threads: threads) { "\($0) " + long }
    #expect(written.count > 3 * OrderedText.Turn.limit)
    #expect(written.text == (0..<50).map { "\($0) " + long }.joined())
  }

  @Test func `Nothing to write is written as nothing`() throws {
    #expect(try write(blocks: [], threads: 3) { "\($0)" }.text.isEmpty)
    #expect(try write(blocks: [0..<0, 0..<0], threads: 3) { "\($0)" }.text.isEmpty)
  }

  @Test(arguments: [1, 3])
  func `A full disk is an error, and the rest is not rendered`(threads: Int) throws {
    let rendered = Atomic<Int>(0)
    let file = try OutputFile(creating: "/dev/full")
    #expect(throws: ExportError(.writing, "/dev/full", "writing failed; the disk may be full")) {
      try OrderedText.write(
        Blocks.even(count: 1000, size: 1), to: file, threads: ThreadCount(threads)
      ) { range, text, _ in
        rendered.add(1, ordering: .relaxed)
        text.append(range.lowerBound)
      }
    }
    #expect(rendered.load(ordering: .relaxed) <= 2 * threads)
  }
}
