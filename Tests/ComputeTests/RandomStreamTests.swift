import Testing

@testable import Compute

struct RandomStreamTests {
  /// Known answers of Random123 1.14 (`kat_vectors`, philox4x32-10).
  @Test func `Philox gives the known answers of Random123`() {
    let zero = RandomStream.philox(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(zero == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = RandomStream.philox(counter: (.max, .max, .max, .max), key: (.max, .max))
    #expect(ones == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    let pi = RandomStream.philox(
      counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
    #expect(pi == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  /// The words of the first known answer above, the low half of each number first.
  @Test func `a block of four words makes two numbers, low word first`() {
    var stream = RandomStream(seed: 0, stream: 0)
    #expect([stream.next(), stream.next()] == [0xe169_c58d_6627_e8d5, 0x9b00_dbd8_bc57_ac4c])
  }

  @Test func `seed, stream and index reach the generator whole`() {
    var stream = RandomStream(seed: 0x299f_31d0_a409_3822, stream: 0x0370_7344, index: 0x1319_8a2e_85a3_08d3)
    let words = RandomStream.philox(
      counter: (0, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
    #expect(stream.next() == UInt64(words.0) | UInt64(words.1) << 32)
  }

  @Test func `the second block counts on from the first`() {
    var stream = RandomStream(seed: 0, stream: 0)
    _ = (stream.next(), stream.next())
    let words = RandomStream.philox(counter: (1, 0, 0, 0), key: (0, 0))
    #expect(stream.next() == UInt64(words.0) | UInt64(words.1) << 32)
  }

  @Test func `a copy of a stream draws the same numbers as the stream`() {
    var stream = RandomStream(seed: 7, stream: 1)
    _ = stream.next()
    var copy = stream
    #expect(Self.draws(10, from: &copy) == Self.draws(10, from: &stream))
  }

  @Test func `drawing from one stream does not move another`() {
    var alone = RandomStream(seed: 3, stream: 0, index: 5)
    let expected = Self.draws(9, from: &alone)
    var one = RandomStream(seed: 3, stream: 0, index: 5)
    var other = RandomStream(seed: 3, stream: 0, index: 6)
    let interleaved = (0..<9).map { _ in
      _ = other.next()
      return one.next()
    }
    #expect(interleaved == expected)
  }

  @Test(arguments: [1, 2, 3])
  func `streams drawn on several threads give the numbers of one thread`(threads: Int) {
    func number(_ index: Int) -> [UInt64] {
      var stream = RandomStream(seed: 11, stream: 2, index: UInt64(index))
      return Self.draws(5, from: &stream)
    }
    #expect(Parallel.map(100, threads: ThreadCount(threads), number) == (0..<100).map(number))
  }

  /// 40,000 numbers of 64 bits: two of them are equal by chance in 4e-11 of all seeds.
  @Test func `no number occurs twice in a hundred streams that differ in one part each`() {
    var seen: Set<UInt64> = []
    for item in 0..<100 as Range<UInt64> {
      for var stream in [
        RandomStream(seed: 1, stream: 1, index: 1 + item), RandomStream(seed: 1, stream: 2 + UInt32(item), index: 1),
        RandomStream(seed: 2 + item, stream: 1, index: 1), RandomStream(seed: 1, stream: 1, index: (2 + item) << 32),
      ] {
        seen.formUnion(Self.draws(100, from: &stream))
      }
    }
    #expect(seen.count == 40_000)
  }

  private static func draws(_ count: Int, from stream: inout RandomStream) -> [UInt64] {
    (0..<count).map { _ in stream.next() }
  }
}
