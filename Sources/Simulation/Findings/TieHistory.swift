import GraphModel

/// The ties of a society over time: those it began with, and every one that was made or dropped.
///
/// A tie that is made in a period is there from that period on; one that is dropped in a period was there up to the period
/// before. Takes 24 bytes an entry: a tie of the beginning, a tie made, or a tie dropped.
public struct TieHistory: Sendable, Codable, Equatable {
  /// A layer, without its ties.
  public struct LayerEntry: Sendable, Codable, Equatable {
    /// The name.
    public let name: String
    /// Whether its ties go one way.
    public let isDirected: Bool

    /// A layer.
    public init(name: String, isDirected: Bool) {
      self.name = name
      self.isDirected = isDirected
    }
  }

  /// The layers, in the society's order.
  public let layers: [LayerEntry]
  private var periods: [Int32] = []
  private var layerOf: [Int32] = []
  private var sources: [Int32] = []
  private var targets: [Int32] = []
  /// 0 for a tie that is dropped.
  private var weights: [Double] = []

  /// No tie yet.
  public init(layers: [LayerEntry]) { self.layers = layers }

  /// The ties that a society begins with.
  ///
  /// - Complexity: O(ties).
  public init(_ society: Society, period: Int = 0) {
    self.init(layers: society.layers.map { LayerEntry(name: $0.name, isDirected: $0.isDirected) })
    for (position, layer) in society.layers.enumerated() {
      for person in 0..<society.count {
        layer.ties.forEachTie(of: person) { neighbor, weight in
          guard layer.isDirected || neighbor >= person else { return }
          made(person, neighbor, layer: position, weight: weight, period: period)
        }
      }
    }
  }

  /// Everything but the layers, as arrays.
  package func save(as name: String, in arrays: inout SavedArrays) {
    arrays[name + ".periods"] = SavedArray(periods)
    arrays[name + ".layers"] = SavedArray(layerOf)
    arrays[name + ".sources"] = SavedArray(sources)
    arrays[name + ".targets"] = SavedArray(targets)
    arrays[name + ".weights"] = SavedArray(weights)
  }

  /// The history that was saved under a name.
  package init(saved name: String, layers: [LayerEntry], _ arrays: SavedArrays) throws(SavedArrays.Damage) {
    self.layers = layers
    periods = try arrays.int32(name + ".periods")
    layerOf = try arrays.int32(name + ".layers", count: periods.count)
    sources = try arrays.int32(name + ".sources", count: periods.count)
    targets = try arrays.int32(name + ".targets", count: periods.count)
    weights = try arrays.numbers(name + ".weights", count: periods.count)
  }

  /// Notes a tie that is made; one that is there already gets the weight.
  ///
  /// - Precondition: the weight is above 0, and the period is not before an earlier one of the tie's.
  public mutating func made(_ source: Int, _ target: Int, layer: Int, weight: Double, period: Int) {
    precondition(weight > 0, "a tie of weight \(weight) is none")
    add(source, target, layer, weight, period)
  }

  /// Notes a tie that is dropped.
  ///
  /// - Precondition: the tie is there, and the period is not before an earlier one of the tie's.
  public mutating func dropped(_ source: Int, _ target: Int, layer: Int, period: Int) {
    add(source, target, layer, 0, period)
  }

  private mutating func add(_ source: Int, _ target: Int, _ layer: Int, _ weight: Double, _ period: Int) {
    let isTurned = !layers[layer].isDirected && target < source
    periods.append(Int32(period))
    layerOf.append(Int32(layer))
    sources.append(Int32(isTurned ? target : source))
    targets.append(Int32(isTurned ? source : target))
    weights.append(weight)
  }

  /// Everything as spells, by layer, source, target and start.
  ///
  /// What was made and dropped again within a period leaves none, and what was dropped and made again within a period with
  /// its old weight goes on. A change of weight ends a spell and begins another.
  ///
  /// - Complexity: O(e log e) for e entries.
  public func spells() -> [TieSpell] {
    let order = periods.indices.sorted { one, other in
      let left = (layerOf[one], sources[one], targets[one], one)
      return left < (layerOf[other], sources[other], targets[other], other)
    }
    var spells: [TieSpell] = []
    var position = 0
    while position < order.count {
      let first = order[position]
      var end = position
      while end < order.count, isSameTie(order[end], first) { end += 1 }
      appendSpells(of: order[position..<end], to: &spells)
      position = end
    }
    return spells
  }

  private func isSameTie(_ one: Int, _ other: Int) -> Bool {
    layerOf[one] == layerOf[other] && sources[one] == sources[other] && targets[one] == targets[other]
  }

  private func appendSpells(of entries: ArraySlice<Int>, to spells: inout [TieSpell]) {
    let firstSpell = spells.count
    var open: (start: Int, weight: Double)?
    func spell(_ entry: Int, _ open: (start: Int, weight: Double), end: Int?) -> TieSpell {
      TieSpell(
        source: Int(sources[entry]), target: Int(targets[entry]), layer: Int(layerOf[entry]), start: open.start,
        end: end, weight: open.weight)
    }
    for (step, entry) in zip(entries.indices, entries) {
      let period = Int(periods[entry])
      precondition(
        step == entries.startIndex || period >= Int(periods[entries[step - 1]]), "time goes back at period \(period)")
      if let open {
        if open.weight == weights[entry] { continue }
        if open.start < period { spells.append(spell(entry, open, end: period - 1)) }
      } else {
        precondition(weights[entry] > 0, "a tie is dropped at period \(period) that is not there")
      }
      open = weights[entry] > 0 ? (period, weights[entry]) : nil
      if let last = spells.last, spells.count > firstSpell, let next = open, last.end == period - 1,
        last.weight == next.weight
      {
        open = (last.start, next.weight)
        spells.removeLast()
      }
    }
    if let open, let entry = entries.last { spells.append(spell(entry, open, end: nil)) }
  }
}
