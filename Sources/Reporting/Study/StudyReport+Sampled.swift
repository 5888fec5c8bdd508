import Experiments

extension StudyReport {
  // MARK: Sentences

  /// What a Latin hypercube tells, by regression.
  func regressed(_ outcome: OutcomeFindings) -> String {
    guard let regression = outcome.regression else {
      return extremes(of: outcome) + " Some factors are no numbers, so there is no regression."
    }
    guard !regression.coefficients.isEmpty, let explained = regression.rSquared else {
      return extremes(of: outcome)
        + " There is no regression: too few points with a number, or a factor or the outcome does not vary."
    }
    let found = zip(findings.factors, regression.coefficients).sorted {
      $0.1.value.magnitude > $1.1.value.magnitude
    }
    let sure = found.filter { $0.1.interval?.contains(0) == false }
    let quiet = found.filter { $0.1.interval?.contains(0) != false }
    let clauses = sure.prefix(4).map { factor, estimate in
      "\(estimate.value > 0 ? "rises" : "falls") with \(short(factor)) (\(NumberText.signed(estimate.value, 2)), \(Self.unit.range(estimate.interval)))"
    }
    var text = clauses.isEmpty ? "" : "It \(list(clauses)), in standard deviations for one of the factor. "
    if !quiet.isEmpty { text += "No linear effect beyond chance of \(list(quiet.map { short($0.0) })). " }
    return text
      + "A plane through the \(NumberText.count(regression.points)) points accounts for \(NumberText.percent(explained)) of the variance"
      + (explained < 0.5 ? ": the rest is curved, together, or chance, so look at the pictures." : ".")
  }

  /// What Sobol's indices tell.
  func decomposed(_ outcome: OutcomeFindings) -> String {
    guard let sobol = outcome.sobol, !sobol.first.isEmpty else {
      return extremes(of: outcome)
        + " There are no indices: too few points with a number, or the outcome does not vary."
    }
    let found = zip(findings.factors, zip(sobol.first, sobol.total)).sorted { $0.1.0.value > $1.1.0.value }
    let sure = found.filter { ($0.1.0.interval?.low ?? 0) > 0 }
    let quiet = found.filter { ($0.1.0.interval?.low ?? 0) <= 0 }
    let clauses = sure.prefix(4).map { factor, indices in
      "\(percent(indices.0)) with \(short(factor)) (\(percents(indices.0.interval)))"
    }
    var text = clauses.isEmpty ? "" : "Of its variance, this goes with one factor alone: \(list(clauses)). "
    if !quiet.isEmpty { text += "Nothing beyond chance goes with \(list(quiet.map { short($0.0) })) alone. " }
    if let most = found.max(by: { $0.1.1.value < $1.1.1.value }) {
      text +=
        "With all it takes part in, \(short(most.0)) accounts for \(percent(most.1.1)) (\(percents(most.1.1.interval)))."
    }
    return sobol.dropped > 0
      ? "\(text) From \(NumberText.count(sobol.rows)) of \(NumberText.count(sobol.rows + sobol.dropped)) base points."
      : text
  }

  private func percent(_ estimate: Estimate) -> String {
    NumberText.fixed(100 * estimate.value, Self.decimals(estimate.interval)) + "%"
  }

  private func percents(_ interval: Interval?) -> String {
    guard let interval else { return "no interval" }
    let decimals = Self.decimals(interval)
    return "\(NumberText.fixed(100 * interval.low, decimals))% to \(NumberText.fixed(100 * interval.high, decimals))%"
  }

  /// Of percentages with an interval.
  private static func decimals(_ interval: Interval?) -> Int { (interval?.width ?? 1) < 0.05 ? 1 : 0 }

  private func short(_ factor: Factor) -> String { MarkupText.cut(factor.name, to: 32) }

  /// Numbers from 0 to 1 or so.
  static var unit: Digits { Digits(decimals: 2) }

  /// Between which numbers the points lie.
  private func extremes(of outcome: OutcomeFindings) -> String {
    let means = outcome.cells.compactMap { $0.summary?.mean }
    guard let low = means.min(), let high = means.max() else { return "" }
    let digits = digits(outcome)
    return "Means of \(NumberText.count(means.count, "point")) go from \(digits.text(low)) to \(digits.text(high))."
  }

  // MARK: Tables

  /// How the outcome goes with factors over the points of a design that samples.
  func sensitivity(_ outcome: OutcomeFindings) -> [String] {
    if let regression = outcome.regression, !regression.coefficients.isEmpty { return lines(regression) }
    if let sobol = outcome.sobol, !sobol.first.isEmpty { return lines(sobol) }
    return []
  }

  private func lines(_ regression: FactorRegression) -> [String] {
    let reach = regression.coefficients.map {
      max($0.interval?.high ?? 0, -($0.interval?.low ?? 0), $0.value.magnitude)
    }
    let axis = -(reach.max() ?? 1)...(reach.max() ?? 1)
    let table = fitting(Self.bars) { bar in
      var table = TextTable([
        ("factor", .left), ("coefficient", .right), ("\(level) interval", .right),
        (bar > 0 ? IntervalBar.header(axis, width: bar, Self.unit) : "", .left), ("rank corr.", .right),
      ])
      for (place, factor) in findings.factors.enumerated() {
        let estimate = regression.coefficients[place]
        table.add([
          TextTable.Cell(TextTable.cut(factor.name, to: 32)),
          TextTable.Cell(
            NumberText.signed(estimate.value, 3), estimate.interval?.contains(0) == false ? .heading : .faint),
          "\(Self.unit.range(estimate.interval))",
          TextTable.Cell(
            IntervalBar.text(
              estimate.interval, mean: estimate.value, over: axis, width: bar, mark: 0, isPlain: isPlain), .accent),
          "\(regression.rankCorrelations[place].map { NumberText.signed($0, 2) } ?? "-")",
        ])
      }
      return table
    }
    let dropped =
      regression.dropped > 0 ? " \(NumberText.count(regression.dropped, "point")) without a number left out." : ""
    return page.lines(table)
      + page.note(
        "Standardised regression coefficients over \(NumberText.count(regression.points, "point")), R² \(NumberText.fixed(regression.rSquared, 3)): standard deviations of the outcome for one of the factor, the others held. Spearman's rank correlation: one factor at a time.\(dropped)"
          .replacing("R²", with: isPlain ? "R^2" : "R²"))
  }

  private func lines(_ sobol: SobolIndices) -> [String] {
    func table(_ bar: Int) -> TextTable {
      var table = TextTable([
        ("factor", .left), ("alone", .right), ("\(level) interval", .right), ("in all", .right),
        ("\(level) interval", .right), ("", .left),
      ])
      for (place, factor) in findings.factors.enumerated() {
        let (first, total) = (sobol.first[place], sobol.total[place])
        table.add([
          TextTable.Cell(TextTable.cut(factor.name, to: 32)),
          TextTable.Cell(NumberText.fixed(first.value, 2), (first.interval?.low ?? 0) > 0 ? .heading : .faint),
          "\(Self.unit.range(first.interval))", "\(NumberText.fixed(total.value, 2))",
          "\(Self.unit.range(total.interval))", TextTable.Cell(shares(first.value, total.value, width: bar), .accent),
        ])
      }
      return table
    }
    let dropped =
      sobol.dropped > 0 ? " \(NumberText.count(sobol.dropped, "base point")) without a number left out." : ""
    return page.lines(fitting([25, 20, 15, 12, 10, 8], table))
      + page.note(
        "Sobol indices over \(NumberText.count(sobol.rows, "base point")): the share of the variance that goes with a factor alone (first order), and in all it takes part in (total); the bar is full at 1.\(dropped)"
      )
  }

  /// A bar of the first order, and fainter on to the total.
  private func shares(_ first: Double, _ total: Double, width: Int) -> String {
    guard width > 0 else { return "" }
    func size(_ share: Double) -> Int { Int((min(max(share, 0), 1) * Double(width)).rounded()) }
    let (inner, outer) = (size(first), max(size(first), size(total)))
    return String(repeating: isPlain ? "#" : "█", count: inner)
      + String(repeating: isPlain ? "." : "░", count: outer - inner)
  }
}
