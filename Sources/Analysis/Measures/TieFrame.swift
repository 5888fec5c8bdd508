import Compute
import GraphModel

/// What the measures of sorting need of a table of ties, worked out once and used for many sets of scores.
package struct TieFrame: Sendable {
  let ties: TieTable
  /// The ties turned round; the same table where that changes nothing.
  let reversed: TieTable
  /// Whether weights count, or every arc counts 1.
  let isWeighted: Bool
  /// Whether the table is known to be symmetric.
  let isSymmetric: Bool
  /// The people with a tie in either direction, rising.
  let tied: [Int]
  /// Row sums: what leaves each person.
  let outgoing: [Double]
  /// Column sums: what arrives at each person.
  let incoming: [Double]
  /// Column sums of the row-standardised weights.
  let standardIncoming: [Double]
  /// The sum of all weights.
  let total: Double
  /// How many rows are not empty; the sum `S0` of the row-standardised weights.
  let rowCount: Int
  /// People in blocks of about as many arcs.
  let blocks: [Range<Int>]

  /// A frame on a table.
  ///
  /// - Parameters:
  ///   - ties: the table.
  ///   - isWeighted: whether weights count.
  ///   - isSymmetric: whether the table is known to be symmetric.
  ///   - reversed: the table turned round, if it is at hand.
  ///   - threads: how many threads work at once.
  package init(
    _ ties: TieTable, isWeighted: Bool, isSymmetric: Bool = false, reversed: TieTable? = nil,
    threads: ThreadCount = .one
  ) {
    self.ties = ties
    self.isWeighted = isWeighted
    self.isSymmetric = isSymmetric
    let reversed = isSymmetric ? ties : reversed ?? ties.transposed(threads: threads)
    self.reversed = reversed
    let blocks = ties.rowBlocks()
    self.blocks = blocks
    let outgoing = Self.sums(ties, isWeighted, threads)
    let incoming = isSymmetric ? outgoing : Self.sums(reversed, isWeighted, threads)
    let reciprocals = outgoing.map { $0 > 0 ? 1 / $0 : 0 }
    var standard = outgoing
    Parallel.fill(&standard, blocks: blocks, threads: threads) { block, slice in
      reversed.weightedSums(of: reciprocals.span, for: block, isCounting: !isWeighted, into: &slice)
    }
    self.outgoing = outgoing
    self.incoming = incoming
    standardIncoming = standard
    tied = outgoing.indices.filter { outgoing[$0] > 0 || incoming[$0] > 0 }
    total = outgoing.compensatedSum
    rowCount = outgoing.count { $0 > 0 }
  }

  private static func sums(_ ties: TieTable, _ isWeighted: Bool, _ threads: ThreadCount) -> [Double] {
    isWeighted ? ties.strengths(threads: threads) : (0..<ties.personCount).map { Double(ties.degree(of: $0)) }
  }

  /// The sum of a term over the people with ties, block by block.
  ///
  /// - Parameter term: adds the terms of a range of people; it passes over people without ties itself.
  func sum<Sums: Sendable>(
    threads: ThreadCount, _ empty: Sums, _ term: (Range<Int>, inout Sums) -> Void, _ combine: (inout Sums, Sums) -> Void
  ) -> Sums {
    let parts = Parallel.map(blocks.count, threads: threads) { block in
      var sums = empty
      term(blocks[block], &sums)
      return sums
    }
    return parts.reduce(into: empty) { combine(&$0, $1) }
  }

  /// Whether another frame is of the very same table.
  func hasTies(of other: TieFrame) -> Bool { ties.isSameTable(as: other.ties) }

  /// Whether a person has a tie in either direction.
  func isTied(_ person: Int) -> Bool { outgoing[person] > 0 || incoming[person] > 0 }
}
