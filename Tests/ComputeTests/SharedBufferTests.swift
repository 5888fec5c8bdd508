import Compute
import Testing

struct SharedBufferTests {
  @Test(arguments: [[], [1], [3, 1, 2]] as [[Double]])
  func `a buffer holds the values of its array`(values: [Double]) {
    let buffer = SharedBuffer(values)
    #expect((0..<buffer.count).map { buffer[$0] } == values)
  }

  @Test func `the span and the subscript show the same values`() {
    let buffer = SharedBuffer([5, 6, 7] as [Int32])
    let span = buffer.span
    #expect(span.indices.map { span[$0] } == (0..<3).map { buffer[$0] })
  }

  @Test func `values that fill does not write are 0`() {
    let buffer = SharedBuffer<Double>(count: 3) { $0[1] = 8 }
    #expect((0..<3).map { buffer[$0] } == [0, 8, 0])
  }

  @Test func `an error while filling reaches the caller`() {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try SharedBuffer<Int>(count: 2) { _ throws in throw Stop() } }
  }

  @Test func `a copy outlives the original`() {
    var original: SharedBuffer<Int>? = SharedBuffer([1, 2, 3])
    let copy = original
    original = nil
    #expect(copy?[2] == 3)
  }

  @Test func `several threads read one buffer`() {
    let buffer = SharedBuffer((0..<1000).map { $0 * $0 })
    #expect(Parallel.map(1000, threads: ThreadCount(3)) { buffer[$0] } == (0..<1000).map { $0 * $0 })
  }

  @Test(arguments: [-1, 3])
  func `an index beyond the buffer traps`(index: Int) async {
    await #expect(processExitsWith: .failure) { [index] in
      _ = SharedBuffer([1, 2, 3])[index]
    }
  }
}
