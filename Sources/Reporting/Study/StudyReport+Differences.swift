import Experiments

extension StudyReport {
  /// Levels compared with one of them, replicate by replicate.
  func differences(_ outcome: OutcomeFindings) -> [String] {
    let found = shownDifferences(outcome).filter { $0.difference != nil }
    guard !found.isEmpty else { return [] }
    var factors: [String] = []
    for one in found where !factors.contains(one.factor) { factors.append(one.factor) }
    let left = outcome.differences.count - shownDifferences(outcome).count
    let lines = factors.map { factor in
      let these = found.filter { $0.factor == factor }
      return page.prose("Against \(MarkupText.cut("\(factor)=\(these[0].against)", to: 60)), in the same replicates:")
        + page.lines(differenceTable(these))
    }
    let rest =
      left > 0
      ? " \(NumberText.count(left, "difference")) of single cells \(left == 1 ? "is" : "are") left out; the page has them."
      : ""
    return lines.joined(separator: [""])
      + note(saving(found.compactMap(\.difference)) + rest)
  }

  private func note(_ text: String) -> [String] { text.isEmpty ? [] : page.note(text) }

  /// Of many differences those over all cells.
  func shownDifferences(_ outcome: OutcomeFindings) -> [OutcomeFindings.Difference] {
    let all = outcome.differences
    guard all.count > Self.mostDifferences else { return all }
    let means = all.filter { $0.others == "all" && $0.cell == nil }
    return Array((means.isEmpty ? all : means).prefix(Self.mostDifferences))
  }

  /// How a table of differences is laid out.
  private struct Layout {
    var bar = 0
    var hasCount = true
    var header = 14
    /// Whether what is compared and where stand in one column, which is cut to fit.
    var isJoined = false
  }

  private func differenceTable(_ found: [OutcomeFindings.Difference]) -> TextTable {
    let layouts =
      Self.bars.map { Layout(bar: $0) } + [Layout(), Layout(header: 8), Layout(hasCount: false, header: 8)]
    return layouts.lazy.map { table(found, $0) }.first { $0.fits(page.width) }
      ?? table(found, Layout(hasCount: false, isJoined: true))
  }

  private func table(_ found: [OutcomeFindings.Difference], _ layout: Layout) -> TextTable {
    let values = found.compactMap(\.difference)
    let digits = Digits(values.map(\.t), values: values.map(\.mean))
    let axis = IntervalBar.axis(values.map(\.t), values.map(\.mean) + [0]) ?? 0...1
    let others = layout.isJoined ? [] : otherFactors(found)
    let hasIntervals = values.contains { $0.t != nil }
    var heads: [(String, TextTable.Alignment)] = [("level", .left)]
    heads += others.map { (TextTable.cut(findings.factors[$0].name, to: layout.header), .right) }
    if layout.hasCount { heads.append(("n", .right)) }
    heads.append(("mean", .right))
    if hasIntervals {
      heads += [("\(level) interval", .right), ("", .left), ("p", .right), ("corr.", .right), ("", .left)]
    }
    var table = TextTable(heads)
    for one in found {
      guard let difference = one.difference else { continue }
      let place = one.others.isEmpty || !layout.isJoined ? "" : "; \(one.others)"
      var row = [TextTable.Cell(TextTable.cut(one.level, to: 24) + place)]
      let cell = findings.cells.first { $0.cell == one.cell }?.values
      row += others.map { TextTable.Cell(TextTable.cut(cell?[$0].text ?? "all", to: 14)) }
      if layout.hasCount { row.append("\(NumberText.count(difference.n))") }
      row.append(TextTable.Cell(digits.signed(difference.mean), .heading))
      if hasIntervals {
        let bar = IntervalBar.text(
          difference.t, mean: difference.mean, over: axis, width: layout.bar, mark: 0, isPlain: isPlain)
        row += [
          "\(digits.range(difference.t))", TextTable.Cell(bar, .accent), "\(NumberText.p(difference.pValue))",
          "\(difference.correlation.map { NumberText.fixed($0, 2) } ?? "-")", verdict(difference),
        ]
      }
      table.add(row)
    }
    return table
  }

  /// The factors whose values tell differences from each other.
  private func otherFactors(_ found: [OutcomeFindings.Difference]) -> [Int] {
    guard findings.design != .oneAtATime, found.contains(where: { $0.cell != nil }), let factor = found.first?.factor
    else { return [] }
    return findings.factors.indices.filter { findings.factors[$0].name != factor }
  }

  private func verdict(_ difference: PairedDifference) -> TextTable.Cell {
    guard let interval = difference.t else { return TextTable.Cell("", nil) }
    if interval.contains(0) { return TextTable.Cell("0 inside", .faint) }
    return difference.mean > 0 ? TextTable.Cell("higher", .good) : TextTable.Cell("lower", .bad)
  }

  /// What the arms have in common, and what that is worth.
  func saving(_ differences: [PairedDifference]) -> String {
    let found = differences.compactMap(\.correlation).sorted()
    guard let low = found.first, let high = found.last else { return "" }
    let range =
      found.count == 1 || high - low < 0.005
      ? NumberText.fixed(low, 2) : "\(NumberText.fixed(low, 2)) to \(NumberText.fixed(high, 2))"
    let shared = findings.societies == .each ? "shared societies and random numbers" : "common random numbers"
    switch findings.randomNumbers {
    case .independent where findings.societies == .each:
      return "corr.: arms have random numbers of their own, and share their societies: they correlate by \(range)."
    case .independent: return "corr.: arms have random numbers of their own and correlate by chance alone (\(range))."
    case .common:
      let ratios = differences.compactMap(\.varianceRatio).sorted()
      guard let least = ratios.first, let most = ratios.last else {
        return
          "corr.: arms correlate by \(range) over replicates; with \(shared) no chance is left in their differences."
      }
      let worth =
        most - least < 0.05
        ? "\(NumberText.fixed(most, 1))" : "\(NumberText.fixed(least, 1)) to \(NumberText.fixed(most, 1))"
      return
        "corr.: arms correlate by \(range) over replicates; with \(shared) a pair is worth \(worth) independent \(worth == "1.0" ? "pair" : "pairs")."
    }
  }
}
