import GraphModel
import Simulation

extension SimulationRun {
  /// `exclusions.csv`: who was listed and released, in the order of periods and people.
  func exclusionsTable() -> Table {
    let changes = listChanges
    let ids = society.firstSociety.people.ids
    let columns = [
      Column("id", .string, "the person", .words(ids) { changes[$0].person }),
      Column("period", .int, "the period", .counts { changes[$0].period }),
      Column("event", .string, "listed or released") { changes[$0].isListed ? "listed" : "released" },
      Column("reason", .string, "score, payments, contagion or time") { changes[$0].reason },
    ]
    return Table(file: "exclusions.csv", columns: columns, rowCount: changes.count)
  }
}
