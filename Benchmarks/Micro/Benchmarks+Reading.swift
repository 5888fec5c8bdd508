import Compute
import GraphModel

extension Benchmarks {
  /// Whole edge lists, then what reading them is made of: numbering ids, making rows, reading numbers.
  static func reading(
    _ strings: Subject, _ integers: Subject, _ table: inout ResultTable, threads: ThreadCount
  ) throws {
    for (name, subject) in [("edge list, string ids", strings), ("edge list, integer ids", integers)] {
      try table.measure(name, items: subject.ties, "ties", bytes: subject.bytes) {
        try subject.society(threads: threads).layers[0].ties.arcCount
      }
    }
    let society = try strings.society(threads: threads)
    numbering(society, &table)
    makingRows(society.layers[0].ties, &table, threads: threads)
    numbers(society.layers[0].ties, &table)
  }

  /// Every end of every arc looked up by its id, in the order of rows: new at first, then known.
  private static func numbering(_ society: Society, _ table: inout ResultTable) {
    let ids = society.people.ids
    let columns = society.layers[0].ties.rows.columns
    let bytes = columns.span.indices.reduce(0) { sum, arc in sum + ids.withBytes(of: Int(columns[arc])) { $0.count } }
    table.measure("numbering ids, 1 thread", items: columns.count, "ids", bytes: bytes) {
      var index = TextIndex()
      for arc in 0..<columns.count { ids.withBytes(of: Int(columns[arc])) { _ = index.add($0) } }
      precondition(index.count == ids.count, "every person with ties is numbered")
      return index.count
    }
  }

  /// Arcs in no order into rows, with repeats looked for; then rows turned round.
  private static func makingRows(_ ties: TieTable, _ table: inout ResultTable, threads: ThreadCount) {
    var arcs = ArcList()
    arcs.reserveCapacity(ties.arcCount)
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { neighbor, weight in arcs.append(neighbor, person, weight) }
    }
    table.measure("rows from a list of arcs", items: arcs.count, "arcs", bytes: 16 * arcs.count) {
      let rows = TieTable(personCount: ties.personCount, arcs: arcs, threads: threads)
      precondition(rows.arcCount == ties.arcCount, "no arc is lost")
      return rows.arcCount
    }
    table.measure("rows turned round", items: ties.arcCount, "arcs", bytes: 12 * ties.arcCount) {
      ties.transposed(threads: threads).arcCount
    }
  }

  /// Weights as they stand in a file: three digits after the point.
  private static func numbers(_ ties: TieTable, _ table: inout ResultTable) {
    var texts = TextList.Builder()
    var expected = 0.0
    for person in 0..<ties.personCount where texts.count < 1_000_000 {
      ties.forEachTie(of: person) { _, weight in
        texts.append(Numerals.plain(weight))
        expected += weight
      }
    }
    let list = texts.finished()
    let bytes = (0..<list.count).reduce(0) { sum, position in sum + list.withBytes(of: position) { $0.count } }
    table.measure("numbers from bytes, 1 thread", items: list.count, "numbers", bytes: bytes) {
      var sum = 0.0
      for position in 0..<list.count { sum += list.withBytes(of: position) { Numerals.number($0) ?? .nan } }
      precondition(sum == expected, "numbers read back to the same bits")
      return sum
    }
  }
}
