import GraphModel
import Simulation

extension SimulatedSociety {
  /// The rows that `tie_events.csv` gains in this period.
  func tieEventsTable() -> Table {
    let (period, changes) = (period, tieChanges)
    let ids = firstSociety.people.ids
    let names = layers.map(\.name)
    let columns = [
      Column("period", .int, "the period", .counts { _ in period }),
      Column(
        "source", .string, "one person; of a made or declined tie, who asked", .words(ids) { changes[$0].source }),
      Column("target", .string, "the other one", .words(ids) { changes[$0].target }),
      Column("layer", .string, "the layer") { names[changes[$0].layer] },
      Column("event", .string, "made, dropped or declined") { changes[$0].kind.rawValue },
      Column("by", .string, "who dropped or declined it, or asked for it: source, target, both, or the scheme") {
        changes[$0].by.rawValue
      },
      Column(
        "cost", .double, unit: "points",
        "dropped: what the tie cost whoever dropped it (of both, the source); made: what it brings who asked; declined: "
          + "what it would have brought who refused; empty where nobody weighed it",
        .numbers { changes[$0].gain }),
      Column("declined", .boolean, "whether somebody asked and was refused") { String(changes[$0].kind == .declined) },
    ]
    return Table(file: "tie_events.csv", columns: columns, rowCount: changes.count)
  }
}
