import Compute

/// The ties of one layer, compressed by rows: row i lists the people who influence person i, and how much.
///
/// An arc `i -> j` with weight w says that i is influenced by j with weight w, `A_ij = w`. An undirected tie is two arcs.
/// Inside a row the neighbours rise; no arc occurs twice; every weight is positive and finite.
///
/// Rows are read only through the methods here, so that other forms of storage (heap, mapped files, edits) can stand behind
/// them without a change elsewhere. Memory: 4 bytes an arc and 4 a person (8 from 2^32 arcs on); another 4 bytes an arc if
/// weights differ and all of them are exactly 32-bit floats, 8 if not.
public struct TieTable: Sendable {
  /// The matrix `A`.
  @usableFromInline package let rows: SparseRows

  /// The least weight that is read as a tie: products of smaller ones with scores would lose digits.
  package static let leastWeight = 1e-100

  /// Ties whose rows are as described above.
  package init(rows: SparseRows) {
    precondition(rows.rowCount == rows.columnCount, "one row and one column a person")
    self.rows = rows
  }

  /// How many rows there are: one a person.
  @inlinable public var personCount: Int { rows.rowCount }

  /// How many arcs there are.
  @inlinable public var arcCount: Int { rows.entryCount }

  /// Where a row's arcs lie in the order of all arcs.
  @inlinable public func arcs(of person: Int) -> Range<Int> { rows.entries(of: person) }

  /// How many arcs a person's row has.
  @inlinable public func degree(of person: Int) -> Int { rows.entries(of: person).count }

  /// Calls `body` with each neighbour and weight of a row, neighbours rising.
  @inlinable public func forEachTie(of person: Int, _ body: (Int, Double) throws -> Void) rethrows {
    try rows.forEachEntry(of: person, body)
  }

  /// Whether both are the same table in memory, not only equal ones.
  package func isSameTable(as other: TieTable) -> Bool { rows.hasStorage(of: other.rows) }

  // MARK: Sums over rows

  /// The sum over the row of weight times the neighbour's value: `(A x)_i`.
  ///
  /// - Complexity: O(degree); see `SparseRows.multiply` for the order of the sum and its rounding.
  public func weightedSum(of values: Span<Double>, for person: Int) -> Double { rows.multiply(person, by: values) }

  /// The sum of the neighbours' values, weights left out.
  ///
  /// - Complexity: O(degree).
  public func sum(of values: Span<Double>, for person: Int) -> Double {
    rows.multiply(person, by: values, isCounting: true)
  }

  /// The sums `(A x)_i` of a range of people, one after the other from the start of `sums`.
  ///
  /// - Parameters:
  ///   - values: one value a person.
  ///   - people: whose sums.
  ///   - isCounting: whether every arc counts 1, whatever its weight.
  ///   - sums: one place for each of `people` at least.
  package func weightedSums(
    of values: Span<Double>, for people: Range<Int>, isCounting: Bool = false, into sums: inout MutableSpan<Double>
  ) {
    rows.multiply(people, by: values, isCounting: isCounting, into: &sums)
  }

  /// The sums `(A x)_i` of people in any order, one after the other from the start of `sums`.
  package func weightedSums(of values: Span<Double>, for people: Span<Int32>, into sums: inout MutableSpan<Double>) {
    rows.multiply(people, by: values, into: &sums)
  }

  /// The row sum of a person, `d_i`; 0 without ties.
  public func strength(of person: Int) -> Double {
    // Every partial sum of equal weights of a few digits is exact, and so is the product.
    if case .equal(let weight) = rows.values, weight.significandWidth <= 20, weight > Self.leastWeight, weight < 1e100 {
      return Double(degree(of: person)) * weight
    }
    var sum = CompensatedSum()
    forEachTie(of: person) { _, weight in sum.add(weight) }
    return sum.value
  }

  /// All row sums.
  public var strengths: [Double] { strengths(threads: .one) }

  /// All row sums.
  public func strengths(threads: ThreadCount) -> [Double] {
    var strengths = [Double](repeating: 0, count: personCount)
    Parallel.fill(&strengths, blocks: rowBlocks(), threads: threads) { block, slice in
      for person in block { slice[person - block.lowerBound] = strength(of: person) }
    }
    return strengths
  }

  /// The sum of all weights.
  public var totalWeight: Double { strengths.compensatedSum }

  // MARK: What kind of ties

  /// Whether any arc has a weight other than 1.
  public var hasWeights: Bool {
    if case .equal(let weight) = rows.values { return weight != 1 && arcCount > 0 }
    return true
  }

  /// How many arcs lead from a person to the same person.
  ///
  /// - Complexity: O(people log degree).
  public var selfTieCount: Int { (0..<personCount).count { hasTie(from: $0, to: $0) } }

  /// Whether a person is influenced by another one.
  ///
  /// - Complexity: O(log degree).
  public func hasTie(from person: Int, to other: Int) -> Bool { rows.hasEntry(row: person, column: other) }

  /// The rows cut into blocks of about `arcsPerBlock` arcs; depends on the ties only.
  public func rowBlocks(arcsPerBlock: Int = 1 << 15) -> [Range<Int>] {
    Blocks.ranges(count: personCount, target: arcsPerBlock) { degree(of: $0) + 4 }
  }
}
