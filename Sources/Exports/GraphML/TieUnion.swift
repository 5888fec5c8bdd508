import Analysis
import Compute
import GraphModel

/// The ties of all layers as edges: one a pair, with the weight of each layer and one weight for all.
struct TieUnion {
  /// Whether any layer can go one way only; then every tie is written as arcs.
  let isDirected: Bool
  /// The layers' names, in the order of the weights.
  let layerNames: [String]
  fileprivate let layers: [TieTable]
  /// What a layer's weight is multiplied by in the common weight.
  fileprivate let factors: [Double]

  /// The edges of an examination.
  ///
  /// The common weight is the layer's own if one layer carries the whole mix. Otherwise each layer is scaled to the same
  /// total, weighted by its share, and everything is scaled so that the edges have a mean weight of 1.
  init(_ examination: Examination) {
    let layers = examination.society.layers
    let shares = examination.shares
    if let only = shares.indices.first(where: { shares[$0] == 1 }) {
      self.init(layers, factors: shares.indices.map { $0 == only ? 1 : 0 })
      return
    }
    let totals = layers.map(\.ties.totalWeight)
    let raw = zip(shares, totals).map { $1 > 0 ? $0 / $1 : 0 }
    var sum = 0.0
    var count = 0
    var walk = TieWalk(Self(layers, factors: raw))
    for person in 0..<examination.society.count {
      walk.forEachEdge(of: person) { _, weight, _ in
        sum += weight
        count += 1
      }
    }
    self.init(layers, factors: raw.map { sum > 0 ? $0 * Double(count) / sum : 0 })
  }

  private init(_ layers: [Layer], factors: [Double]) {
    self.layers = layers.map(\.ties)
    layerNames = layers.map(\.name)
    isDirected = layers.contains(where: \.isDirected)
    self.factors = factors
  }

  /// The people in blocks of nearly equal numbers of arcs; depends on the ties only.
  func blocks(of people: Range<Int>, arcsPerBlock: Int) -> [Range<Int>] {
    let ranges = Blocks.ranges(count: people.count, target: arcsPerBlock) { person in
      layers.reduce(4) { $0 + $1.degree(of: people.lowerBound + person) }
    }
    return ranges.map { people.lowerBound + $0.lowerBound..<people.lowerBound + $0.upperBound }
  }
}

/// A walk over the edges of a union, with memory of its own for the rows it stands in.
struct TieWalk {
  private let isDirected: Bool
  private let layers: [TieTable]
  private let factors: [Double]
  private var rows: [[(neighbor: Int, weight: Double)]]
  private var places: [Int]
  private var weights: [Double?]

  /// A walk that has not begun.
  init(_ union: TieUnion) {
    isDirected = union.isDirected
    layers = union.layers
    factors = union.factors
    rows = union.layers.map { _ in [] }
    places = union.layers.map { _ in 0 }
    weights = union.layers.map { _ in nil }
  }

  /// Calls `body` with each edge that starts at a person, neighbours rising: the other end, the common weight, and each
  /// layer's own (`nil` where the layer does not tie the two).
  ///
  /// An undirected edge starts at its smaller index.
  @inline(__always) mutating func forEachEdge(of person: Int, _ body: (Int, Double, [Double?]) -> Void) {
    if layers.count == 1 {
      layers[0].forEachTie(of: person) { neighbor, weight in
        guard isDirected || neighbor >= person else { return }
        weights[0] = weight
        body(neighbor, factors[0] * weight, weights)
      }
    } else {
      merge(person, body)
    }
  }

  private mutating func merge(_ person: Int, _ body: (Int, Double, [Double?]) -> Void) {
    for layer in layers.indices {
      rows[layer].removeAll(keepingCapacity: true)
      places[layer] = 0
      layers[layer].forEachTie(of: person) { neighbor, weight in
        if isDirected || neighbor >= person { rows[layer].append((neighbor, weight)) }
      }
    }
    while true {
      var least = Int.max
      for layer in layers.indices where places[layer] < rows[layer].count {
        least = min(least, rows[layer][places[layer]].neighbor)
      }
      if least == .max { return }
      var common = 0.0
      for layer in layers.indices {
        weights[layer] = nil
        guard places[layer] < rows[layer].count, rows[layer][places[layer]].neighbor == least else { continue }
        let weight = rows[layer][places[layer]].weight
        weights[layer] = weight
        common += factors[layer] * weight
        places[layer] += 1
      }
      body(least, common, weights)
    }
  }
}
