import Analysis

extension ComparisonReport {
  /// The measures that are not the same number in all runs.
  var moving: [SeedComparison.Measure] {
    comparison.seeds.measures.filter { measure in
      let numbers = [measure.difference, measure.meanDifference, measure.sdFirst, measure.sdSecond]
      return numbers.contains { ($0 ?? 0) != 0 }
    }
  }

  /// The differences beside what other seeds give.
  var seedTable: [String] {
    let seeds = comparison.seeds
    // Anything else is told in short, and there is no more to it.
    guard [.paired, .spread].contains(seeds.status) else { return [] }
    let title = "IS IT MORE THAN SEEDS EXPLAIN?"
    let shown = moving
    let open = shown.filter { seeds.status == .spread ? $0.sdFirst != 0 : $0.low != $0.high }.count
    let expected = NumberText.fixed(Double(open) * (1 - seeds.confidence), 1)
    let reason = seeds.reason.map { " \($0)." } ?? ""
    let chance =
      " Of \(NumberText.count(open, "measure")) that vary, chance alone would call \(expected) more on average.\(reason)"
    guard !shown.isEmpty else { return [] }
    let count = NumberText.count(seeds.seeds.count, "other seed")
    if seeds.status == .spread {
      return [page.heading(title, "one scenario, \(count)"), ""] + page.lines(spreadTable(shown))
        + page.note(
          "The runs differ by their seeds. sd: over the other seeds. z: the difference in units of what two seeds differ by (1.414 sd); more: beyond what any of \(NumberText.count(open, "measure")) does in 95% of pairs of seeds (Student's t, Bonferroni).\(reason)"
        )
    }
    let whole = pairedTable(shown, withSpread: true)
    let tables =
      whole.fits(page.width)
      ? page.lines(whole)
      : page.lines(pairedTable(shown, withSpread: false)) + [""] + page.lines(spread(of: shown))
    return [page.heading(title, "both scenarios, \(count)"), ""] + tables
      + page.note(
        "mean: of run 2 less run 1 over \(count), each for both scenarios, with its 95% interval. more: the interval leaves out 0. sd: over seeds, of each scenario. Communities are those of period 0.\(chance)"
      )
  }

  private func verdict(_ measure: SeedComparison.Measure) -> TextTable.Cell {
    switch measure.verdict {
    case .more: TextTable.Cell("more", .heading)
    case .noMore: TextTable.Cell("no", .faint)
    case nil: "-"
    }
  }

  private func pairedTable(_ measures: [SeedComparison.Measure], withSpread: Bool) -> TextTable {
    var table = TextTable(
      [
        ("at the end", .left), ("run 1", .right), ("run 2", .right), ("diff.", .right), ("mean", .right),
        ("from", .right), ("to", .right), ("more?", .left),
      ] + (withSpread ? [("sd 1", .right), ("sd 2", .right)] : []))
    for measure in measures {
      let text = SeedMeasureText(measure.name, decimals)
      table.add(
        [
          TextTable.Cell(text.title), "\(text.whole(measure.first))", "\(text.whole(measure.second))",
          "\(text.change(measure.difference))", TextTable.Cell(text.change(measure.meanDifference), .heading),
          "\(text.change(measure.low))", "\(text.change(measure.high))", verdict(measure),
        ] + (withSpread ? ["\(text.text(measure.sdFirst))", "\(text.text(measure.sdSecond))"] : []))
    }
    return table
  }

  /// How far seeds move each measure, where that does not fit beside it.
  private func spread(of measures: [SeedComparison.Measure]) -> TextTable {
    var table = TextTable([("over seeds", .left), ("sd of run 1", .right), ("sd of run 2", .right)])
    for measure in measures {
      let text = SeedMeasureText(measure.name, decimals)
      table.add([TextTable.Cell(text.title), "\(text.text(measure.sdFirst))", "\(text.text(measure.sdSecond))"])
    }
    return table
  }

  private func spreadTable(_ measures: [SeedComparison.Measure]) -> TextTable {
    var table = TextTable([
      ("at the end", .left), ("run 1", .right), ("run 2", .right), ("diff.", .right), ("sd", .right), ("z", .right),
      ("more?", .left),
    ])
    for measure in measures {
      let text = SeedMeasureText(measure.name, decimals)
      table.add([
        TextTable.Cell(text.title), "\(text.whole(measure.first))", "\(text.whole(measure.second))",
        TextTable.Cell(text.change(measure.difference), .heading), "\(text.text(measure.sdFirst))",
        TextTable.Cell(measure.z.map { NumberText.signed($0, 2) } ?? "-"), verdict(measure),
      ])
    }
    return table
  }
}
