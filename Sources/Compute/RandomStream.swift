/// A stream of random numbers that is a pure function of (seed, stream, index).
///
/// The generator is Philox 4x32 with 10 rounds, a counter-based generator: the key is the seed, the counter is made of
/// the stream, the index and a running block number. Two streams with different (stream, index) never overlap, so work
/// that is split by block, person or replicate draws the same numbers on any number of threads.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
/// The tests hold it against the known answers of the authors' Random123 library.
///
/// Each (stream, index) yields 2^33 numbers of 64 bits before it would repeat; that limit traps.
public struct RandomStream: RandomNumberGenerator, Sendable {
  private let key: (UInt32, UInt32)
  private let stream: UInt32
  private let index: UInt64
  private var block: UInt32 = 0
  private var spare: UInt64?

  /// A stream for one purpose and one item.
  ///
  /// - Parameters:
  ///   - seed: the run's seed.
  ///   - stream: what the numbers are for (a rule, a null model, a generator's step).
  ///   - index: which item of that kind (a person, a replicate, a draw).
  public init(seed: UInt64, stream: UInt32, index: UInt64 = 0) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.stream = stream
    self.index = index
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    if let value = spare {
      spare = nil
      return value
    }
    let counter = (
      block, UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32), stream
    )
    let words = Self.philox(counter: counter, key: key)
    block += 1
    spare = UInt64(words.2) | UInt64(words.3) << 32
    return UInt64(words.0) | UInt64(words.1) << 32
  }

  /// Four random words for a counter and a key: the Philox 4x32-10 bijection.
  package static func philox(
    counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let p0 = UInt64(c0) * 0xD251_1F53
      let p1 = UInt64(c2) * 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: p1 >> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: p1)
      c2 = UInt32(truncatingIfNeeded: p0 >> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: p0)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }
}
