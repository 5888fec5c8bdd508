import Compute

/// The form of weights that takes the least memory and loses nothing.
enum NarrowestWeights {
  /// The forms that weights allow.
  struct Fit {
    /// Whether all weights are equal.
    private(set) var isEqual = true
    /// Whether all weights are exactly 32-bit floats.
    private(set) var isNarrow = true
    /// The first weight.
    private(set) var first: Double?

    /// Takes one more weight into account.
    @inline(__always)
    mutating func add(_ weight: Double) {
      if let first { if weight != first { isEqual = false } } else { first = weight }
      if Double(Float(weight)) != weight { isNarrow = false }
    }

    /// Takes more weights into account.
    mutating func add(_ others: Fit) {
      guard let otherFirst = others.first else { return }
      isEqual = isEqual && others.isEqual && otherFirst == first ?? otherFirst
      first = first ?? otherFirst
      isNarrow = isNarrow && others.isNarrow
    }
  }

  /// The same weights: none stored if all are equal, 32 bits each if all of them are exactly `Float`s, else as they are.
  ///
  /// - Complexity: O(weights), in parallel.
  static func of(_ weights: SharedBuffer<Double>, threads: ThreadCount) -> SparseRows.Values {
    guard weights.count > 0 else { return .equal(1) }
    let blocks = Blocks.even(count: weights.count, size: 1 << 16)
    let fits = Parallel.map(blocks.count, threads: threads) { block -> Fit in
      let span = weights.span
      var fit = Fit()
      for position in blocks[block] where fit.isEqual || fit.isNarrow {
        fit.add(span[position])
      }
      return fit
    }
    let fit = fits.reduce(into: Fit()) { $0.add($1) }
    if fit.isEqual, let first = fit.first { return .equal(first) }
    guard fit.isNarrow else { return .wide(weights) }
    let narrow = Workspace<Float>(count: weights.count)
    Parallel.forEach(blocks.count, threads: threads) { block in
      let span = weights.span
      for position in blocks[block] { narrow[position] = Float(span[position]) }
    }
    return .narrow(narrow.frozen(weights.count))
  }
}
