import Compute

extension Society {
  /// The shares of the layers, rising to a sum of 1: the given ones, or the society's own, or equal ones.
  ///
  /// - Parameter given: weights by layer name, each 0 or more; layers not named count 0. Names must be layers' names.
  public func layerShares(_ given: [String: Double]? = nil) -> [Double] {
    let raw: [Double]
    if let given {
      raw = layers.map { given[$0.name] ?? 0 }
    } else {
      raw = layers.map { $0.share ?? 1 }
    }
    let sum = raw.reduce(0, +)
    precondition(raw.allSatisfy { $0 >= 0 } && sum > 0, "layer weights are 0 or more and not all 0")
    return raw.map { $0 / sum }
  }

  /// One undirected graph of all layers: `C = sum_l m_l (A_l + A_l') / (2 sum A_l)`.
  ///
  /// Every layer is scaled to the same total before it is weighted, so that a layer with large units does not drown the
  /// others. A layer without ties or with share 0 adds nothing, and the others take its share: all weights add up to 1
  /// (each undirected tie counts twice), unless no layer has ties.
  ///
  /// - Parameters:
  ///   - shares: one share a layer, see `layerShares`.
  ///   - threads: how many threads work at once.
  public func combined(shares: [Double], threads: ThreadCount = .one) -> TieTable {
    let parts = zip(layers, combinedFactors(shares: shares, threads: threads)).filter { $1 > 0 }.map { layer, scale in
      (ties: layer.ties, isDirected: layer.isDirected, scale: scale)
    }
    // One layer that is symmetric already needs no sorting, only other weights.
    if parts.count == 1, !parts[0].isDirected { return parts[0].ties.scaled(by: 2 * parts[0].scale, threads: threads) }
    var arcs = ArcList()
    arcs.reserveCapacity(parts.reduce(0) { $0 + 2 * $1.ties.arcCount })
    for part in parts {
      for person in 0..<count {
        part.ties.forEachTie(of: person) { neighbor, weight in
          // A weight so small that its share of the total is 0 is no tie.
          guard weight * part.scale > 0 else { return }
          arcs.append(person, neighbor, weight * part.scale)
          arcs.append(neighbor, person, weight * part.scale)
        }
      }
    }
    return TieTable(personCount: count, arcs: arcs, threads: threads)
  }

  /// What an arc of each layer, by its weight, adds to each of the two arcs between its people in `combined`: `m_l / (2 sum
  /// A_l)`; 0 for a layer that adds nothing.
  package func combinedFactors(shares: [Double], threads: ThreadCount = .one) -> [Double] {
    let totals = layers.map { $0.ties.strengths(threads: threads).compensatedSum }
    let present = zip(totals, shares).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    return zip(totals, shares).map { $0 > 0 && $1 > 0 ? $1 / (2 * $0 * present) : 0 }
  }
}

extension TieTable {
  /// The same ties with every weight multiplied; those that become 0 are no ties any more.
  func scaled(by factor: Double, threads: ThreadCount) -> TieTable {
    if case .equal(let weight) = rows.values, weight * factor > 0 {
      return TieTable(
        rows: SparseRows(
          offsets: rows.offsets, columns: rows.columns, columnCount: personCount, values: .equal(weight * factor)))
    }
    let weights = Workspace<Double>(count: arcCount)
    let blocks = rowBlocks()
    let isWhole = Parallel.map(blocks.count, threads: threads) { block in
      var isWhole = true
      for person in blocks[block] {
        var arc = arcs(of: person).lowerBound
        forEachTie(of: person) { _, weight in
          weights[arc] = weight * factor
          if weight * factor == 0 { isWhole = false }
          arc += 1
        }
      }
      return isWhole
    }
    guard isWhole.allSatisfy({ $0 }) else {
      var arcs = ArcList()
      for person in 0..<personCount {
        forEachTie(of: person) { if $1 * factor > 0 { arcs.append(person, $0, $1 * factor) } }
      }
      return TieTable(personCount: personCount, arcs: arcs, threads: threads)
    }
    return TieTable(
      rows: SparseRows(
        offsets: rows.offsets, columns: rows.columns, columnCount: personCount,
        values: NarrowestWeights.of(weights.frozen(arcCount), threads: threads)))
  }
}
