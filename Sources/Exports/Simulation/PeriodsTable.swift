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
    func count(
      _ name: String, _ unit: String, _ meaning: String, _ value: @escaping @Sendable (PeriodRecord) -> Int?
    ) -> Column {
      Column(name, .int, unit: unit, meaning, .counts { value(rows[$0].record) })
    }
    func number(
      _ name: String, _ unit: String, _ meaning: String, _ value: @escaping @Sendable (PeriodRecord) -> Double?
    ) -> Column {
      Column(name, .double, unit: unit, meaning, .numbers { value(rows[$0].record) })
    }
    let dates = records.indices.map { society.moment(of: $0).map(Timestamp.text) }
    var columns = [
      count("period", "", "the period, from 0") { $0.period },
      Column("date", .string, "its moment, in UTC; empty if no moment of period 0 is known") { row in
        dates[rows[row].record.period]
      },
      Column("twin", .string, "the rule that is off, or blind; empty: the simulation itself") { row in
        rows[row].twin?.rawValue
      },
      Column("public", .boolean, "whether scores were public") { row in String(rows[row].record.isPublic) },
    ]
    columns += moments("own", "own", number) { $0.own } + moments("public", "public", number) { $0.publicScores }
    columns += sorting("own", number) { $0.ownSorting } + sorting("public", number) { $0.publicSorting }
    columns.append(count("isolated", "people", "people without a tie that counts") { $0.isolated })
    columns.append(
      count("friendless", "people", "people without a tie in the main layer") { $0.friendless })
    for (slot, layer) in society.layers.enumerated() {
      columns.append(count("ties_\(layer.name)", "ties", "ties in layer \(layer.name)") { $0.ties.counts[slot] })
    }
    columns += [
      count("considered", "", "how often somebody thought about a tie") { $0.ties.considered },
      count("dropped", "ties", "ties dropped by choice") { $0.ties.dropped },
      count("made", "ties", "ties made") { $0.ties.made },
      count("asked", "", "how often somebody asked for a tie") { $0.ties.asked },
      count("declined", "", "how often the other one refused") { $0.ties.declined },
      count("cut", "ties", "payment ties that the scheme took away") { $0.ties.cut },
      count("payments", "payments", "new payments") { $0.ties.payments },
    ]
    for tier in 0..<society.tierCount {
      columns.append(count("tier_\(tier + 1)", "people", "people in tier \(tier + 1), 1 the lowest") { $0.tiers[tier] })
    }
    columns += [
      count("listed", "people", "people on the list") { $0.listed },
      count("newly_listed", "people", "people listed in this period") { $0.newlyListed },
      count("released", "people", "people released in this period") { $0.released },
      number("effort_cost", "", "the cost of everyone's effort") { $0.effortCost },
    ]
    columns += points(number)
    columns += [
      number("own_change", "points", "the largest change of an own score") { $0.ownChange },
      number("public_change", "points", "the largest change of a public score") { $0.publicChange },
      count("sweeps", "", "how often ties were gone over to settle") { $0.settling.sweeps },
      number("bound", "points", "how far a public score can be off; empty if not known") { $0.settling.bound },
      Column("outcome", .string, "how settling ended") { row in rows[row].record.settling.outcome.rawValue },
      count("opinions", "", "opinions that somebody holds; empty for rules without opinions") { $0.opinions?.count },
      number("largest_opinion", "share", "the share of people who hold the commonest opinion") {
        $0.opinions?.largestShare
      },
      count("communities", "", "communities found; empty if not looked for") { $0.communities },
    ]
    return Table(file: "periods.csv", columns: columns, rowCount: rows.count)
  }

  private typealias Number = (String, String, String, @escaping @Sendable (PeriodRecord) -> Double?) -> Column

  private func moments(
    _ prefix: String, _ what: String, _ number: Number,
    _ part: @escaping @Sendable (PeriodRecord) -> PeriodRecord.Moments
  ) -> [Column] {
    [
      number("\(prefix)_mean", "points", "the mean \(what) score") { part($0).mean },
      number("\(prefix)_sd", "points", "the standard deviation of \(what) scores, divided by n") { part($0).sd },
      number("\(prefix)_lowest", "points", "the lowest \(what) score") { part($0).lowest },
      number("\(prefix)_highest", "points", "the highest \(what) score") { part($0).highest },
    ]
  }

  private func sorting(
    _ what: String, _ number: Number, _ part: @escaping @Sendable (PeriodRecord) -> PeriodRecord.Sorting
  ) -> [Column] {
    let layer = society.mainLayerName
    return [
      number("\(what)_assortativity", "", "assortativity of \(what) scores on layer \(layer), by weight") {
        part($0).assortativity
      },
      number("\(what)_moran", "", "Moran's I of \(what) scores on layer \(layer), by weight") { part($0).moran },
      number("\(what)_between_first", "share", "variance of \(what) scores between the communities of period 0") {
        part($0).betweenFirst
      },
      number("\(what)_between_now", "share", "variance of \(what) scores between the communities found last") {
        part($0).betweenNow
      },
      number("\(what)_gap_first", "points", "the gap of \(what) scores between communities of period 0, top to bottom")
      {
        part($0).gapFirst
      },
    ]
  }

  /// Where the sum of all own scores went.
  private func points(_ number: Number) -> [Column] {
    func part(
      _ name: String, _ what: String, _ value: @escaping @Sendable (PointsMoved) -> Double
    ) -> Column {
      number("points_\(name)", "points", "what the sum of own scores gained by \(what)") { value($0.points) }
    }
    return [
      part("deeds", "deeds") { $0.deeds }, part("missed", "missed payments") { $0.missed },
      part("dated", "dated events") { $0.dated }, part("faded", "forgetting") { $0.faded },
      part("rewards", "rewards") { $0.rewards }, part("effort", "effort") { $0.effort },
      part("conformity", "the pull of friends' conduct") { $0.conformity },
      part("decay", "the pull of the own score of period 0") { $0.decay },
      part("trait", "the latent trait") { $0.trait }, part("marks", "marks of having been listed") { $0.marks },
      part("held", "being held to the scale") { $0.held },
      part("sanctions", "caps and penalties of the list, compared with the period before") { $0.sanctions },
    ]
  }
}
