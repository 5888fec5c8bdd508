import Experiments

extension StudyCharts {
  /// Means by two factors, as colours.
  func heat(_ family: Family) -> Chart? {
    guard findings.factors.count == 2, family.outcomes.count == 1, let outcome = family.defined.first,
      !report.isUnmoved(outcome)
    else { return nil }
    let sizes = findings.factors.map(\.levels.count)
    guard sizes.min() ?? 0 > 1, sizes[0] * sizes[1] > 4, sizes.max() ?? 0 <= Self.mostHeat else { return nil }
    // The longer factor goes across.
    let (across, upwards) = sizes[0] >= sizes[1] ? (0, 1) : (1, 0)
    var values = [[Double?]](repeating: [Double?](repeating: nil, count: sizes[across]), count: sizes[upwards])
    for (cell, info) in findings.cells.enumerated() {
      guard let x = info.values[across].level, let y = info.values[upwards].level else { continue }
      values[y][x] = outcome.cells[cell].summary?.mean
    }
    func labels(_ factor: Int) -> [String] { findings.factors[factor].levels.map { MarkupText.cut($0.label, to: 24) } }
    let digits = digits([outcome])
    let chart = HeatChart(
      across: (findings.factors[across].name, labels(across)),
      upwards: (findings.factors[upwards].name, labels(upwards)),
      values: values, value: family.name, digits: digits)
    let (table, note) = table(family)
    let missing = values.flatMap(\.self).count { $0 == nil }
    return Chart(
      id: "heat-\(family.place)",
      title: "\(family.name) by \(findings.factors[across].name) and \(findings.factors[upwards].name), as a map",
      caption:
        "The lighter, the higher the mean. \(range(family))\(missing > 0 ? " \(NumberText.count(missing, "cell")) without a number." : "")\(note)",
      alternative:
        "A table of \(sizes[upwards]) by \(sizes[across]) cells, coloured by the mean of \(family.name), with the numbers in them.",
      table: table, draw: chart.drawing)
  }

  /// What each level of each factor does, over all others.
  func effects(_ family: Family) -> Chart? {
    guard findings.factors.count > 1, family.outcomes.count == 1, let outcome = family.defined.first,
      let effects = outcome.mainEffects, !report.isUnmoved(outcome)
    else { return nil }
    let rows = zip(findings.factors, effects.factors).flatMap { factor, found in
      found.levels.enumerated().map { place, level in
        IntervalChart.Row(
          name: MarkupText.cut(factor.levels[place].label, to: 32), heading: factor.name, value: level.effect,
          interval: level.interval)
      }
    }
    guard rows.count <= 2 * Self.mostRows else { return nil }
    let digits = Digits(rows.map(\.interval), values: rows.compactMap(\.value))
    let chart = IntervalChart(
      rows: rows, axis: "effect on \(family.name)", digits: digits, reference: (0, "mean of all cells"), hasSides: true)
    var table = ChartTable([
      .text("factor"), .text("level"), .number("mean"), .number("effect"), .number("low"), .number("high"),
      .number("share of variance"),
    ])
    for (factor, found) in zip(findings.factors, effects.factors) {
      for (place, level) in found.levels.enumerated() {
        table.add([
          ChartTable.Cell(factor.name), ChartTable.Cell(factor.levels[place].label), cell(level.mean, digits),
          cell(level.effect, digits), cell(level.interval?.low, digits), cell(level.interval?.high, digits),
          .share(found.share),
        ])
      }
    }
    return Chart(
      id: "effects-\(family.place)", title: "Main effects on \(family.name)",
      caption:
        "Over all values of the other factors, from the mean of all cells (\(digits.text(effects.mean))). Blue: the whole interval is above it; orange: below. \(report.variance(effects))",
      alternative: "Dots with the effect of each level of \(report.list(findings.factors.map(\.name))), on intervals.",
      table: table, draw: chart.drawing)
  }

  /// Means where one factor at a time is changed, beside the base.
  func steps(_ family: Family) -> Chart? {
    guard family.outcomes.count == 1, let outcome = family.defined.first else { return ranks(family) }
    var rows: [IntervalChart.Row] = []
    for (place, factor) in findings.factors.enumerated() {
      for cell in report.cells(varying: place) {
        let value = findings.cells[cell].values[place]
        rows.append(
          row(
            outcome.cells[cell], name: MarkupText.cut(value.text, to: 32) + (cell == 0 ? " (base)" : ""),
            heading: factor.name))
      }
    }
    guard rows.count <= 3 * Self.mostRows else { return ranks(family) }
    let base = outcome.cells.first?.summary
    let digits = digits([outcome])
    let chart = IntervalChart(
      rows: rows, axis: axis(family), digits: digits, reference: base.map { ($0.mean, "base \(digits.text($0.mean))") })
    let (table, note) = table(family)
    return Chart(
      id: "levels-\(family.place)", title: "\(family.name), one factor at a time",
      caption:
        "\(range(family)) The dashed line is the base, \(MarkupText.cut(findings.cells.first.map { report.list($0.values.enumerated().map { report.setting($0, $1) }) } ?? "-", to: 200)). \(intervals)\(note)",
      alternative: "Dots with the mean of \(family.name) for each value of each factor, on intervals, beside the base.",
      table: table, draw: chart.drawing)
  }

  /// Levels less the one they are compared with.
  func differences(_ family: Family) -> Chart? {
    let found = family.defined.filter { !report.isUnmoved($0) }.flatMap { outcome in
      shown(outcome, of: family.defined.count).map { (outcome, $0) }
    }
    let values = found.compactMap(\.1.difference)
    guard !values.isEmpty else { return nil }
    let rows = found.map { outcome, one in differenceRow(outcome, one) }
    let digits = Digits(values.map(\.t), values: values.map(\.mean))
    let chart = IntervalChart(
      rows: rows, axis: "difference in \(family.name), in the same replicates", digits: digits,
      reference: (0, "no difference"), hasSides: true)
    let tested = values.filter { $0.t != nil }
    let (above, below) = (
      tested.count { ($0.t?.low ?? 0) > 0 }, tested.count { ($0.t?.high ?? 0) < 0 }
    )
    let left = family.defined.filter { !report.isUnmoved($0) }.reduce(0) { $0 + $1.differences.count } - found.count
    return Chart(
      id: "differences-\(family.place)", title: "Differences in \(family.name)",
      caption: (tested.isEmpty
        ? "One pair of runs each: whether 0 lies inside cannot be told. "
        : "Of \(NumberText.count(tested.count, "interval")) \(Self.some(above, "lies", "lie")) above 0 (blue), \(Self.some(below, "lies", "lie")) below (orange), and \(Self.some(tested.count - above - below, "holds", "hold")) it. ")
        + report.saving(values).replacing("corr.: arms", with: "Arms")
        + (left > 0 ? " \(NumberText.count(left, "difference")) of single cells left out." : ""),
      alternative: "Dots with mean paired differences on intervals, beside a line at no difference.",
      table: differenceTable(found, digits), draw: chart.drawing)
  }

  private static func some(_ count: Int, _ one: String, _ many: String) -> String {
    count == 0 ? "none \(one)" : "\(NumberText.count(count)) \(count == 1 ? one : many)"
  }

  /// A difference as a line; where others vary, the levels are the heading and their values the name.
  private func differenceRow(_ outcome: OutcomeFindings, _ one: OutcomeFindings.Difference) -> IntervalChart.Row {
    let (level, against) = (MarkupText.cut(one.level, to: 32), MarkupText.cut(one.against, to: 32))
    var (name, heading) = (level, "\(one.factor), less \(against)")
    let others = findings.factors.enumerated().filter { $0.element.name != one.factor }
    if findings.design != .oneAtATime, !others.isEmpty {
      heading =
        "\(MarkupText.cut(one.factor, to: 40)): \(level) less \(against), by \(others.map { MarkupText.cut($0.element.name, to: 40) }.joined(separator: ", "))"
      let values = findings.cells.first { $0.cell == one.cell }?.values
      name =
        values.map { values in others.map { MarkupText.cut(values[$0.offset].text, to: 40) }.joined(separator: ", ") }
        ?? "all"
    }
    return IntervalChart.Row(
      name: name, heading: [outcome.group, heading].filter { !$0.isEmpty }.joined(separator: ", "),
      value: one.difference?.mean, interval: one.difference?.t, reason: "no replicate has both")
  }

  /// Of many differences those over all cells.
  private func shown(_ outcome: OutcomeFindings, of groups: Int) -> [OutcomeFindings.Difference] {
    let most = max(2, Self.mostRows / max(1, groups))
    guard outcome.differences.count > most else { return outcome.differences }
    let means = outcome.differences.filter { $0.others == "all" && $0.cell == nil }
    return Array((means.isEmpty ? outcome.differences : means).prefix(most))
  }

  private func differenceTable(
    _ found: [(OutcomeFindings, OutcomeFindings.Difference)], _ digits: Digits
  ) -> ChartTable {
    let hasGroups = found.contains { !$0.0.group.isEmpty }
    var table = ChartTable(
      (hasGroups ? [.text("group")] : []) + [.text("factor"), .text("level"), .text("less"), .text("where")]
        + ["n", "mean", "sd", "low", "high", "bootstrap low", "bootstrap high", "p", "correlation"].map { .number($0) })
    for (outcome, one) in found {
      let difference = one.difference
      table.add(
        (hasGroups ? [ChartTable.Cell(outcome.group)] : []) + [
          ChartTable.Cell(one.factor), ChartTable.Cell(one.level), ChartTable.Cell(one.against),
          ChartTable.Cell(one.others), .count(difference?.n ?? 0),
        ]
          + [
            difference?.mean, difference?.sd, difference?.t?.low, difference?.t?.high, difference?.bootstrap?.low,
            difference?.bootstrap?.high,
          ].map { cell($0, digits) } + [
            ChartTable.Cell(NumberText.p(difference?.pValue), value: difference?.pValue),
            .number(difference?.correlation, 2),
          ])
    }
    return table
  }
}
