import Compute

/// The form of weights that takes the least memory and loses nothing.
enum NarrowestWeights {
  /// What a block of weights would allow.
  private struct Fit {
    var isEqual = true
    var isNarrow = true
  }

  /// The same weights: none stored if all are equal, 32 bits each if all of them are exactly `Float`s, else as they are.
  ///
  /// - Complexity: O(weights), in parallel.
  static func of(_ weights: SharedBuffer<Double>, threads: ThreadCount) -> SparseRows.Values {
    guard weights.count > 0 else { return .equal(1) }
    let first = weights[0]
    let blocks = Blocks.even(count: weights.count, size: 1 << 16)
    let fits = Parallel.map(blocks.count, threads: threads) { block -> Fit in
      let span = weights.span
      var fit = Fit()
      for position in blocks[block] where fit.isEqual || fit.isNarrow {
        let weight = span[position]
        if weight != first { fit.isEqual = false }
        if Double(Float(weight)) != weight { fit.isNarrow = false }
      }
      return fit
    }
    if fits.allSatisfy(\.isEqual) { return .equal(first) }
    guard fits.allSatisfy(\.isNarrow) else { return .wide(weights) }
    let narrow = Workspace<Float>(count: weights.count)
    Parallel.forEach(blocks.count, threads: threads) { block in
      let span = weights.span
      for position in blocks[block] { narrow[position] = Float(span[position]) }
    }
    return .narrow(narrow.frozen(weights.count))
  }
}
