import Foundation

/// Blocks of text that several threads render at once and that are taken in their order, by one at a time.
///
/// A block belongs to the thread that took it until it is taken: a thread with a finished block waits until all blocks
/// before it have been. So no more blocks are under way than there are threads, and as a block hands over what it
/// has when it grows long (`Turn.spill`), the memory is at most about `Turn.limit` bytes a thread, whatever the input.
/// Threads take blocks in rising order, so the first one under way never waits for anybody.
package enum OrderedText {
  /// What stands between a block and whoever takes it.
  package struct Turn {
    /// How many bytes a block holds back at most, one row aside.
    package static let limit = 8 << 20

    fileprivate let line: Line
    fileprivate let block: Int

    /// Hands over what there is if it is much, after waiting for the blocks before.
    @inline(__always) package func spill(_ text: inout ByteText) {
      if text.count > Self.limit { line.write(&text, of: block) }
    }
  }

  /// Renders blocks and hands them over.
  ///
  /// - Parameters:
  ///   - blocks: what each block covers.
  ///   - threads: how many threads work at once; what is handed over does not depend on it.
  ///   - progress: is advanced by the length of each block's range when it has been taken.
  ///   - render: appends a block; called at most once a block, in any order, on any thread. It calls `Turn.spill` after
  ///     each row if blocks may be long.
  ///   - take: takes the next bytes; never called twice at once, and not again after it has thrown.
  /// - Returns: how many bytes were taken.
  /// - Throws: what `take` throws.
  package static func write<Failure: Error>(
    _ blocks: [Range<Int>], threads: ThreadCount, progress: Compute.Progress = .silent,
    render: (Range<Int>, inout ByteText, Turn) -> Void, to take: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let outcome = withoutActuallyEscaping(take) { take -> Result<Int, Failure> in
      var failure: Failure?
      var byteCount = 0
      let line = Line { bytes in
        // The line lets in one at a time, so nobody else is here.
        guard failure == nil else { return false }
        do throws(Failure) {
          try take(bytes)
          byteCount += bytes.count
          return true
        } catch {
          failure = error
          return false
        }
      }
      Parallel.forEach(blocks.count, threads: threads) { block in
        if !line.hasFailed {
          let page = line.freePage()
          render(blocks[block], &page.text, Turn(line: line, block: block))
          line.write(&page.text, of: block)
          line.release(page)
        }
        line.endTurn(of: block)
        progress.advance(by: blocks[block].count)
      }
      return failure.map { .failure($0) } ?? .success(byteCount)
    }
    return try outcome.get()
  }

  /// Memory for a block, used for one block after the other.
  fileprivate final class Page {
    var text = ByteText(capacity: 1 << 20)
  }

  /// Blocks in front of a taker, which lets in one after the other.
  fileprivate final class Line: @unchecked Sendable {
    // @unchecked: everything that changes is touched under the condition's lock only, except that bytes are taken
    // without it by the one thread whose block is `next`.
    private let condition = NSCondition()
    /// Takes bytes; whether it could.
    private let take: (Span<UInt8>) -> Bool
    private var next = 0
    private var isBroken = false
    private var pages: [Page] = []

    init(take: @escaping (Span<UInt8>) -> Bool) { self.take = take }

    var hasFailed: Bool { locked { isBroken } }

    func freePage() -> Page { locked { pages.popLast() } ?? Page() }

    func release(_ page: Page) { locked { pages.append(page) } }

    /// Hands over a text when the block's turn has come, and empties it.
    func write(_ text: inout ByteText, of block: Int) {
      waitForTurn(of: block)
      if !hasFailed, !take(text.span) { locked { isBroken = true } }
      text.clear()
    }

    /// Lets in the block behind, when the block's own turn has come.
    func endTurn(of block: Int) {
      waitForTurn(of: block)
      locked {
        next += 1
        condition.broadcast()
      }
    }

    private func waitForTurn(of block: Int) {
      locked { while next != block { condition.wait() } }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
      condition.lock()
      defer { condition.unlock() }
      return body()
    }
  }
}
