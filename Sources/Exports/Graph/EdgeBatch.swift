import Compute

/// What each edge of a graph carries under one name.
struct EdgeColumn: Sendable, Equatable {
  /// The name.
  let name: String
  /// `double`, or `int` for counts.
  let kind: Column.Kind
}

/// Some edges of a graph, one after the other: their ends as positions of nodes, and their values.
///
/// A writer asks for one batch after the other, so that nothing is called for a single edge.
struct EdgeBatch: Sendable {
  /// How many values each edge has.
  let width: Int
  /// Where each edge starts.
  private(set) var sources: [Int32] = []
  /// Where each edge ends.
  private(set) var targets: [Int32] = []
  /// The values, edge after edge; NaN where one is missing, as no weight is NaN.
  private(set) var values: [Double] = []

  /// No edges.
  init(width: Int) { self.width = width }

  /// How many edges there are.
  var count: Int { sources.count }

  /// A value of an edge; NaN if it is missing.
  @inline(__always) func value(_ edge: Int, _ column: Int) -> Double { values[edge * width + column] }

  /// Forgets the edges, not the memory.
  mutating func clear() {
    sources.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Adds an edge of two values.
  ///
  /// - Precondition: the width is 2.
  @inline(__always) mutating func append(_ source: Int32, _ target: Int32, _ first: Double, _ second: Double) {
    sources.append(source)
    targets.append(target)
    values.append(first)
    values.append(second)
  }

  /// Adds an edge without values.
  ///
  /// - Returns: its position.
  mutating func begin(_ source: Int32, _ target: Int32) -> Int {
    sources.append(source)
    targets.append(target)
    for _ in 0..<width { values.append(.nan) }
    return count - 1
  }

  /// Gives an edge a value.
  mutating func set(_ edge: Int, _ column: Int, _ value: Double) { values[edge * width + column] = value }

  /// Keeps the edges that lead where `places` has a position, and puts these positions for both ends.
  ///
  /// - Parameters:
  ///   - first: the first edge to look at.
  ///   - source: where they start then.
  ///   - place: the new position of an end, below 0 where there is none.
  mutating func renumber(from first: Int, source: Int32, _ place: (Int32) -> Int32) {
    var kept = first
    for edge in first..<count {
      let target = place(targets[edge])
      guard target >= 0 else { continue }
      sources[kept] = source
      targets[kept] = target
      if kept != edge { for column in 0..<width { values[kept * width + column] = values[edge * width + column] } }
      kept += 1
    }
    sources.removeLast(count - kept)
    targets.removeLast(targets.count - kept)
    values.removeLast(values.count - kept * width)
  }
}
