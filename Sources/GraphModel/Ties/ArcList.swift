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
  /// Each row's neighbours rise, and repeats of an arc meet in the order of the list.
  ///
  /// - Parameters:
  ///   - personCount: how many rows; every end of an arc is below it.
  ///   - arcs: the arcs; weights are positive and finite.
  ///   - repeats: what happens to an arc that occurs again.
  ///   - threads: how many threads work at once.
  /// - Complexity: O(people + arcs log degree) time; 14 bytes an arc beside the list and 12 in it while it works.
  public init(personCount: Int, arcs: ArcList, repeats: RepeatRule = .add, threads: ThreadCount = .one) {
    precondition(arcs.weights.allSatisfy { $0 > 0 && $0.isFinite }, "weights of ties are positive and finite")
    precondition(
      arcs.sources.allSatisfy { $0 >= 0 && $0 < personCount }
        && arcs.targets.allSatisfy { $0 >= 0 && $0 < personCount },
      "ends of ties are people")
    let columns = ArcColumns(
      sources: SharedBuffer(arcs.sources), targets: SharedBuffer(arcs.targets), weights: SharedBuffer(arcs.weights),
      isMirrored: false)
    self = RowSort(columns, personCount: personCount, repeats: repeats, threads: threads).table()
  }

  /// The same ties with every arc turned round: `A'`.
  public var transposed: TieTable { transposed(threads: .one) }

  /// The same ties with every arc turned round: `A'`.
  public func transposed(threads: ThreadCount) -> TieTable {
    let sources = Workspace<Int32>(count: arcCount)
    let weights = Workspace<Double>(count: arcCount)
    let blocks = rowBlocks()
    Parallel.forEach(blocks.count, threads: threads) { block in
      for person in blocks[block] {
        var arc = arcs(of: person).lowerBound
        forEachTie(of: person) { _, weight in
          sources[arc] = Int32(truncatingIfNeeded: person)
          weights[arc] = weight
          arc += 1
        }
      }
    }
    let columns = ArcColumns(
      sources: rows.columns, targets: sources.frozen(arcCount), weights: weights.frozen(arcCount), isMirrored: false)
    return RowSort(columns, personCount: personCount, repeats: .add, threads: threads).table()
  }
}
