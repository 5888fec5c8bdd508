import Compute

/// Blocks of bytes that are made by several threads and taken in order by one.
enum OrderedBlocks {
  /// How many blocks are in the making for each thread; twice as many are in memory at most.
  private static let blocksPerThread = 8

  /// Makes blocks 0..<count and hands each to `take`, in order.
  ///
  /// While the blocks of one window are made, those of the window before are taken.
  ///
  /// - Parameters:
  ///   - count: how many blocks there are.
  ///   - threads: how many threads work at once; what is taken does not depend on it.
  ///   - make: makes a block; called once a block, in any order, on any thread.
  ///   - take: takes the next block; never called twice at once. After it has thrown, it is not called again.
  /// - Throws: what `take` throws.
  static func run(
    count: Int, threads: ThreadCount, make: (Int) -> [UInt8], take: ([UInt8]) throws -> Void
  ) throws {
    let window = blocksPerThread * threads.value
    var ready: [[UInt8]] = []
    var next = 0
    while next < count || !ready.isEmpty {
      let range = next..<min(count, next + window)
      let taken = ready
      let parts = Parallel.map(range.count + 1, threads: threads) { index -> Part in
        index == 0 ? .taken(Result { try taken.forEach(take) }) : .made(make(range.lowerBound + index - 1))
      }
      ready = []
      for part in parts {
        switch part {
        case .taken(let result): try result.get()
        case .made(let bytes): ready.append(bytes)
        }
      }
      next = range.upperBound
    }
  }

  private enum Part: Sendable {
    case taken(Result<Void, any Error>)
    case made([UInt8])
  }
}
