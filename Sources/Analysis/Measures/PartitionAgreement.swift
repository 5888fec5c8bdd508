import Compute
import Foundation
import GraphModel

/// How far two divisions of people agree, over the people who belong to a part in both.
public struct PartitionAgreement: Sendable {
  /// How many people there are.
  public let people: Int
  private let cells: [Int]
  private let rows: [Int]
  private let columns: [Int]

  private static let tableLimit = 1 << 20

  /// Two partitions of the same people.
  ///
  /// - Complexity: O(people log people).
  public init(_ one: Partition, _ other: Partition) {
    precondition(one.parts.count == other.parts.count, "two partitions of the same people")
    var rows = [Int](repeating: 0, count: one.count)
    var columns = [Int](repeating: 0, count: other.count)
    // A table where that is small, else a list of who is where.
    var table = [Int](repeating: 0, count: one.count * other.count <= Self.tableLimit ? one.count * other.count : 0)
    var keys: [Int] = []
    var people = 0
    for (first, second) in zip(one.parts, other.parts) where first > 0 && second > 0 {
      rows[first - 1] += 1
      columns[second - 1] += 1
      people += 1
      let key = (first - 1) * other.count + second - 1
      if table.isEmpty { keys.append(key) } else { table[key] += 1 }
    }
    var cells = table.filter { $0 > 0 }
    keys.sort()
    for (position, key) in keys.enumerated() {
      if position > 0, keys[position - 1] == key { cells[cells.count - 1] += 1 } else { cells.append(1) }
    }
    self.people = people
    self.cells = cells
    self.rows = rows.filter { $0 > 0 }
    self.columns = columns.filter { $0 > 0 }
  }

  /// Normalised mutual information, 0 (one says nothing of the other) to 1 (they are the same): `2 I / (H_1 + H_2)`.
  ///
  /// It is above 0 by chance, the more so the more parts there are. Source: L. Danon, A. Díaz-Guilera, J. Duch, A. Arenas,
  /// "Comparing community structure identification", J. Stat. Mech. (2005) P09008.
  ///
  /// - Returns: `nil` if both have one part only.
  public var normalisedMutualInformation: Double? {
    let sum = Self.entropy(rows, people) + Self.entropy(columns, people)
    guard sum > 0 else { return nil }
    return min(1, max(0, 2 * (sum - Self.entropy(cells, people)) / sum))
  }

  /// The adjusted Rand index: 1 the same, 0 as alike as chance would have it, below that less.
  ///
  /// `(sum C(n_ij, 2) - E) / ((sum C(a_i, 2) + sum C(b_j, 2)) / 2 - E)` with `E` the product of the two sums over C(n, 2).
  /// Source: L. Hubert, P. Arabie, "Comparing partitions", Journal of Classification 2 (1985) 193-218.
  ///
  /// - Returns: `nil` if the two cannot differ: one part each, or everyone alone in both.
  public var adjustedRand: Double? {
    func pairs(_ counts: [Int]) -> Double { counts.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 } }
    guard people > 1 else { return nil }
    let (first, second) = (pairs(rows), pairs(columns))
    let expected = first / pairs([people]) * second
    let spread = (first + second) / 2 - expected
    return spread > 0 ? (pairs(cells) - expected) / spread : nil
  }

  private static func entropy(_ counts: [Int], _ people: Int) -> Double {
    counts.map { count in
      let share = Double(count) / Double(people)
      return -share * log(share)
    }.compensatedSum
  }
}
