import Experiments

extension StudyCharts {
  /// Standardised regression coefficients of each group.
  func coefficients(_ family: Family) -> Chart? {
    let found = family.defined.compactMap { outcome in
      outcome.regression.flatMap { $0.coefficients.isEmpty ? nil : (outcome, $0) }
    }
    guard let (_, first) = found.first else { return nil }
    var table = ChartTable(
      (family.outcomes.count > 1 ? [.text("group")] : []) + [
        .text("factor"), .number("coefficient"), .number("low"), .number("high"), .number("rank correlation"),
      ])
    var rows: [IntervalChart.Row] = []
    for (outcome, regression) in found {
      for (place, factor) in findings.factors.enumerated() {
        let estimate = regression.coefficients[place]
        rows.append(
          IntervalChart.Row(
            name: factor.name, heading: outcome.group, value: estimate.value, interval: estimate.interval))
        table.add(
          (family.outcomes.count > 1 ? [ChartTable.Cell(outcome.group)] : []) + [
            ChartTable.Cell(factor.name), .number(estimate.value, 3), .number(estimate.interval?.low, 3),
            .number(estimate.interval?.high, 3), .number(regression.rankCorrelations[place], 3),
          ])
      }
    }
    let chart = IntervalChart(
      rows: rows, axis: "standard deviations of \(family.name) for one of the factor", digits: Digits(decimals: 2),
      reference: (0, "no effect"), hasSides: true)
    return Chart(
      id: "coefficients-\(family.place)", title: "What \(family.name) goes with",
      caption:
        "Standardised regression coefficients, the other factors held, with bootstrap intervals\(found.count == 1 ? "; a plane through the \(NumberText.count(first.points, "point")) accounts for \(NumberText.percent(first.rSquared)) of the variance" : ""). Blue: rises with the factor; orange: falls.",
      alternative: "Dots with the standardised regression coefficient of each factor, on intervals, beside 0.",
      table: table, draw: chart.drawing)
  }

  /// Sobol's indices, a chart for each group.
  func indices(_ family: Family) -> [Chart?] {
    family.defined.prefix(4).enumerated().map { place, outcome in
      guard let sobol = outcome.sobol, !sobol.first.isEmpty else { return nil }
      let chart = SobolChart(factors: findings.factors.map(\.name), indices: sobol)
      let sum = sobol.first.reduce(0) { $0 + $1.value }
      return Chart(
        id: "sobol-\(family.place)\(place > 0 ? "-\(place + 1)" : "")",
        title: "What the variance of \(MarkupText.cut(outcome.title, to: 80)) goes with",
        caption:
          "Sobol indices over \(NumberText.count(sobol.rows, "base point")) with bootstrap intervals. Factors alone add up to \(NumberText.fixed(sum, 2)): \(sum <= 1 ? "the rest up to 1 goes with what they do together, and with chance in the estimates" : "that is above 1 by chance in the estimates; more points bring it down").",
        alternative: "Two bars for each factor: its first-order and its total Sobol index, with intervals.",
        table: chart.table, draw: chart.drawing)
    }
  }

  /// The outcome against each factor, a chart for each group.
  func scatters(_ family: Family) -> [Chart?] {
    let factors = findings.factors.enumerated().prefix(9).map { place, factor in
      let values = findings.cells.map(\.values[place])
      return ScatterChart.Factor(
        name: factor.name, values: values.map { $0.number ?? Double($0.level ?? 0) },
        isLogarithmic: factor.range?.isLogarithmic ?? false,
        labels: factor.isNumeric ? [] : factor.levels.map { MarkupText.cut($0.label, to: 32) })
    }
    return family.defined.prefix(4).enumerated().map { place, outcome in
      let single = Family(name: family.name, place: family.place, outcomes: [outcome], leftOut: 0)
      let chart = ScatterChart(
        factors: factors, outcome: outcome.cells.map { $0.summary?.mean }, value: axis(single),
        digits: digits([outcome]), mostPoints: max(100, Self.mostPoints / max(1, factors.count)))
      let (table, note) = table(single)
      let skipped =
        chart.stride > 1
        ? " Every \(NumberText.count(chart.stride))th of \(NumberText.count(findings.cells.count, "point")) is drawn."
        : ""
      return Chart(
        id: "scatter-\(family.place)\(place > 0 ? "-\(place + 1)" : "")",
        title: "\(MarkupText.cut(outcome.title, to: 80)) against each factor",
        caption:
          "\(range(single)) A dot is a point of the design, the mean of its runs; the line joins the means of stretches of equally many points, whatever the other factors are.\(skipped)\(findings.factors.count > 9 ? " The first 9 factors." : "")\(note)",
        alternative:
          "Dots of \(family.name) against \(report.list(factors.map(\.name))), a panel each, with a line of means.",
        table: table, draw: chart.drawing)
    }
  }
}
