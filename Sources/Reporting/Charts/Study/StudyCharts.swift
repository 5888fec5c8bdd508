import Experiments

/// The charts of a study, made of findings alone.
struct StudyCharts: Sendable {
  /// Groups of one outcome, or an outcome without groups.
  struct Family: Sendable {
    /// What it is called.
    let name: String
    /// The name as it stands in names of files and places on the page.
    let place: String
    /// The outcome of each group.
    let outcomes: [OutcomeFindings]
    /// How many groups are not shown.
    let leftOut: Int

    /// Those of which there is a number.
    var defined: [OutcomeFindings] { outcomes.filter { outcome in outcome.cells.contains { $0.summary != nil } } }
  }

  let findings: StudyFindings
  /// Words for what is charted.
  let report: StudyReport

  /// So many groups, lines in a panel, panels in a chart, lines of intervals, cells of a heat map across and upwards,
  /// points of a scatter and rows of a table are shown.
  static let (mostGroups, mostLines, mostPanels, mostRows) = (12, 8, 12, 40)
  static let (mostHeat, mostPoints, mostTableRows) = (40, 2_000, 500)

  init(_ findings: StudyFindings) {
    self.findings = findings
    report = StudyReport(findings, width: 100, ink: .plain)
  }

  /// The outcomes, groups together.
  var families: [Family] {
    var names: [String] = []
    for outcome in findings.outcomes where !names.contains(outcome.name) { names.append(outcome.name) }
    var taken: Set<String> = []
    return names.map { name in
      let outcomes = findings.outcomes.filter { $0.name == name }
      return Family(
        name: name, place: Self.place(name, &taken), outcomes: Array(outcomes.prefix(Self.mostGroups)),
        leftOut: max(0, outcomes.count - Self.mostGroups))
    }
  }

  /// A name for files and for places on the page: lower case, digits and hyphens, each once.
  static func place(_ name: String, _ taken: inout Set<String>) -> String {
    let letters = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let plain = String(letters.prefix(60))
    let base = plain.allSatisfy { $0 == "-" } ? "outcome" : plain
    var (result, count) = (base, 1)
    while !taken.insert(result).inserted {
      count += 1
      result = "\(base)-\(count)"
    }
    return result
  }

  /// The charts of an outcome, as its design allows.
  func charts(_ family: Family) -> [Chart] {
    guard !family.defined.isEmpty else { return [] }
    let drawn: [Chart?] =
      switch findings.design {
      case .latinHypercube: [coefficients(family)] + scatters(family)
      case .sobol: indices(family) + scatters(family)
      case .oneAtATime: [steps(family), differences(family)]
      case .grid where findings.cells.count == 1: [spread(family)]
      case .grid: [levels(family) ?? arms(family) ?? ranks(family), heat(family), effects(family), differences(family)]
      }
    return drawn.compactMap(\.self)
  }

  // MARK: Pieces that charts share

  /// What the numbers of an outcome are, for an axis.
  func axis(_ family: Family) -> String {
    "\(family.name): \(StudyReport.shown(family.outcomes.first?.meaning ?? "", 200))"
  }

  /// How means are written, of all groups alike.
  func digits(_ outcomes: [OutcomeFindings]) -> Digits {
    let cells = outcomes.flatMap(\.cells).compactMap(\.summary)
    return Digits(cells.map(\.t), values: cells.map(\.mean))
  }

  /// What intervals are, as a sentence.
  var intervals: String {
    findings.replicates < 2
      ? "One run a cell: there are no intervals." : "Intervals are Student's \(report.level) intervals of the mean."
  }

  /// The lowest and the highest mean of cells, as a sentence for each group.
  func range(_ family: Family) -> String {
    let digits = digits(family.defined)
    return family.defined.prefix(4).compactMap { outcome -> String? in
      let there = outcome.cells.indices.filter { outcome.cells[$0].summary != nil }
      func mean(_ cell: Int) -> Double { outcome.cells[cell].summary?.mean ?? 0 }
      guard let low = there.min(by: { mean($0) < mean($1) }), let high = there.max(by: { mean($0) < mean($1) }) else {
        return nil
      }
      let subject =
        outcome.group.isEmpty ? "Means" : "Means of \(MarkupText.isolated(MarkupText.cut(outcome.group, to: 24)))"
      if mean(low) == mean(high) { return "\(subject) are \(digits.text(mean(low))) wherever there is one." }
      return
        "\(subject) go from \(digits.text(mean(low))) (\(report.name(of: low))) to \(digits.text(mean(high))) (\(report.name(of: high)))."
    }.joined(separator: " ")
  }

  /// A number in a table.
  func cell(_ value: Double?, _ digits: Digits) -> ChartTable.Cell { ChartTable.Cell(digits.text(value), value: value) }

  /// All cells with what came of them, and what to say if not all fit.
  func table(_ family: Family) -> (table: ChartTable, note: String) {
    let hasGroups = family.outcomes.contains { !$0.group.isEmpty }
    let digits = digits(family.outcomes)
    var columns = (hasGroups ? [ChartTable.Column.text("group")] : []) + [.number("cell")]
    columns += findings.factors.map { $0.isNumeric ? .number($0.name) : .text($0.name) }
    columns += ["n", "missing", "mean", "sd", "low", "high", "bootstrap low", "bootstrap high"].map { .number($0) }
    columns += ["5%", "25%", "median", "75%", "95%"].map { .number($0) } + [.text("why missing")]
    var table = ChartTable(columns)
    let all = family.outcomes.count * findings.cells.count
    for outcome in family.outcomes {
      for (place, cell) in outcome.cells.enumerated() where table.rows.count < Self.mostTableRows {
        let (summary, info) = (cell.summary, findings.cells[place])
        var row: [ChartTable.Cell] = hasGroups ? [ChartTable.Cell(outcome.group)] : []
        row.append(.count(cell.cell))
        row += info.values.map { ChartTable.Cell($0.text, value: $0.number) }
        row += [.count(summary?.n ?? 0), .count(cell.missing.values.reduce(0, +))]
        row += [
          summary?.mean, summary?.sd, summary?.t?.low, summary?.t?.high, summary?.bootstrap?.low,
          summary?.bootstrap?.high, summary?.quantile05, summary?.quantile25, summary?.median, summary?.quantile75,
          summary?.quantile95,
        ].map { self.cell($0, digits) }
        let reasons = cell.missing.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        row.append(ChartTable.Cell(reasons.joined(separator: "; ")))
        table.add(row)
      }
    }
    let note =
      all > table.rows.count
      ? " The table has the first \(NumberText.count(table.rows.count)) of \(NumberText.count(all)) rows; the database has all."
      : ""
    return (table, note)
  }
}
