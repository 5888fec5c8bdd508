import GraphModel
import Propagation
import Simulation

extension SimulationRun {
  /// A period of the simulation, or of a twin.
  private struct Row {
    let twin: Scenario.Twin?
    let record: PeriodRecord
  }

  /// `periods.csv`: one row a period, those of twins behind those of the simulation.
  func periodsTable() -> Table {
    let rows =
      records.map { Row(twin: nil, record: $0) }
      + twins.flatMap { twin in twin.records.map { Row(twin: twin.twin, record: $0) } }
    let dates = records.indices.map { society.moment(of: $0).map(Timestamp.text) }
    var columns = [
      Column("period", .int, "the period, from 0", .counts { rows[$0].record.period }),
      Column("date", .string, "its moment, in UTC; empty if no moment of period 0 is known") { row in
        dates[rows[row].record.period]
      },
      Column("twin", .string, "the rule that is off, or blind; empty: the simulation itself") { row in
        rows[row].twin?.rawValue
      },
      Column("public", .boolean, "whether scores were public") { row in String(rows[row].record.isPublic) },
    ]
    for measure in society.periodMeasures {
      switch measure.kind {
      case .count:
        columns.append(
          Column(
            measure.name, .int, unit: measure.unit, measure.meaning,
            .counts { measure.value(rows[$0].record).map { Int($0) } }))
      case .number:
        columns.append(
          Column(
            measure.name, .double, unit: measure.unit, measure.meaning, .numbers { measure.value(rows[$0].record) }))
      }
      if measure.name == "bound" {
        columns.append(
          Column("outcome", .string, "how settling ended") { row in rows[row].record.settling.outcome.rawValue })
      }
    }
    return Table(file: "periods.csv", columns: columns, rowCount: rows.count)
  }
}
