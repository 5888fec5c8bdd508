import Simulation

extension SimulationReport {
  /// The last period beside that of each twin.
  var twins: [String] {
    guard !findings.twins.isEmpty else { return [] }
    var lines = [page.heading("TWINS", "period \(periods), same random numbers, one rule off")]
    var rest = findings.twins[...]
    while !rest.isEmpty {
      let count = (1...rest.count).last { table(Array(rest.prefix($0))).fits(page.width) } ?? 1
      lines += [""] + page.lines(table(Array(rest.prefix(count))))
      rest = rest.dropFirst(count)
    }
    lines += [""]
    for twin in findings.twins {
      lines += Paragraph.lines(
        "\(meaning(twin)). \(perPerson(twin)).", width: page.width, first: "  - ")
    }
    return lines
      + page.note(
        "diff.: this run minus the twin, which is with the rule minus without it; for blind, choosing minus chance. pp: percentage points. here: in this run."
      )
  }

  private func table(_ twins: [SimulationFindings.TwinFindings]) -> TextTable {
    var table = TextTable(
      [("last values", .left), ("this run", .right)]
        + twins.flatMap { [(shortName($0.twin), .right), ("diff.", .right)] as [(String, TextTable.Alignment)] })
    let others = twins.map { MainSeries.all($0.records, of: findings) }
    for (position, series) in MainSeries.all(records, of: findings).enumerated() {
      let values = others.map { $0[position].last }
      guard series.last != nil || values.contains(where: { $0 != nil }) else { continue }
      let cells = values.flatMap { value -> [TextTable.Cell] in
        let difference = series.last.flatMap { last in value.map { last - $0 } }
        let text = series.change(difference)
        return ["\(series.text(value))", TextTable.Cell(text, difference == 0 ? .faint : .heading)]
      }
      table.add([TextTable.Cell(series.title), "\(series.text(series.last))"] + cells)
    }
    return table
  }

  /// What a twin is called in tables.
  func shortName(_ twin: Scenario.Twin) -> String {
    switch twin {
    case .rewiring: "no rewiring"
    case .announcement: "unannounced"
    case .network: "no network"
    case .blacklist: "no list"
    case .rewards: "no rewards"
    case .effort: "no effort"
    case .blind: "blind"
    }
  }

  /// How many more or fewer ties changed than here, where chance finds no partner, or too many.
  private func shortfall(_ twin: SimulationFindings.TwinFindings) -> String {
    func difference(_ count: (PeriodRecord) -> Int, _ word: String) -> String? {
      let missing = records.reduce(0) { $0 + count($1) } - twin.records.reduce(0) { $0 + count($1) }
      guard missing != 0 else { return nil }
      return "\(NumberText.count(abs(missing))) \(missing > 0 ? "fewer" : "more") \(word)"
    }
    let words = [difference({ $0.ties.dropped }, "dropped"), difference({ $0.ties.made }, "made")].compactMap { $0 }
    return words.isEmpty ? "" : ", but for \(list(words)) in all"
  }

  /// What a twin is.
  func meaning(_ twin: SimulationFindings.TwinFindings) -> String {
    switch twin.twin {
    case .rewiring: "no rewiring: no tie is dropped or made by choice"
    case .announcement: "unannounced: scores are never public and nobody acts on them"
    case .network: "no network: susceptibility is 0 and public scores are own scores"
    case .blacklist: "no list: nobody is excluded"
    case .rewards: "no rewards: tiers bring nothing"
    case .effort: "no effort: nobody strives"
    case .blind: "blind: as many ties are dropped and made, at random\(shortfall(twin))"
    }
  }
}
