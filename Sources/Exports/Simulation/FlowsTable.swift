import Simulation

extension SimulationRun {
  /// `flows.csv`: how many people went from tier to tier, a row for each pair of tiers and period with anybody.
  func flowsTable() -> Table {
    var rows: [(period: Int, from: Int, to: Int, people: Int)] = []
    for record in records {
      for (from, row) in record.flows.enumerated() {
        for (to, people) in row.enumerated() where people > 0 { rows.append((record.period, from + 1, to + 1, people)) }
      }
    }
    let flows = rows
    let columns = [
      Column("period", .int, "the period", .counts { flows[$0].period }),
      Column("from_tier", .int, "the tier in the period before, 1 the lowest", .counts { flows[$0].from }),
      Column("to_tier", .int, "the tier now", .counts { flows[$0].to }),
      Column("people", .int, unit: "people", "how many went that way, or stayed", .counts { flows[$0].people }),
    ]
    return Table(file: "flows.csv", columns: columns, rowCount: flows.count)
  }
}
