/// How many threads may work at once.
///
/// The answer of every computation is the same for any number.
public struct ThreadCount: Sendable, Equatable {
  /// The number of threads, at least 1.
  public let value: Int

  /// A number of threads; values below 1 count as 1.
  public init(_ value: Int) { self.value = max(1, value) }

  /// One thread.
  public static var one: ThreadCount { ThreadCount(1) }
}

/// Work split into blocks that depend on the input only, spread over threads.
///
/// A block writes only its own part of the output or returns its own value; partial values are combined by the caller in
/// the order of the blocks. So the bits of the result do not depend on the number of threads.
public enum Parallel {
  /// Fills an array block by block, and collects one value a block.
  ///
  /// - Parameters:
  ///   - output: the array; every block's slice of it is handed to `body` as a span that starts at the block's first index.
  ///   - blocks: disjoint ranges of indices of `output`.
  ///   - threads: how many threads work at once.
  ///   - body: fills one block; called once a block, in any order, on any thread.
  /// - Returns: what `body` returned, in the order of the blocks.
  @discardableResult
  public static func fill<Element: BitwiseCopyable, Value: Sendable>(
    _ output: inout [Element], blocks: [Range<Int>], threads: ThreadCount,
    _ body: (Range<Int>, inout MutableSpan<Element>) -> Value
  ) -> [Value] {
    let count = output.count
    return unsafe output.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let target = unsafe Target(base: base)
      return map(blocks.count, threads: threads) { index in
        let block = blocks[index]
        precondition(block.lowerBound >= 0 && block.upperBound <= count, "block out of range")
        var slice = unsafe MutableSpan(_unsafeStart: target.base + block.lowerBound, count: block.count)
        return body(block, &slice)
      }
    }
  }

  /// One value for each index in 0..<count, in the order of the indices.
  public static func map<Value: Sendable>(
    _ count: Int, threads: ThreadCount, _ body: (Int) -> Value
  ) -> [Value] {
    var values = [Value?](repeating: nil, count: count)
    unsafe values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let target = unsafe Target(base: base)
      forEach(count, threads: threads) { index in
        unsafe target.base[index] = body(index)
      }
    }
    return values.compactMap { $0 }
  }

  /// Calls `body` once for each index in 0..<count, in any order, on up to `threads` threads.
  ///
  /// `body` writes only what belongs to its index.
  public static func forEach(_ count: Int, threads: ThreadCount, _ body: (Int) -> Void) {
    let workers = min(threads.value, count)
    guard workers > 1 else {
      for index in 0..<count { body(index) }
      return
    }
    withoutActuallyEscaping(body) { body in
      let shared = Work(body: body)
      WorkerPool.shared.run(count, threads: workers) { shared.body($0) }
    }
  }

  /// The output's address, carried into concurrent code that writes disjoint parts of it.
  @safe private struct Target<Element>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
  }

  /// The body of a loop, carried into concurrent code.
  ///
  /// The callers above see to it that two calls never write one place.
  private struct Work: @unchecked Sendable {
    let body: (Int) -> Void
  }
}
