import Experiments

extension StudyCharts {
  /// Which factor goes along the axis, which tells lines, and which panels.
  struct Layout {
    let across: Int
    let lines: Int?
    let panels: Int?
  }

  /// The layout for up to three factors, one of them a number; `nil` if they do not fit.
  var layout: Layout? {
    let factors = findings.factors
    guard (1...3).contains(factors.count) else { return nil }
    let numbers = factors.indices.filter { factors[$0].isNumeric && factors[$0].levels.count > 1 }
    guard let across = numbers.max(by: { factors[$0].levels.count < factors[$1].levels.count }) else { return nil }
    // What is compared, and what is no number, is best seen side by side in one panel.
    func rank(_ factor: Int) -> Int {
      (findings.comparisons.contains { $0.factor == factors[factor].name } ? 0 : 2)
        + (factors[factor].isNumeric ? 1 : 0)
    }
    let others = factors.indices.filter { $0 != across }.sorted { rank($0) == rank($1) ? $0 < $1 : rank($0) < rank($1) }
    let fitting = others.filter { factors[$0].levels.count <= Self.mostLines }
    let lines = fitting.first
    return Layout(across: across, lines: lines, panels: others.first { $0 != lines })
  }

  /// Means over a factor that is a number: a line for each level of a second, a panel for each of a third.
  func levels(_ family: Family) -> Chart? {
    guard let layout, isSmall(layout) else { return nil }
    let factor = findings.factors[layout.across]
    let outcomes = family.defined
    var panels: [PanelChart.Panel] = []
    for outcome in outcomes {
      let titles = layout.panels.map { panel in findings.factors[panel].levels.indices.map { Optional($0) } } ?? [nil]
      for level in titles {
        let part = layout.panels.flatMap { panel in
          level.map {
            MarkupText.cut("\(findings.factors[panel].name)=\(findings.factors[panel].levels[$0].label)", to: 60)
          }
        }
        panels.append(
          PanelChart.Panel(
            title: [outcome.group.isEmpty ? nil : outcome.group, part].compactMap(\.self).joined(separator: ", "),
            lines: lines(outcome, layout, panel: level)))
      }
    }
    let left = max(0, panels.count - Self.mostPanels)
    let numbers = factor.levels.compactMap(\.number)
    let chart = PanelChart(
      panels: Array(panels.prefix(Self.mostPanels)), axis: factor.name,
      isLogarithmic: FactorAxis.isSpacedByRatio(numbers),
      labels: factor.levels.compactMap { level in level.number.map { ($0, MarkupText.cut(level.label, to: 12)) } },
      value: axis(family), digits: digits(outcomes))
    let (table, note) = table(family)
    let what = layout.lines.map { " a line for each value of \(findings.factors[$0].name)," } ?? ""
    return Chart(
      id: "levels-\(family.place)", title: "\(family.name) by \(factor.name)",
      caption:
        "\(range(family)) \(intervals)\(left > 0 ? " \(NumberText.count(left, "more panel")) left out." : "")\(note)",
      alternative:
        "Lines of the mean of \(family.name) over \(factor.name),\(what) with bands of their intervals, in \(NumberText.count(min(panels.count, Self.mostPanels), "panel")).",
      table: table, draw: chart.drawing)
  }

  /// Whether lines and panels are few enough to be told apart.
  private func isSmall(_ layout: Layout) -> Bool {
    let panels = layout.panels.map { findings.factors[$0].levels.count } ?? 1
    return panels <= Self.mostPanels && (findings.factors.count == 1 || layout.lines != nil)
  }

  private func lines(_ outcome: OutcomeFindings, _ layout: Layout, panel: Int?) -> [PanelChart.Line] {
    let levels: [Int?] = layout.lines.map { findings.factors[$0].levels.indices.map { Optional($0) } } ?? [nil]
    return levels.compactMap { level in
      let points = findings.cells.indices.compactMap { cell -> PanelChart.Point? in
        let values = findings.cells[cell].values
        if let lines = layout.lines, values[lines].level != level { return nil }
        if let panels = layout.panels, values[panels].level != panel { return nil }
        guard let summary = outcome.cells[cell].summary, let x = values[layout.across].number else { return nil }
        return PanelChart.Point(
          x: x, label: report.setting(layout.across, values[layout.across]), value: summary.mean,
          interval: summary.t)
      }
      guard !points.isEmpty else { return nil }
      let name = layout.lines.flatMap { lines in
        level.map {
          MarkupText.cut("\(findings.factors[lines].name)=\(findings.factors[lines].levels[$0].label)", to: 60)
        }
      }
      return PanelChart.Line(name: name ?? "", points: points)
    }
  }

  /// Means of cells whose factors are no numbers: a line each.
  func arms(_ family: Family) -> Chart? {
    let outcomes = family.defined
    guard findings.factors.count <= 3, outcomes.count * findings.cells.count <= Self.mostRows else { return nil }
    let rows = outcomes.flatMap { outcome in
      outcome.cells.indices.map { cell -> IntervalChart.Row in
        let names = findings.cells[cell].values.enumerated().map {
          findings.factors.count == 1 ? MarkupText.cut($1.text, to: 60) : report.setting($0, $1)
        }
        let heading = [outcome.group] + (names.count > 1 ? [names[0]] : [])
        return row(
          outcome.cells[cell], name: names.dropFirst(names.count > 1 ? 1 : 0).joined(separator: ", "),
          heading: heading.filter { !$0.isEmpty }.joined(separator: ", "))
      }
    }
    let chart = IntervalChart(rows: rows, axis: axis(family), digits: digits(outcomes))
    let (table, note) = table(family)
    let factors = report.list(findings.factors.map(\.name))
    return Chart(
      id: "levels-\(family.place)", title: "\(family.name) by \(factors)",
      caption: "\(range(family)) \(intervals)\(note)",
      alternative: "Dots with the means of \(family.name) by \(factors), each on its interval.", table: table,
      draw: chart.drawing)
  }

  /// A cell as a line of an interval chart.
  func row(_ cell: OutcomeFindings.CellSummary, name: String, heading: String = "") -> IntervalChart.Row {
    IntervalChart.Row(
      name: name, heading: heading, value: cell.summary?.mean, interval: cell.summary?.t,
      reason: cell.missing.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }?.key ?? "no run")
  }

  /// Means of many cells in their order.
  func ranks(_ family: Family) -> Chart? {
    let panels = family.defined.prefix(Self.mostPanels).map { outcome in
      let sorted = outcome.cells.indices.filter { outcome.cells[$0].summary != nil }.sorted {
        (outcome.cells[$0].summary?.mean ?? 0) < (outcome.cells[$1].summary?.mean ?? 0)
      }
      let every = max(1, (sorted.count * family.defined.count + 799) / 800)
      let points = stride(from: 0, to: sorted.count, by: every).compactMap { rank -> PanelChart.Point? in
        outcome.cells[sorted[rank]].summary.map {
          PanelChart.Point(
            x: Double(rank + 1), label: MarkupText.cut(report.name(of: sorted[rank]), to: 80), value: $0.mean,
            interval: $0.t)
        }
      }
      return PanelChart.Panel(title: outcome.group, lines: [PanelChart.Line(name: "", points: points)])
    }
    let chart = PanelChart(
      panels: Array(panels), axis: "cells, from the lowest mean to the highest", value: axis(family),
      digits: digits(family.defined), isJoined: false)
    let (table, note) = table(family)
    return Chart(
      id: "cells-\(family.place)", title: "\(family.name) in all cells",
      caption: "\(range(family)) \(intervals)\(note)",
      alternative: "Dots with the means of \(family.name) in all cells, in rising order, each on its interval.",
      table: table, draw: chart.drawing)
  }

  /// What the runs of a single cell came to.
  func spread(_ family: Family) -> Chart? {
    let rows = family.defined.compactMap { outcome in
      outcome.cells.first?.summary.map { SpreadChart.Row(name: outcome.group, summary: $0) }
    }
    guard let first = rows.first else { return nil }
    let digits = digits(family.defined)
    let chart = SpreadChart(rows: rows, axis: axis(family), digits: digits)
    let (table, note) = table(family)
    return Chart(
      id: "spread-\(family.place)", title: "\(family.name) over runs",
      caption:
        "\(NumberText.count(first.summary.n, "run"))\(rows.count > 1 ? " a group" : ""): from \(digits.text(first.summary.lowest)) to \(digits.text(first.summary.highest)), half of them from \(digits.text(first.summary.quantile25)) to \(digits.text(first.summary.quantile75))\(rows.count > 1 ? " in the first group" : ""). \(intervals)\(note)",
      alternative: "A line from the lowest to the highest \(family.name), a box around half of the runs, and the mean.",
      table: table, draw: chart.drawing)
  }
}
