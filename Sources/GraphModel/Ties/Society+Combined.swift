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
  public func combined(shares: [Double]) -> TieTable {
    var arcs = ArcList()
    let totals = layers.map(\.ties.totalWeight)
    let present = zip(totals, shares).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    for (layer, (total, share)) in zip(layers, zip(totals, shares)) where share > 0 && total > 0 {
      let scale = share / (2 * total * present)
      for person in 0..<count {
        layer.ties.forEachTie(of: person) { neighbor, weight in
          // A weight so small that its share of the total is 0 is no tie.
          guard weight * scale > 0 else { return }
          arcs.append(person, neighbor, weight * scale)
          arcs.append(neighbor, person, weight * scale)
        }
      }
    }
    return TieTable(personCount: count, arcs: arcs)
  }
}
