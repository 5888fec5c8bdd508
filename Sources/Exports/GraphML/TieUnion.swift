import Analysis
import GraphModel

/// The ties of all layers as edges: one a pair, with the weight of each layer and one weight for all.
struct TieUnion {
  /// Whether any layer can go one way only; then every tie is written as arcs.
  let isDirected: Bool
  private let layers: [Layer]
  /// What a layer's weight is multiplied by in the common weight.
  private let factors: [Double]

  /// The edges of an examination.
  ///
  /// The common weight is the layer's own if one layer carries the whole mix. Otherwise each layer is scaled to the same
  /// total, weighted by its share, and everything is scaled so that the edges have a mean weight of 1.
  init(_ examination: Examination) {
    layers = examination.society.layers
    isDirected = layers.contains(where: \.isDirected)
    let shares = examination.shares
    if let only = shares.indices.first(where: { shares[$0] == 1 }) {
      factors = shares.indices.map { $0 == only ? 1 : 0 }
      return
    }
    let totals = layers.map(\.ties.totalWeight)
    let raw = zip(shares, totals).map { $1 > 0 ? $0 / $1 : 0 }
    var sum = 0.0
    var count = 0
    let all = Self(layers: layers, isDirected: isDirected, factors: raw)
    for person in 0..<examination.society.count {
      all.forEachEdge(of: person) { _, weight, _ in
        sum += weight
        count += 1
      }
    }
    factors = raw.map { sum > 0 ? $0 * Double(count) / sum : 0 }
  }

  private init(layers: [Layer], isDirected: Bool, factors: [Double]) {
    self.layers = layers
    self.isDirected = isDirected
    self.factors = factors
  }

  /// The layers' names, in the order of the weights.
  var layerNames: [String] { layers.map(\.name) }

  /// Calls `body` with each edge that starts at a person: the other end, the common weight, and each layer's own
  /// (`nil` where the layer does not tie the two).
  ///
  /// An undirected edge starts at its smaller index.
  func forEachEdge(of person: Int, _ body: (Int, Double, [Double?]) throws(ExportError) -> Void) throws(ExportError) {
    var entries: [(neighbor: Int, layer: Int, weight: Double)] = []
    for (slot, layer) in layers.enumerated() {
      layer.ties.forEachTie(of: person) { neighbor, weight in
        if isDirected || neighbor >= person { entries.append((neighbor, slot, weight)) }
      }
    }
    entries.sort { ($0.neighbor, $0.layer) < ($1.neighbor, $1.layer) }
    var start = 0
    while start < entries.count {
      var weights = [Double?](repeating: nil, count: layers.count)
      var common = 0.0
      let neighbor = entries[start].neighbor
      while start < entries.count, entries[start].neighbor == neighbor {
        let entry = entries[start]
        weights[entry.layer] = entry.weight
        common += factors[entry.layer] * entry.weight
        start += 1
      }
      try body(neighbor, common, weights)
    }
  }

  /// How many edges there are.
  func count(people: Int) -> Int {
    var count = 0
    for person in 0..<people { forEachEdge(of: person) { _, _, _ in count += 1 } }
    return count
  }

  private func forEachEdge(of person: Int, _ body: (Int, Double, [Double?]) -> Void) {
    do throws(ExportError) {
      try forEachEdge(of: person) { (neighbor, weight, weights) throws(ExportError) in body(neighbor, weight, weights) }
    } catch {
      preconditionFailure("a body that cannot throw threw")
    }
  }
}
