import Compute

/// The ties of one layer, compressed by rows: row i lists the people who influence person i, and how much.
///
/// An arc `i -> j` with weight w says that i is influenced by j with weight w, `A_ij = w`. An undirected tie is two arcs.
/// Inside a row the neighbours rise; no arc occurs twice; every weight is positive and finite.
///
/// Rows are read only through the methods here, so that other forms of storage (mapped files, narrow weights, edits) can
/// stand behind them without a change elsewhere. Memory: 12 bytes an arc and 8 bytes a person.
public struct TieTable: Sendable {
  /// How many rows there are: one a person.
  public let personCount: Int
  @usableFromInline let offsets: SharedBuffer<Int>
  @usableFromInline let neighbors: SharedBuffer<Int32>
  @usableFromInline let weights: SharedBuffer<Double>

  /// The least weight that is read as a tie: products of smaller ones with scores would lose digits.
  package static let leastWeight = 1e-100

  init(offsets: SharedBuffer<Int>, neighbors: SharedBuffer<Int32>, weights: SharedBuffer<Double>) {
    personCount = offsets.count - 1
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
  }

  /// How many arcs there are.
  @inlinable public var arcCount: Int { neighbors.count }

  /// Where a row's arcs lie in the order of all arcs.
  @inlinable public func arcs(of person: Int) -> Range<Int> { offsets[person]..<offsets[person + 1] }

  /// How many arcs a person's row has.
  @inlinable public func degree(of person: Int) -> Int { offsets[person + 1] - offsets[person] }

  /// Calls `body` with each neighbour and weight of a row, neighbours rising.
  @inlinable public func forEachTie(of person: Int, _ body: (Int, Double) throws -> Void) rethrows {
    for arc in arcs(of: person) {
      try body(Int(neighbors[arc]), weights[arc])
    }
  }

  /// The sum over the row of weight times the neighbour's value: `(A x)_i`.
  ///
  /// - Complexity: O(degree); see `Gather.weightedSum` for the order of the sum and its rounding.
  @inlinable public func weightedSum(of values: Span<Double>, for person: Int) -> Double {
    Gather.weightedSum(
      weights: weights.span, indices: neighbors.span, range: arcs(of: person), of: values)
  }

  /// The sum of the neighbours' values, weights left out.
  ///
  /// - Complexity: O(degree).
  @inlinable public func sum(of values: Span<Double>, for person: Int) -> Double {
    Gather.sum(indices: neighbors.span, range: arcs(of: person), of: values)
  }

  /// The row sum of a person, `d_i`; 0 without ties.
  public func strength(of person: Int) -> Double {
    var sum = CompensatedSum()
    forEachTie(of: person) { _, weight in sum.add(weight) }
    return sum.value
  }

  /// All row sums.
  public var strengths: [Double] { (0..<personCount).map { strength(of: $0) } }

  /// The sum of all weights.
  public var totalWeight: Double {
    var sum = CompensatedSum()
    let weights = weights.span
    for arc in 0..<arcCount { sum.add(weights[arc]) }
    return sum.value
  }

  /// Whether any arc has a weight other than 1.
  public var hasWeights: Bool {
    let weights = weights.span
    return weights.indices.contains { weights[$0] != 1 }
  }

  /// How many arcs lead from a person to the same person.
  public var selfTieCount: Int {
    var count = 0
    for person in 0..<personCount {
      forEachTie(of: person) { neighbor, _ in if neighbor == person { count += 1 } }
    }
    return count
  }

  /// The rows cut into blocks of about `arcsPerBlock` arcs; depends on the ties only.
  public func rowBlocks(arcsPerBlock: Int = 1 << 15) -> [Range<Int>] {
    Blocks.ranges(count: personCount, target: arcsPerBlock) { degree(of: $0) + 4 }
  }
}
