import Compute

/// Looks through ties from files that nobody vouches for, before anything else reads them.
struct TieCheck {
  /// The weights that ties may have: sums of any number of them are finite, and not 0.
  static let weights = 1e-199...1e120
  /// What was expected of a weight.
  static let expected = "a number from 1e-199 to 1e120"

  let offsets: MappedArray
  let neighbors: MappedArray
  let weights: MappedArray?
  private let weight: Double
  private let personCount: Int

  /// Maps the arrays of ties; their headers and lengths are checked, their elements are not.
  init(_ ties: PackDescription.Ties, people: Int, folder: String) throws(ReadingError) {
    offsets = try MappedArray(ties.offsets, folder: folder, kinds: [.uint32, .int64], count: people + 1)
    neighbors = try MappedArray(ties.neighbors, folder: folder, kinds: [.int32], count: ties.arcs)
    if let array = ties.weights {
      weights = try MappedArray(array, folder: folder, kinds: [.float32, .float64], count: ties.arcs)
    } else {
      weights = nil
    }
    weight = ties.weight ?? 1
    personCount = people
  }

  /// The ties; only what `problem` finds nothing wrong with may be used.
  var table: TieTable {
    let values: SparseRows.Values
    switch weights {
    case .some(let array) where array.kind == .float32: values = .narrow(array.buffer(of: Float.self))
    case .some(let array): values = .wide(array.buffer(of: Double.self))
    case nil: values = .equal(weight)
    }
    return TieTable(
      rows: SparseRows(
        offsets: offsets.kind == .uint32
          ? .narrow(offsets.buffer(of: UInt32.self)) : .wide(offsets.buffer(of: Int64.self)),
        columns: neighbors.buffer(of: Int32.self), columnCount: personCount, values: values))
  }

  /// The first thing that is wrong, or `nil`: offsets rise from 0 to the number of arcs, neighbours are people and rise in
  /// their row, weights are positive and finite.
  ///
  /// - Parameter isSymmetric: whether each arc has to have its reverse, of the same weight.
  /// - Complexity: O(people + arcs).
  func problem(isSymmetric: Bool, threads: ThreadCount) -> InputProblem? {
    let message =
      offsets.kind == .uint32
      ? OffsetCheck.problem(offsets.buffer(of: UInt32.self), end: neighbors.count, threads: threads)
      : OffsetCheck.problem(offsets.buffer(of: Int64.self), end: neighbors.count, threads: threads)
    if let message { return InputProblem(file: offsets.name, message) }
    let table = self.table
    if let message = neighborProblem(table, threads) { return InputProblem(file: neighbors.name, message) }
    if let weights, let message = Self.weightProblem(weights, threads) {
      return InputProblem(file: weights.name, message)
    }
    guard isSymmetric else { return nil }
    return SymmetryCheck.quickProblem(table, threads: threads).map { InputProblem(file: neighbors.name, $0) }
  }

  private func neighborProblem(_ table: TieTable, _ threads: ThreadCount) -> String? {
    let blocks = table.rowBlocks()
    let found = Parallel.map(blocks.count, threads: threads) { block -> String in
      let span = neighbors.buffer(of: Int32.self).span
      for person in blocks[block] {
        var before: Int32 = -1
        for arc in table.arcs(of: person) {
          let neighbor = span[arc]
          if neighbor < 0 || neighbor >= personCount {
            return "element \(arc) is \(neighbor); 0 to \(personCount - 1) was expected"
          }
          if neighbor <= before {
            return "element \(arc) is \(neighbor) behind \(before) in row \(person); rising neighbours were expected"
          }
          before = neighbor
        }
      }
      return ""
    }
    return found.first { !$0.isEmpty }
  }

  private static func weightProblem(_ array: MappedArray, _ threads: ThreadCount) -> String? {
    array.kind == .float32
      ? weightProblem(array.buffer(of: Float.self), threads) { Double($0) }
      : weightProblem(array.buffer(of: Double.self), threads) { $0 }
  }

  private static func weightProblem<Value: BitwiseCopyable & Sendable>(
    _ values: SharedBuffer<Value>, _ threads: ThreadCount, _ widened: (Value) -> Double
  ) -> String? {
    let blocks = Blocks.even(count: values.count, size: 1 << 16)
    let found = Parallel.map(blocks.count, threads: threads) { block -> Int in
      let span = values.span
      for position in blocks[block] where !weights.contains(widened(span[position])) { return position }
      return -1
    }
    guard let position = found.first(where: { $0 >= 0 }) else { return nil }
    return "element \(position) is \(Numerals.plain(widened(values[position]))); \(expected) was expected"
  }
}
