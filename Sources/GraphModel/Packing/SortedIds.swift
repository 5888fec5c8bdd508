import Compute

/// People in the order of their ids' bytes, so that one is found by halving.
package enum SortedIds {
  /// The people in the order of their ids' bytes.
  ///
  /// - Complexity: O(n log n); most comparisons are of two numbers, the ids' first 8 bytes.
  package static func order(of ids: TextList) -> [Int32] {
    let keys = ids.indices.map { position in (first: ids.withBytes(of: position, head), person: Int32(position)) }
    return keys.sorted { one, other in
      if one.first != other.first { return one.first < other.first }
      return isBefore(ids, Int(one.person), Int(other.person))
    }.map(\.person)
  }

  /// Whether one person's id comes before another's.
  package static func isBefore(_ ids: TextList, _ one: Int, _ other: Int) -> Bool {
    ids.withBytes(of: one) { first in
      ids.withBytes(of: other) { second in
        for index in 0..<min(first.count, second.count) where first[index] != second[index] {
          return first[index] < second[index]
        }
        return first.count < second.count
      }
    }
  }

  /// The first 8 bytes as a number that is ordered as they are.
  private static func head(_ bytes: Span<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<8 { key = key << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    return key
  }

  /// What is wrong with an order, a sentence without a full stop, or `nil`.
  ///
  /// People who are in range and whose ids rise are all there, each once, and no two ids are the same.
  static func problem(_ order: SharedBuffer<Int32>, of ids: TextList, threads: ThreadCount) -> String? {
    let blocks = Blocks.even(count: order.count, size: 1 << 14)
    let found = Parallel.map(blocks.count, threads: threads) { block -> String in
      let span = order.span
      for position in blocks[block] where span[position] < 0 || span[position] >= ids.count {
        return "element \(position) is \(span[position]); 0 to \(ids.count - 1) was expected"
      }
      return ""
    }
    if let problem = found.first(where: { !$0.isEmpty }) { return problem }
    let unordered = Parallel.map(blocks.count, threads: threads) { block -> String in
      let span = order.span
      for position in blocks[block].dropFirst(block == 0 ? 1 : 0) {
        let (before, here) = (Int(span[position - 1]), Int(span[position]))
        if isBefore(ids, before, here) { continue }
        let isTwice = before == here || !isBefore(ids, here, before)
        return isTwice
          ? "\"\(ids[here])\" stands there twice, at elements \(position - 1) and \(position); each id once was expected"
          : "element \(position) is \"\(ids[here])\", behind \"\(ids[before])\"; the order of the ids' bytes was expected"
      }
      return ""
    }
    return unordered.first { !$0.isEmpty }
  }
}
