import Compute

extension TieSet {
  /// Cuts 0..<count into the blocks that are drawn at once.
  static func blocks(of count: Int, size: Int = blockSize) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
  }

  /// Adds exactly `count` new ties out of a numbered sequence of draws, as if drawn one by one, repeats passed over.
  ///
  /// - Parameters:
  ///   - count: how many ties are added; there must be so many pairs that can be drawn.
  ///   - threads: how many threads work at once.
  ///   - draw: the tie with a number; a pure function.
  /// - Returns: how many repeats were passed over.
  @discardableResult
  mutating func draw(_ count: Int, threads: ThreadCount, _ draw: (Int) -> DrawnTie) -> Int {
    var missing = count
    var next = 0
    while missing > 0 {
      let blocks = Self.blocks(of: missing)
      let first = next
      next += missing
      missing =
        insert(blocks: blocks.count, threads: threads) { block, ties in
          for index in blocks[block] { ties.append(draw(first + index)) }
        }.count
    }
    return next - count
  }
}
