import Analysis

extension ComparisonReport {
  /// How many measures are shown of each kind.
  private static let measuresShown = 12

  /// The measures that differ most.
  var measures: [String] {
    let all = comparison.measures
    guard all.equal + all.rows.count > 0 else { return [] }
    let aside = "\(NumberText.count(all.rows.count)) of \(NumberText.count(all.rows.count + all.equal)) differ"
    var lines = [page.heading("MEASURES", aside)]
    let chance = shown(all.rows.filter { $0.yardstick == .chance })
    let others = shown(all.rows.filter { $0.yardstick != .chance })
    if !chance.isEmpty {
      lines += [""] + page.lines(table(chance, "in sd"))
      lines += page.note("in sd: the difference in standard deviations over random societies.")
    }
    if !others.isEmpty {
      lines += [""] + page.lines(table(others, "relative"))
      lines += page.note(
        "relative: measures in points, by the sd of own scores in run 1; sums and variances, by their size; others as they are."
      )
    }
    guard !all.rows.isEmpty else { return lines }
    let alone = all.onlyFirst + all.onlySecond
    return lines
      + page.note(
        "At the end of the runs, of each measure and score the row that differs most; all of them: --json. docs/measures.md says what they are.\(alone > 0 ? " \(NumberText.count(alone, "measure")) only one of the runs has." : "")"
      )
  }

  /// Of each measure and score at the end, the row that differs most.
  private func shown(_ rows: [MeasureComparison.Row]) -> [MeasureComparison.Row] {
    var seen: Set<[String]> = []
    return Array(
      rows.filter { row in
        row.relative != nil && row.periodFirst == comparison.first.period
          && row.periodSecond == comparison.second.period
          && seen.insert([row.measure, row.of]).inserted
      }.prefix(Self.measuresShown))
  }

  private func table(_ rows: [MeasureComparison.Row], _ unit: String) -> TextTable {
    var table = TextTable([
      ("measure", .left), ("run 1", .right), ("run 2", .right), ("diff.", .right), (unit, .right),
      ("of, on, by", .left),
    ])
    let name = rows.map(\.measure.count).max() ?? 0
    // What the names and the numbers leave.
    let room = max(10, page.width - min(name, 30) - 46)
    for row in rows {
      let place = [row.of.replacing("_score", with: ""), row.on, row.by, row.weighted == true ? "weighted" : ""]
      table.add([
        TextTable.Cell(row.measure), "\(number(row.first))", "\(number(row.second))",
        TextTable.Cell(signed(row.difference), .heading),
        TextTable.Cell(row.relative.map { NumberText.signed($0, 2) } ?? "-"),
        TextTable.Cell(TextTable.cut(place.filter { !$0.isEmpty }.joined(separator: ", "), to: room)),
      ])
    }
    return table
  }

  /// A number of any size in few characters.
  private func number(_ value: Double?) -> String {
    guard let value else { return "-" }
    let size = value.magnitude
    return size >= 1e7 ? NumberText.scientific(value) : NumberText.fixed(value, size >= 1000 ? 0 : size >= 10 ? 1 : 3)
  }

  private func signed(_ value: Double?) -> String {
    guard let value else { return "-" }
    return value > 0 ? "+" + number(value) : number(value)
  }
}
