import Simulation

extension SimulationReport {
  /// Who was on the blacklist.
  var excluded: [String] {
    guard let exclusion = findings.exclusion else { return [] }
    guard exclusion.ever > 0 else { return [page.heading("EXCLUDED"), ""] + page.prose("Nobody was ever listed.") }
    var table = TextTable([("", .left), ("people", .right), ("of all", .right)])
    func add(_ title: String, _ count: Int) {
      let share = findings.people > 0 ? Double(count) / Double(findings.people) : nil
      table.add([
        TextTable.Cell(title), TextTable.Cell(NumberText.count(count), .heading), "\(NumberText.percent(share))",
      ])
    }
    add("listed at some time", exclusion.ever)
    add("listed in the last period", exclusion.now)
    add("listed more than once", exclusion.again)
    let reasons = exclusion.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let why = reasons.map { "\(reason($0.key)) \(NumberText.count($0.value))" }
    var text = "Listings by reason: \(list(why))."
    if let periods = exclusion.meanPeriods {
      text +=
        " Whoever was listed was so for \(NumberText.fixed(periods, 1)) periods on average, spells that still go on counted up to now."
    }
    return [page.heading("EXCLUDED", "by the blacklist"), ""] + page.lines(table) + page.note(text)
  }

  private func reason(_ name: String) -> String {
    switch name {
    case "score": "a low score"
    case "payments": "missed payments"
    case "contagion": "contagion"
    default: name
    }
  }
}
