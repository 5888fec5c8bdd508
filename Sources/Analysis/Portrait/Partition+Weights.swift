import Compute
import GraphModel

extension Partition {
  /// The weight between parts, added up: an undirected graph of the first parts.
  ///
  /// - Parameters:
  ///   - ties: symmetric ties of the people.
  ///   - limit: how many parts, the first ones, which are the largest.
  ///   - threads: how many threads work at once.
  /// - Returns: one row a part, without weight inside parts.
  /// - Complexity: O(people + arcs), and O(limit^2) for every million of arcs.
  package func weightsBetween(_ ties: TieTable, limit: Int, threads: ThreadCount) -> TieTable {
    let size = min(count, limit)
    guard size > 1 else { return TieTable(personCount: size, arcs: ArcList()) }
    let blocks = ties.rowBlocks(arcsPerBlock: 1 << 20)
    let sums = Parallel.map(blocks.count, threads: threads) { block in
      var sums = [Double](repeating: 0, count: size * size)
      for person in blocks[block] where (1...size).contains(parts[person]) {
        let row = (parts[person] - 1) * size
        ties.forEachTie(of: person) { neighbor, weight in
          let part = parts[neighbor]
          if part >= 1, part <= size { sums[row + part - 1] += weight }
        }
      }
      return sums
    }
    var arcs = ArcList()
    for one in 0..<size {
      for other in one + 1..<size {
        // Both directions, so that the table is symmetric to the last bit.
        let weight = sums.reduce(0) { $0 + $1[one * size + other] + $1[other * size + one] } / 2
        if weight > 0 { arcs.appendTie(one, other, weight) }
      }
    }
    return TieTable(personCount: size, arcs: arcs)
  }
}
