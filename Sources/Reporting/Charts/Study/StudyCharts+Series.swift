import Experiments

extension StudyCharts {
  /// So many measures are drawn over time.
  static let mostSeries = 16

  /// What was followed from period to period, a chart each.
  var series: [Chart] {
    var taken: Set<String> = []
    var names: [String] = []
    for one in findings.series where !names.contains(one.measure) { names.append(one.measure) }
    return names.prefix(Self.mostSeries).compactMap { name in
      series(name, place: Self.place(name, &taken), findings.series.filter { $0.measure == name })
    }
  }

  /// Which cells stand in one panel: those that differ in one factor only, a line each.
  private var bundles: [(title: String, cells: [(cell: Int, name: String)])] {
    let all = findings.cells.indices
    if findings.design == .oneAtATime {
      return findings.factors.enumerated().map { place, factor in
        (
          factor.name,
          report.cells(varying: place).map { ($0, report.setting(place, findings.cells[$0].values[place])) }
        )
      }
    }
    // Many points of a design that samples tell nothing as lines.
    if report.isSampled, findings.cells.count > Self.mostLines { return [] }
    guard findings.design == .grid, findings.factors.count > 1 else {
      return [("", all.map { ($0, findings.factors.isEmpty ? "" : MarkupText.cut(report.name(of: $0), to: 40)) })]
    }
    let lines =
      layout?.lines ?? findings.factors.indices.filter { findings.factors[$0].levels.count <= Self.mostLines }.last
    guard let lines else { return [] }
    var titles: [String] = []
    var cells: [[(cell: Int, name: String)]] = []
    for cell in all {
      let values = findings.cells[cell].values
      let others = findings.factors.indices.filter { $0 != lines }
      let title = others.map {
        others.count > 1 ? MarkupText.cut(values[$0].text, to: 40) : report.setting($0, values[$0])
      }
      .joined(separator: ", ")
      let place = titles.firstIndex(of: title) ?? titles.count
      if place == titles.count {
        titles.append(title)
        cells.append([])
      }
      cells[place].append((cell, report.setting(lines, values[lines])))
    }
    return Array(zip(titles, cells).map { (title: $0, cells: $1) })
  }

  /// What the values above panels are, if it is not said there.
  private var panelNames: String {
    guard findings.design == .grid, findings.factors.count > 2, let lines = layout?.lines else { return "" }
    return "; panels: "
      + findings.factors.enumerated().filter { $0.offset != lines }.map(\.element.name).joined(separator: ", ")
  }

  private func series(_ measure: String, place: String, _ groups: [SeriesFindings]) -> Chart? {
    let all = groups.flatMap { one in
      bundles.flatMap { bundle -> [PanelChart.Panel] in
        // More lines than can be told apart go on in further panels.
        stride(from: 0, to: bundle.cells.count, by: Self.mostLines).map { start in
          let part = bundle.cells[start..<min(bundle.cells.count, start + Self.mostLines)]
          return PanelChart.Panel(
            title: [one.group, bundle.title].filter { !$0.isEmpty }.joined(separator: ", "),
            lines: part.compactMap { line(one, $0.cell, name: $0.name) })
        }
      }
    }.filter { !$0.lines.isEmpty }
    let panels = Array(all.prefix(Self.mostPanels))
    let points = panels.flatMap(\.lines).flatMap(\.points)
    guard Set(points.map(\.x)).count > 1 else { return nil }
    let digits = Digits(points.map(\.interval), values: points.map(\.value))
    let chart = PanelChart(
      panels: panels, axis: "period", value: "\(measure), mean over runs\(panelNames)", digits: digits,
      hasWhiskers: false)
    let left = all.count - panels.count
    let (table, note) = table(groups, digits)
    return Chart(
      id: "course-\(place)", title: "\(measure) over time",
      caption:
        "\(course(groups, digits)) Bands are Student's \(report.level) intervals of the mean in each period on its own.\(left > 0 ? " \(NumberText.count(left, "more panel")) left out." : "")\(note)",
      alternative:
        "Lines of the mean of \(measure) by period, a line for each cell, with bands of their intervals, in \(NumberText.count(panels.count, "panel")).",
      table: table, draw: chart.drawing)
  }

  private func line(_ series: SeriesFindings, _ cell: Int, name: String) -> PanelChart.Line? {
    guard let place = series.cells.firstIndex(of: findings.cells[cell].cell), !series.points[place].isEmpty else {
      return nil
    }
    let points = series.points[place]
    let every = max(1, points.count / 120)
    return PanelChart.Line(
      name: name,
      points: points.enumerated().filter { $0.offset % every == 0 || $0.offset == points.count - 1 }.map { _, point in
        PanelChart.Point(
          x: Double(point.period), label: "period \(point.period)", value: point.mean, interval: point.interval)
      })
  }

  /// From where the cells go to where, as a sentence.
  private func course(_ groups: [SeriesFindings], _ digits: Digits) -> String {
    let ends = groups.flatMap(\.points).compactMap { points in
      points.first.flatMap { one in points.last.map { (one, $0) } }
    }
    guard let (first, last) = ends.first else { return "" }
    let (starts, finals) = (ends.map(\.0.mean), ends.map(\.1.mean))
    func span(_ values: [Double]) -> String {
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      return digits.text(low) == digits.text(high) ? digits.text(low) : "\(digits.text(low)) to \(digits.text(high))"
    }
    let periods = ends.map(\.1.period)
    let (earliest, latest) = (periods.min() ?? last.period, periods.max() ?? last.period)
    let ending =
      earliest == latest
      ? "in period \(last.period)"
      : "in each cell's last period (\(earliest) to \(latest); later means are of the runs that go on)"
    return "In period \(first.period) means are \(span(starts)), \(ending) they are \(span(finals))."
  }

  private func table(_ groups: [SeriesFindings], _ digits: Digits) -> (ChartTable, String) {
    let hasGroups = groups.contains { !$0.group.isEmpty }
    var table = ChartTable(
      (hasGroups ? [.text("group")] : []) + [.text("cell"), .number("period")]
        + ["n", "mean", "low", "high"].map { .number($0) })
    var all = 0
    for one in groups {
      for (place, cell) in one.cells.enumerated() {
        let name = findings.cells.firstIndex { $0.cell == cell }.map(report.name(of:)) ?? String(cell)
        all += one.points[place].count
        for point in one.points[place] where table.rows.count < Self.mostTableRows {
          table.add(
            (hasGroups ? [ChartTable.Cell(one.group)] : []) + [
              ChartTable.Cell(name), .count(point.period), .count(point.n), self.cell(point.mean, digits),
              self.cell(point.interval?.low, digits), self.cell(point.interval?.high, digits),
            ])
        }
      }
    }
    let note =
      all > table.rows.count
      ? " The table has the first \(NumberText.count(table.rows.count)) of \(NumberText.count(all)) rows; the database has all."
      : ""
    return (table, note)
  }
}
