/// How rows are cut into blocks for threads: by the input alone, never by the number of threads.
public enum Blocks {
  /// Cuts 0..<count into ranges of nearly equal cost.
  ///
  /// A block ends at the first index where its cost reaches `target`. One expensive index makes a block of its own size.
  ///
  /// - Parameters:
  ///   - count: how many indices there are.
  ///   - target: the cost of one block, at least 1.
  ///   - cost: the cost of one index, 0 or more.
  /// - Complexity: O(count).
  public static func ranges(count: Int, target: Int, cost: (Int) -> Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var sum = 0
    for index in 0..<count {
      sum += cost(index)
      if sum >= target {
        ranges.append(start..<index + 1)
        start = index + 1
        sum = 0
      }
    }
    if start < count { ranges.append(start..<count) }
    return ranges
  }

  /// Cuts 0..<count into ranges of one size, the last one smaller.
  public static func even(count: Int, size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: max(1, size)).map { $0..<min(count, $0 + max(1, size)) }
  }
}
