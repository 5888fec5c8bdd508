import Analysis
import Compute
import GraphModel

/// The ties of all layers as edges: one a pair, with the weight of each layer and one weight for all.
struct TieUnion: Sendable {
  /// Whether any layer can go one way only; then every tie is written as arcs.
  let isDirected: Bool
  /// The layers' names, in the order of the weights.
  let layerNames: [String]
  fileprivate let layers: [TieTable]
  /// What a layer's weight is multiplied by in the common weight.
  fileprivate let factors: [Double]

  /// The edges of an examination.
  init(_ examination: Examination) {
    self.init(examination.society.layers, shares: examination.shares)
  }

  /// The edges of layers.
  ///
  /// The common weight is the layer's own if one layer carries the whole mix. Otherwise each layer is scaled to the same
  /// total, weighted by its share, and everything is scaled so that the edges have a mean weight of 1.
  ///
  /// - Parameter shares: the layers' shares in the mix, adding up to 1.
  init(_ layers: [Layer], shares: [Double]) {
    if let only = shares.indices.first(where: { shares[$0] == 1 }) {
      self.init(layers, factors: shares.indices.map { $0 == only ? 1 : 0 })
      return
    }
    let totals = layers.map(\.ties.totalWeight)
    let raw = zip(shares, totals).map { $1 > 0 ? $0 / $1 : 0 }
    var sum = 0.0
    var count = 0
    let union = Self(layers, factors: raw)
    var walk = TieWalk(union)
    var batch = EdgeBatch(width: union.edgeWidth)
    for person in 0..<union.personCount {
      batch.clear()
      walk.append(edgesOf: person, to: &batch)
      for edge in 0..<batch.count {
        sum += batch.value(edge, 0)
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

  /// How many people there are.
  var personCount: Int { layers.first?.personCount ?? 0 }

  /// How many values an edge has: the common weight, and one a layer.
  var edgeWidth: Int { 1 + layers.count }

  /// What edges carry.
  var edgeColumns: [EdgeColumn] {
    [EdgeColumn(name: "weight", kind: .double)] + layerNames.map { EdgeColumn(name: "weight_\($0)", kind: .double) }
  }

  /// How many arcs start at a person, over all layers.
  func arcCount(of person: Int) -> Int { layers.reduce(0) { $0 + $1.degree(of: person) } }
}

/// A walk over the edges of a union, with memory of its own for the rows it stands in.
struct TieWalk {
  private let isDirected: Bool
  private let layers: [TieTable]
  private let factors: [Double]
  private var rows: [[(neighbor: Int, weight: Double)]]
  private var places: [Int]

  /// A walk that has not begun.
  init(_ union: TieUnion) {
    isDirected = union.isDirected
    layers = union.layers
    factors = union.factors
    rows = union.layers.map { _ in [] }
    places = union.layers.map { _ in 0 }
  }

  /// Adds each edge that starts at a person, neighbours rising: the two ends, the common weight, and each layer's own.
  ///
  /// An undirected edge starts at its smaller index.
  mutating func append(edgesOf person: Int, to batch: inout EdgeBatch) {
    guard layers.count == 1 else { return merge(person, into: &batch) }
    let source = Int32(person)
    let least = isDirected ? 0 : person
    let factor = factors[0]
    layers[0].forEachTie(of: person) { neighbor, weight in
      if neighbor >= least { batch.append(source, Int32(truncatingIfNeeded: neighbor), factor * weight, weight) }
    }
  }

  private mutating func merge(_ person: Int, into batch: inout EdgeBatch) {
    let least = isDirected ? 0 : person
    for layer in layers.indices {
      rows[layer].removeAll(keepingCapacity: true)
      places[layer] = 0
      layers[layer].forEachTie(of: person) { neighbor, weight in
        if neighbor >= least { rows[layer].append((neighbor, weight)) }
      }
    }
    while true {
      var next = Int.max
      for layer in layers.indices where places[layer] < rows[layer].count {
        next = min(next, rows[layer][places[layer]].neighbor)
      }
      if next == .max { return }
      let start = batch.begin(Int32(person), Int32(next))
      var common = 0.0
      for layer in layers.indices {
        guard places[layer] < rows[layer].count, rows[layer][places[layer]].neighbor == next else { continue }
        let weight = rows[layer][places[layer]].weight
        batch.set(start, layer + 1, weight)
        common += factors[layer] * weight
        places[layer] += 1
      }
      batch.set(start, 0, common)
    }
  }
}
