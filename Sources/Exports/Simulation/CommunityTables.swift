import Compute
import Simulation

extension SimulatedSociety {
  /// The communities of the last look, as rows of `communities.csv`: by label, rising.
  func communitiesTable() -> Table {
    struct Row {
      let label: Int
      var people = 0
      var own = CompensatedSum()
      var scores = CompensatedSum()
    }
    let labels = communityLabels ?? []
    var slots = [Int](repeating: -1, count: (labels.max() ?? 0) + 1)
    for label in labels where label > 0 { slots[label] = 0 }
    var rows: [Row] = []
    for label in slots.indices where slots[label] == 0 {
      slots[label] = rows.count
      rows.append(Row(label: label))
    }
    for (person, label) in labels.enumerated() where label > 0 {
      rows[slots[label]].people += 1
      rows[slots[label]].own.add(ownScores[person])
      rows[slots[label]].scores.add(publicScores[person])
    }
    let (period, communities) = (period, rows)
    func mean(
      _ name: String, _ meaning: String, _ sum: @escaping @Sendable (Row) -> CompensatedSum
    ) -> Column {
      Column(
        name, .double, unit: "points", meaning,
        .numbers { sum(communities[$0]).value / Double(communities[$0].people) })
    }
    let columns = [
      Column("period", .int, "the period of the look", .counts { _ in period }),
      Column("community", .int, "the lasting label", .counts { communities[$0].label }),
      Column("people", .int, unit: "people", "how many belong to it", .counts { communities[$0].people }),
      mean("mean_own_score", "the mean own score") { $0.own },
      mean("mean_public_score", "the mean public score") { $0.scores },
    ]
    return Table(file: "communities.csv", columns: columns, rowCount: communities.count)
  }
}

extension SimulationRun {
  /// `community_events.csv`: what became of communities at each look.
  func communityEventsTable() -> Table {
    let events = looks.flatMap { look in look.events.map { (period: look.period, event: $0) } }
    let columns = [
      Column("period", .int, "the period of the look", .counts { events[$0].period }),
      Column("event", .string, "continuation, birth, split, death or merge") { events[$0].event.kind.rawValue },
      Column(
        "community", .int, "the lasting label afterwards; of a death, of the one that is no more",
        .counts { events[$0].event.label }),
      Column("from", .string, "the labels it comes from, with blanks between them; empty without") { row in
        let from = events[row].event.from
        return from.isEmpty ? nil : from.map(String.init).joined(separator: " ")
      },
      Column(
        "people", .int, unit: "people", "how many it has; of a merge and a death, how many the one that ended had",
        .counts { events[$0].event.people }),
    ]
    return Table(file: "community_events.csv", columns: columns, rowCount: events.count)
  }
}
