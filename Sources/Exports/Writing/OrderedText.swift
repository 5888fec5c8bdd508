import Compute
import Foundation

/// Blocks of text that several threads render at once and that stand in a file in their order.
///
/// A block belongs to the thread that took it until it is written: a thread with a finished block waits until all blocks
/// before it are in the file. So no more blocks are under way than there are threads, and as a block hands over what it
/// has when it grows long (`Turn.spill`), the memory is at most about `Turn.limit` bytes a thread, whatever the input.
/// Threads take blocks in rising order, so the first one under way never waits for anybody.
enum OrderedText {
  /// What stands between a block and the file.
  struct Turn {
    /// How many bytes a block holds back at most, one row aside.
    static let limit = 8 << 20

    fileprivate let line: Line
    fileprivate let block: Int

    /// Writes what there is if it is much, after waiting for the blocks before.
    @inline(__always) func spill(_ text: inout ByteText) {
      if text.count > Self.limit { line.write(&text, of: block) }
    }
  }

  /// Renders and writes blocks.
  ///
  /// - Parameters:
  ///   - blocks: what each block covers.
  ///   - file: where they are written, behind what is there.
  ///   - threads: how many threads work at once.
  ///   - progress: is advanced by the length of each block's range when it is written.
  ///   - render: appends a block; called at most once a block, in any order, on any thread.
  /// - Returns: how many bytes were written.
  static func write(
    _ blocks: [Range<Int>], to file: OutputFile, threads: ThreadCount, progress: Compute.Progress = .silent,
    _ render: (Range<Int>, inout ByteText, Turn) -> Void
  ) throws(ExportError) -> Int {
    let line = Line(file: file)
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
    return try line.result()
  }

  /// Memory for a block, used for one block after the other.
  fileprivate final class Page {
    var text = ByteText(capacity: 1 << 20)
  }

  /// Blocks in front of a file, which lets in one after the other.
  fileprivate final class Line: @unchecked Sendable {
    // @unchecked: everything that changes is touched under the condition's lock only, except that the file is written
    // without it by the one thread whose block is `next`.
    private let condition = NSCondition()
    private let file: OutputFile
    private var next = 0
    private var byteCount = 0
    private var failure: ExportError?
    private var pages: [Page] = []

    init(file: OutputFile) { self.file = file }

    var hasFailed: Bool { locked { failure != nil } }

    func freePage() -> Page { locked { pages.popLast() } ?? Page() }

    func release(_ page: Page) { locked { pages.append(page) } }

    /// Writes a text when the block's turn has come, and empties it.
    func write(_ text: inout ByteText, of block: Int) {
      waitForTurn(of: block)
      if !hasFailed {
        do throws(ExportError) {
          try file.write(text.span)
          locked { byteCount += text.count }
        } catch {
          locked { failure = error }
        }
      }
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

    func result() throws(ExportError) -> Int {
      let (failure, count) = locked { (self.failure, byteCount) }
      if let failure { throw failure }
      return count
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
