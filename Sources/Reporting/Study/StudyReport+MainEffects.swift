import Experiments

extension StudyReport {
  /// What each level of each factor does, over all values of the others.
  func mainEffects(_ outcome: OutcomeFindings) -> [String] {
    guard let effects = outcome.mainEffects, findings.factors.count > 1 else { return [] }
    let levels = effects.factors.flatMap(\.levels)
    guard levels.count <= 60 else { return page.note("Main effects of \(levels.count) levels are on the page.") }
    let digits = Digits(levels.map(\.interval), values: levels.map(\.effect))
    let axis = IntervalBar.axis(levels.map(\.interval), levels.map(\.effect) + [0]) ?? 0...1
    let hasIntervals = levels.contains { $0.interval != nil }
    let table = fitting(Self.bars) { bar in
      var heads: [(String, TextTable.Alignment)] = [
        ("factor", .left), ("level", .right), ("mean", .right), ("effect", .right),
      ]
      if hasIntervals { heads.append(("\(level) interval", .right)) }
      heads.append((bar > 0 ? IntervalBar.header(axis, width: bar, digits) : "", .left))
      var table = TextTable(heads)
      for (factor, found) in zip(findings.factors, effects.factors) {
        for (place, one) in found.levels.enumerated() {
          var row: [TextTable.Cell] = [
            TextTable.Cell(place == 0 ? TextTable.cut(factor.name, to: 24) : ""),
            TextTable.Cell(TextTable.cut(factor.levels[place].label, to: 20)), "\(digits.text(one.mean))",
            TextTable.Cell(digits.signed(one.effect), one.interval?.contains(0) == false ? .heading : .faint),
          ]
          if hasIntervals { row.append("\(digits.range(one.interval))") }
          row.append(
            TextTable.Cell(
              IntervalBar.text(one.interval, mean: one.effect, over: axis, width: bar, mark: 0, isPlain: isPlain),
              .accent))
          table.add(row)
        }
      }
      return table
    }
    return page.prose(
      "Main effects, over all values of the other factors, from the mean of all cells \(digits.text(effects.mean)):")
      + page.lines(table) + page.note(variance(effects))
  }

  /// What of the variance of cell means goes with each factor.
  func variance(_ effects: MainEffects) -> String {
    let shares = zip(findings.factors, effects.factors).compactMap { factor, found in
      found.share.map { "\(MarkupText.cut(factor.name, to: 32)) \(NumberText.percent($0))" }
    }
    let whole =
      effects.missing > 0
      ? effects.wholeReplicates > 1
        ? " Over the \(NumberText.count(effects.wholeReplicates, "replicate")) that have a number in every cell."
        : " Numbers are missing, so there are no intervals."
      : ""
    guard !shares.isEmpty, let rest = effects.interactions else { return "Cell means do not vary.\(whole)" }
    return
      "Of the variance of cell means: \(list(shares)); \(NumberText.percent(rest)) go with combinations of factors (interactions) and with chance.\(whole)"
  }
}
