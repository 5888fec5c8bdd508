import Compute

/// Looks whether every arc has its reverse, of the same weight.
///
/// `quickProblem` adds up a keyed hash of ends and weight over all arcs, with a plus above the diagonal and a minus below
/// it: 0 if both sides hold the same ties. The key is drawn afresh each time, so that nobody can make a file whose sum is 0
/// by design; by chance it is once in about 2^60. The hash is two folded 128-bit products, as in Wang Yi's wyhash.
///
/// `problem` is exact. Rows are gone through from the first to the last, so the places where a row is asked for its reverses rise too: one
/// cursor a row finds all of them. Pieces of the rows have cursors of their own, set by halving when first asked for.
package enum SymmetryCheck {
  /// What `problem` finds, if the sum of hashes says that there is something to find.
  ///
  /// - Complexity: O(arcs), in the order of memory.
  static func quickProblem(_ ties: TieTable, threads: ThreadCount) -> String? {
    let key = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
      let product = one.multipliedFullWidth(by: other)
      return product.high ^ product.low
    }
    let blocks = ties.rowBlocks(arcsPerBlock: 1 << 17)
    let sums = Parallel.map(blocks.count, threads: threads) { block -> UInt64 in
      var sum: UInt64 = 0
      for person in blocks[block] {
        ties.forEachTie(of: person) { neighbor, weight in
          let ends = UInt64(min(person, neighbor)) << 32 | UInt64(max(person, neighbor))
          let hash = folded(folded(ends ^ key.0, weight.bitPattern ^ key.1), ends ^ key.2)
          if neighbor > person { sum &+= hash } else if neighbor < person { sum &-= hash }
        }
      }
      return sum
    }
    return sums.reduce(0, &+) == 0 ? nil : problem(ties, threads: threads)
  }

  /// The first arc without its reverse, as a sentence, or `nil`.
  ///
  /// - Parameter ties: ties whose rows are as `TieTable` describes.
  /// - Complexity: O(arcs + people log degree); 4 bytes a person and piece.
  package static func problem(_ ties: TieTable, threads: ThreadCount) -> String? {
    let blocks = ties.rowBlocks(arcsPerBlock: max(1 << 16, (ties.arcCount + 4 * ties.personCount) / 4 + 1))
    let found = Parallel.map(blocks.count, threads: threads) { block in problem(ties, rows: blocks[block]) ?? "" }
    return found.first { !$0.isEmpty }
  }

  private static func problem(_ ties: TieTable, rows: Range<Int>) -> String? {
    let columns = ties.rows.columns.span
    // How far each row has been gone through, from its start; -1: not asked for yet.
    var cursors = [Int32](repeating: -1, count: ties.personCount)
    for person in rows {
      for arc in ties.arcs(of: person) {
        let neighbor = Int(columns[arc])
        let row = ties.arcs(of: neighbor)
        var cursor =
          cursors[neighbor] < 0
          ? firstPlace(in: row, from: rows.lowerBound, columns) : row.lowerBound + Int(cursors[neighbor])
        while cursor < row.upperBound, columns[cursor] < person { cursor += 1 }
        guard cursor < row.upperBound, columns[cursor] == person else {
          return
            "\(neighbor) stands in row \(person), but \(person) not in row \(neighbor); an undirected layer has both"
        }
        if weight(ties, arc) != weight(ties, cursor) {
          return "\(person) and \(neighbor) are tied with two weights; an undirected layer has one"
        }
        cursors[neighbor] = Int32(truncatingIfNeeded: cursor - row.lowerBound)
      }
    }
    return nil
  }

  /// The first place in a row whose column is not below one.
  private static func firstPlace(in row: Range<Int>, from column: Int, _ columns: Span<Int32>) -> Int {
    var low = row.lowerBound
    var high = row.upperBound
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func weight(_ ties: TieTable, _ arc: Int) -> Double {
    switch ties.rows.values {
    case .equal(let weight): weight
    case .narrow(let buffer): Double(buffer[arc])
    case .wide(let buffer): buffer[arc]
    }
  }
}
