import Compute
import GraphModel
import Propagation

extension Benchmarks {
  /// What one period of a simulation does to ties: one in a hundred goes and as many come, or all of them fade.
  static func edits(_ society: Society, _ table: inout ResultTable, threads: ThreadCount) {
    let wide = society.layers[0].ties.rows
    let forms: [(String, SparseRows.Values, Double)] = [
      ("equal weights", .equal(1), 1), ("32-bit weights", .narrow(narrowed(wide)), 0.5),
      ("64-bit weights", wide.values, 0.3),
    ]
    for (name, values, weight) in forms {
      let ties = TieTable(
        rows: SparseRows(offsets: wide.offsets, columns: wide.columns, columnCount: wide.columnCount, values: values))
      let edits = someEdits(of: ties, weight: weight)
      table.measure("edited ties, \(name)", items: ties.arcCount, "arcs") {
        let edited = ties.edited(edits, threads: threads)
        precondition(edited.arcCount == ties.arcCount, "as many come as go")
        return edited.arcCount
      }
      table.measure("edited and faded ties, \(name)", items: ties.arcCount, "arcs") {
        ties.edited(edits, scaledBy: 0.99, forgettingBelow: 1e-3, threads: threads).arcCount
      }
    }
    let ties = society.layers[0].ties
    table.measure("influence matrix", items: ties.arcCount, "arcs") {
      InfluenceMatrix(ties, isDirected: false, threads: threads).isTied.count
    }
  }

  /// Every hundredth tie goes, and as many come between people drawn at random who are not tied.
  private static func someEdits(of ties: TieTable, weight: Double) -> TieEdits {
    var random = RandomStream(seed: 1, stream: 1)
    var edits = TieEdits()
    var made = Set<[Int]>()
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { neighbor, _ in
        guard neighbor > person, random.integer(below: 100) == 0 else { return }
        edits.dropTie(person, neighbor)
        while true {
          let (one, other) = (random.integer(below: ties.personCount), random.integer(below: ties.personCount))
          guard one < other, !ties.hasTie(from: one, to: other), made.insert([one, other]).inserted else { continue }
          edits.addTie(one, other, weight)
          return
        }
      }
    }
    return edits
  }
}
