import Compute
import GraphModel

/// A table of ties with a few rows that are no longer as they were.
///
/// The table itself may be a mapped file; only changed rows are kept beside it.
struct EditedTies: Sendable {
  /// A tie in a changed row.
  struct Tie: Sendable {
    let neighbor: Int32
    let weight: Double
  }

  private let base: TieTable
  /// Changed rows, neighbours rising.
  private var rows: [Int: [Tie]] = [:]

  init(_ base: TieTable) { self.base = base }

  var personCount: Int { base.personCount }

  /// How many arcs a person's row has.
  func degree(of person: Int) -> Int {
    if !rows.isEmpty, let row = rows[person] { return row.count }
    return base.degree(of: person)
  }

  /// Calls `body` with each neighbour and weight of a row, neighbours rising.
  @inline(__always)
  func forEachTie(of person: Int, _ body: (Int, Double) -> Void) {
    if !rows.isEmpty, let row = rows[person] {
      for tie in row { body(Int(tie.neighbor), tie.weight) }
    } else {
      base.forEachTie(of: person, body)
    }
  }

  /// The weight of an arc; 0 if there is none.
  func weight(from person: Int, to other: Int) -> Double {
    var found = 0.0
    forEachTie(of: person) { neighbor, weight in if neighbor == other { found = weight } }
    return found
  }

  /// The row sum of a person, added up as `TieTable.strength` does.
  func strength(of person: Int) -> Double {
    var sum = CompensatedSum()
    forEachTie(of: person) { _, weight in sum.add(weight) }
    return sum.value
  }

  /// Gives an arc a weight; 0 takes it away.
  ///
  /// - Complexity: O(degree).
  mutating func set(from person: Int, to other: Int, weight: Double) {
    var row: [Tie] = []
    row.reserveCapacity(degree(of: person) + 1)
    var isPlaced = weight == 0
    forEachTie(of: person) { neighbor, old in
      if !isPlaced, neighbor >= other {
        row.append(Tie(neighbor: Int32(other), weight: weight))
        isPlaced = true
      }
      if neighbor != other { row.append(Tie(neighbor: Int32(neighbor), weight: old)) }
    }
    if !isPlaced { row.append(Tie(neighbor: Int32(other), weight: weight)) }
    rows[person] = row
  }

  /// All ties in one table again.
  ///
  /// - Complexity: O(people + arcs).
  func table() -> TieTable {
    if rows.isEmpty { return base }
    var starts = [Int](repeating: 0, count: personCount + 1)
    for person in 0..<personCount { starts[person + 1] = starts[person] + degree(of: person) }
    let count = starts[personCount]
    let neighbors = Workspace<Int32>(count: count)
    let weights = Workspace<Double>(count: count)
    for person in 0..<personCount {
      var place = starts[person]
      forEachTie(of: person) { neighbor, weight in
        neighbors[place] = Int32(neighbor)
        weights[place] = weight
        place += 1
      }
    }
    let offsets: SparseRows.Offsets =
      count <= Int(UInt32.max)
      ? .narrow(SharedBuffer(starts.map { UInt32($0) })) : .wide(SharedBuffer(starts.map { Int64($0) }))
    return TieTable(
      rows: SparseRows(
        offsets: offsets, columns: neighbors.frozen(count), columnCount: personCount,
        values: .wide(weights.frozen(count))))
  }
}
