import Compute
import Synchronization
import Testing

@testable import Exports

struct ByteSinkTests {
  @Test(arguments: [1, 3])
  func `A full disk is an error, and the rest is not rendered`(threads: Int) throws {
    let rendered = Atomic<Int>(0)
    #expect(throws: ExportError(.writing, "/dev/full", "writing failed; the disk may be full")) {
      var sink = try ByteSink(creating: "/dev/full")
      try sink.write(Blocks.even(count: 1000, size: 1), threads: ThreadCount(threads)) { range, text, _ in
        rendered.add(1, ordering: .relaxed)
        text.append(range.lowerBound)
      }
    }
    #expect(rendered.load(ordering: .relaxed) <= 2 * threads)
  }
}
