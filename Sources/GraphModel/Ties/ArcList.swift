import Compute

/// Arcs in the order they were found, before they are compressed.
public struct ArcList: Sendable {
  package private(set) var sources: [Int32] = []
  package private(set) var targets: [Int32] = []
  package private(set) var weights: [Double] = []

  /// No arcs.
  public init() {}

  /// How many arcs there are.
  public var count: Int { sources.count }

  /// Makes room for a number of arcs.
  public mutating func reserveCapacity(_ capacity: Int) {
    sources.reserveCapacity(capacity)
    targets.reserveCapacity(capacity)
    weights.reserveCapacity(capacity)
  }

  /// Adds the arc `source -> target`: source is influenced by target.
  public mutating func append(_ source: Int, _ target: Int, _ weight: Double = 1) {
    sources.append(Int32(source))
    targets.append(Int32(target))
    weights.append(weight)
  }

  /// Adds an undirected tie: two arcs, or one for a self-tie.
  public mutating func appendTie(_ one: Int, _ other: Int, _ weight: Double = 1) {
    append(one, other, weight)
    if one != other { append(other, one, weight) }
  }
}

/// What to do with arcs that occur more than once.
public enum RepeatRule: Sendable {
  /// The weights add up, in the order of the list.
  case add
  /// The first counts, the others are dropped.
  case keepFirst
}

extension TieTable {
  /// Compresses arcs into rows.
  ///
  /// Two stable counting sorts, by target and then by source, leave each row's neighbours rising and repeats of an arc in
  /// the order of the list.
  ///
  /// - Parameters:
  ///   - personCount: how many rows; every end of an arc is below it.
  ///   - arcs: the arcs; weights are positive and finite.
  ///   - repeats: what happens to an arc that occurs again.
  /// - Complexity: O(people + arcs) time; 40 bytes an arc while it works.
  public init(personCount: Int, arcs: ArcList, repeats: RepeatRule = .add) {
    precondition(arcs.weights.allSatisfy { $0 > 0 && $0.isFinite }, "weights of ties are positive and finite")
    let byTarget = Self.stableOrder(of: arcs.targets, keys: personCount, through: nil)
    let order = Self.stableOrder(of: arcs.sources, keys: personCount, through: byTarget)
    var starts = [0]
    starts.reserveCapacity(personCount + 1)
    var neighbors: [Int32] = []
    var weights: [Double] = []
    neighbors.reserveCapacity(order.count)
    weights.reserveCapacity(order.count)
    var position = 0
    for person in 0..<personCount {
      let start = neighbors.count
      while position < order.count, Int(arcs.sources[order[position]]) == person {
        let arc = order[position]
        if neighbors.count > start, neighbors[neighbors.count - 1] == arcs.targets[arc] {
          if repeats == .add { weights[weights.count - 1] += arcs.weights[arc] }
        } else {
          neighbors.append(arcs.targets[arc])
          weights.append(arcs.weights[arc])
        }
        position += 1
      }
      starts.append(neighbors.count)
    }
    self.init(offsets: SharedBuffer(starts), neighbors: SharedBuffer(neighbors), weights: SharedBuffer(weights))
  }

  /// The positions of `values` sorted by value, equal ones in the order of `through` (or of the list).
  private static func stableOrder(of values: [Int32], keys: Int, through: [Int]?) -> [Int] {
    var next = [Int](repeating: 0, count: keys + 1)
    for value in values { next[Int(value) + 1] += 1 }
    for key in 0..<keys { next[key + 1] += next[key] }
    var order = [Int](repeating: 0, count: values.count)
    for rank in values.indices {
      let position = through?[rank] ?? rank
      let key = Int(values[position])
      order[next[key]] = position
      next[key] += 1
    }
    return order
  }

  /// The same ties with every arc turned round: `A'`.
  public var transposed: TieTable {
    var arcs = ArcList()
    arcs.reserveCapacity(arcCount)
    for person in 0..<personCount {
      forEachTie(of: person) { neighbor, weight in arcs.append(neighbor, person, weight) }
    }
    return TieTable(personCount: personCount, arcs: arcs)
  }
}
