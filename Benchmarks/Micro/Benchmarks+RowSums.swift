import Compute
import GraphModel
import Propagation

extension Benchmarks {
  /// Row sums in every width and form of weights, then one application of the model as a caller gets it.
  static func rowSums(
    _ order: String, _ society: Society, _ table: inout ResultTable, threads: ThreadCount
  ) throws {
    let wide = society.layers[0].ties.rows
    let forms: [(String, SparseRows.Values, Int)] = [
      ("equal weights", .equal(1), 0),
      ("32-bit weights", .narrow(narrowed(wide)), 4),
      ("64-bit weights", wide.values, 8),
    ]
    for (name, values, size) in forms {
      let rows = SparseRows(offsets: wide.offsets, columns: wide.columns, columnCount: wide.columnCount, values: values)
      rowSums("\(order), \(name)", rows, valueSize: size, society.ownScores, &table, threads: threads)
    }
    step(order, society, &table, threads: threads)
  }

  private static func rowSums(
    _ name: String, _ rows: SparseRows, valueSize: Int, _ vector: [Double], _ table: inout ResultTable,
    threads: ThreadCount
  ) {
    // Both ends of each offset are read; the vector and the sums count once.
    let bytes = rows.entryCount * (4 + valueSize) + rows.rowCount * (4 + 8 + 8)
    let blocks = Blocks.ranges(count: rows.rowCount, target: 1 << 15) { rows.entries(of: $0).count + 1 }
    var sums = [Double](repeating: 0, count: rows.rowCount)
    var first: [Double] = []
    for width in SparseRows.Width.allCases where width.isHere {
      table.measure("\(name), \(width)", items: rows.entryCount, "arcs", bytes: bytes) {
        Parallel.fill(&sums, blocks: blocks, threads: threads) { block, slice in
          rows.multiply(block, by: vector.span, width: width, into: &slice)
        }
        return sums[sums.count - 1]
      }
      if first.isEmpty { first = sums }
      precondition(first == sums, "all widths give the same bits")
    }
  }

  /// One application of F: 23 rounds less 3, so that what comes once falls out.
  private static func step(_ order: String, _ society: Society, _ table: inout ResultTable, threads: ThreadCount) {
    let network = InfluenceMatrix(society, shares: [1], threads: threads)
    let model = FriedkinJohnsen(
      network: network, ownScores: society.ownScores,
      susceptibility: [Double](repeating: 0.6, count: society.ownScores.count))
    let settings = SolverSettings(tolerance: 1e-6, threads: threads)
    let arcs = society.layers[0].ties.arcCount
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<table.repeats {
      let taken = [3, 23].map { count in
        let start = clock.now
        precondition(model.rounds(count, settings).rounds == count, "as many rounds as were asked for")
        return (clock.now - start) / .seconds(1)
      }
      times.append((taken[1] - taken[0]) / 20)
    }
    times.sort()
    table.add("\(order), one step of the model", seconds: times[times.count / 2], items: arcs, "arcs")
  }

  /// The weights rounded to 32 bits: other numbers, for the sake of their size.
  static func narrowed(_ rows: SparseRows) -> SharedBuffer<Float> {
    var values: [Float] = []
    values.reserveCapacity(rows.entryCount)
    for row in 0..<rows.rowCount { rows.forEachEntry(of: row) { _, value in values.append(Float(value)) } }
    return SharedBuffer(values)
  }
}
