import Experiments

extension StudyReport {
  /// What a table of cells has beside factors and means.
  private struct Columns {
    var hasDeviation = true
    var hasBootstrap = false
    var hasMedian = false
    var hasQuantiles = false
  }

  /// A line for each cell, with its interval drawn on an axis that all share.
  func cells(_ outcome: OutcomeFindings) -> [String] {
    guard hasCells else { return [] }
    let table = best(outcome)
    let notes = [intervalNote(outcome), missingNote(outcome)].compactMap(\.self)
    return page.lines(table) + (notes.isEmpty ? [] : page.note(notes.joined(separator: " ")))
  }

  private func hasIntervals(_ outcome: OutcomeFindings) -> Bool { outcome.cells.contains { $0.summary?.t != nil } }

  private func intervalNote(_ outcome: OutcomeFindings) -> String? {
    guard hasIntervals(outcome) else {
      return "One run a cell: how much of a difference is chance cannot be told, and there are no intervals."
    }
    return
      "Intervals of the mean: Student's t, drawn on one axis\(best(outcome).hasColumn("bootstrap") ? "; BCa bootstrap beside it" : "")."
  }

  /// The table with the most columns that fit.
  private func best(_ outcome: OutcomeFindings) -> TextTable {
    let choices =
      hasIntervals(outcome)
      ? [
        Columns(hasBootstrap: true, hasMedian: true, hasQuantiles: true),
        Columns(hasBootstrap: true, hasMedian: true), Columns(hasBootstrap: true), Columns(),
        Columns(hasDeviation: false),
      ] : [Columns(hasDeviation: false)]
    let isByFactor = (1...3).contains(findings.factors.count) && findings.design != .oneAtATime
    for isByFactor in isByFactor ? [true, false] : [false] {
      for columns in choices {
        for bar in Self.bars where bar >= 13 {
          let table = table(outcome, columns, bar: bar, isByFactor: isByFactor)
          if table.fits(page.width) { return table }
        }
      }
    }
    return fitting([11, 9]) { table(outcome, Columns(hasDeviation: false), bar: $0, isByFactor: false) }
  }

  private func table(_ outcome: OutcomeFindings, _ columns: Columns, bar: Int, isByFactor: Bool) -> TextTable {
    let digits = digits(outcome)
    let hasIntervals = hasIntervals(outcome)
    let hasMissing = outcome.cells.contains { !$0.missing.isEmpty }
    let axis = IntervalBar.axis(outcome.cells.map { $0.summary?.t }, outcome.cells.map { $0.summary?.mean }) ?? 0...1
    var heads: [(String, TextTable.Alignment)] =
      isByFactor
      ? findings.factors.map { (TextTable.cut($0.name, to: 16), $0.isNumeric ? .right : .left) } : [("cell", .left)]
    heads.append(("n", .right))
    if hasMissing { heads.append(("missing", .right)) }
    heads.append(("mean", .right))
    if columns.hasDeviation { heads.append(("sd", .right)) }
    if hasIntervals { heads.append(("\(level) interval", .right)) }
    heads.append((IntervalBar.header(axis, width: bar, digits), .left))
    if columns.hasBootstrap { heads.append(("bootstrap", .right)) }
    if columns.hasMedian { heads.append(("median", .right)) }
    if columns.hasQuantiles { heads.append(("5% to 95%", .right)) }
    var table = TextTable(heads)
    for (place, cell) in outcome.cells.enumerated() {
      let summary = cell.summary
      var row: [TextTable.Cell] =
        isByFactor
        ? findings.cells[place].values.map { TextTable.Cell(TextTable.cut($0.text, to: 20)) }
        : [TextTable.Cell(name(of: place))]
      row.append("\(summary.map { NumberText.count($0.n) } ?? "0")")
      if hasMissing { row.append("\(NumberText.count(cell.missing.values.reduce(0, +)))") }
      row.append(TextTable.Cell(digits.text(summary?.mean), .heading))
      if columns.hasDeviation { row.append("\(digits.text(summary?.sd))") }
      if hasIntervals { row.append("\(digits.range(summary?.t))") }
      row.append(drawn(cell, over: axis, width: bar))
      if columns.hasBootstrap { row.append("\(digits.range(summary?.bootstrap))") }
      if columns.hasMedian { row.append("\(digits.text(summary?.median))") }
      if columns.hasQuantiles {
        row.append("\(summary.map { "\(digits.text($0.quantile05)) to \(digits.text($0.quantile95))" } ?? "-")")
      }
      table.add(row)
    }
    return table
  }

  /// The bar of a cell, or why there is none.
  private func drawn(
    _ cell: OutcomeFindings.CellSummary, over axis: ClosedRange<Double>, width: Int
  ) -> TextTable.Cell {
    guard let summary = cell.summary else {
      let reason = cell.missing.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }?.key
      return TextTable.Cell(TextTable.cut(reason ?? "no run", to: width), .faint)
    }
    return TextTable.Cell(
      IntervalBar.text(summary.t, mean: summary.mean, over: axis, width: width, isPlain: isPlain), .accent)
  }
}
