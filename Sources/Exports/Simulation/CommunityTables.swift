import Simulation

extension SimulatedSociety {
  /// The communities of the last look, as rows of `communities.csv`: by label, rising.
  func communitiesTable() -> Table {
    let (period, communities) = (period, communityStates)
    let columns = [
      Column("period", .int, "the period of the look", .counts { _ in period }),
      Column("community", .int, "the lasting label", .counts { communities[$0].label }),
      Column("people", .int, unit: "people", "how many belong to it", .counts { communities[$0].people }),
      .numbers("mean_own_score", "the mean own score", communities.map(\.meanOwnScore)),
      .numbers("mean_public_score", "the mean public score", communities.map(\.meanPublicScore)),
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
