import GraphModel
import Simulation

extension SimulationReport {
  /// What moved own scores, over the whole run, in points of their sum.
  var moved: [(title: String, points: Double)] {
    let rows: [(String, (PointsMoved) -> Double)] = [
      ("deeds", \.deeds), ("missed payments", \.missed), ("dated events", \.dated), ("forgetting", \.faded),
      ("rewards", \.rewards), ("effort", \.effort), ("conformity", \.conformity), ("decay", \.decay),
      ("latent trait", \.trait), ("marks of release", \.marks), ("ends of the scale", \.held),
      ("caps and penalties", \.sanctions),
    ]
    return rows.map { title, part in (title, records.reduce(0) { $0 + part($1.points) }) }
  }

  /// Where the sum of own scores went.
  var points: [String] {
    guard let first = records.first, let last = findings.last, periods > 0, findings.people > 0 else { return [] }
    let rows = moved.filter { $0.points != 0 }
    let count = Double(findings.people)
    let change = (last.own.mean - first.own.mean) * count
    let total = records.reduce(0) { $0 + $1.points.total }
    guard !rows.isEmpty else { return [page.heading("POINTS"), ""] + page.prose("No rule moved an own score.") }
    var table = TextTable([("own scores moved by", .left), ("points", .right), ("a person", .right)])
    for row in rows {
      table.add([
        TextTable.Cell(row.title), "\(NumberText.grouped(signedScore(row.points)))",
        TextTable.Cell(signedScore(row.points / count), row.points > 0 ? .good : .bad),
      ])
    }
    table.add([
      TextTable.Cell("all together", .heading), TextTable.Cell(NumberText.grouped(signedScore(total)), .heading),
      TextTable.Cell(signedScore(total / count), .heading),
    ])
    // What a sum of as many scores and periods can lose to rounding.
    let slack = 1e-9 * count * scale.width * Double(periods)
    let verdict =
      (total - change).magnitude <= slack
      ? page.note("This is the whole change of the sum of own scores.")
      : page.prose(
        "These do not add up: the sum of own scores changed by \(signedScore(change)) points. That is an error of the program."
      ).map { page.ink.paint($0, .bad) }
    return [page.heading("POINTS", "over all periods"), ""] + page.lines(table) + verdict
  }
}
