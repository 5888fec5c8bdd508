import Analysis

/// Variance within and between communities, of own and of public scores: a bar each.
struct GapChart {
  /// One division: its name, and for own and public scores the whole variance and the share between groups.
  struct Row {
    let name: String
    let score: String
    /// The variance between groups, in points squared.
    let between: Double
    /// The variance within groups.
    let within: Double
    /// What chance alone gives for the share between, if that is known.
    let expected: Double?

    var variance: Double { between + within }
    /// The part that lies between groups, from 0 to 1; `nil` where there is no spread to speak of.
    let share: Double?
  }

  let rows: [Row]
  let decimals: Int

  func drawing(_ width: Double) -> Drawing {
    let names = rows.map { "\($0.score)" }
    let room = Drawing(width: width, height: 0).room(for: names)
    let plot = Plot(left: room, top: 30, right: width - 118, bottom: 30 + 44 * Double(rows.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let x = LinearScale(fitting: rows.map(\.variance), zero: true, from: plot.left, to: plot.right)
    let bands = BandScale(rows.count, from: plot.top, to: plot.bottom, gap: 0.4)
    drawing.key(
      [
        ("between", .surface(.fill(Palette.kind(0)))), ("within", .surface(.fill(Palette.kind(4), opacity: 0.45))),
        ("chance for between", .line(.role(.stroke, width: 2))),
      ], x: width < 500 ? 4 : plot.left, y: 14)
    drawing.xAxis(x, plot, title: "variance, points squared", count: width < 500 ? 3 : 6)
    drawing.names(names, bands, right: plot.left, room: room)
    for (index, row) in rows.enumerated() {
      let y = bands.place(index)
      let (start, middle, end) = (x.place(0), x.place(row.between), x.place(row.variance))
      drawing.rect(
        x: start, y: y, width: middle - start, height: bands.width, .fill(Palette.kind(0)),
        tip: "\(row.score), between \(row.name): \(NumberText.percent(row.share))")
      drawing.rect(
        x: middle, y: y, width: end - middle, height: bands.width, .fill(Palette.kind(4), opacity: 0.45),
        tip: "\(row.score), within \(row.name): \(NumberText.percent(row.share.map { 1 - $0 }))")
      if let expected = row.expected {
        let place = x.place(expected * row.variance)
        drawing.line(
          place, y - 4, place, y + bands.width + 4, .role(.stroke, width: 2),
          tip: "chance: \(NumberText.percent(expected))")
      }
      drawing.text(
        row.share.map { NumberText.percent($0) + " between" } ?? "no spread", x: end + 7, y: y + bands.width / 2 + 4,
        .start, .faint)
    }
    return drawing
  }

  var table: ChartTable {
    var table = ChartTable([
      .text("scores"), .text("groups"), .number("variance"), .number("between"), .number("within"),
      .number("share between"), .number("chance"),
    ])
    for row in rows {
      table.add([
        ChartTable.Cell(row.score), ChartTable.Cell(row.name), .number(row.variance, decimals),
        .number(row.between, decimals), .number(row.variance - row.between, decimals), .share(row.share),
        .share(row.expected),
      ])
    }
    return table
  }
}

extension SocietyCharts {
  /// The gap between the groups of one division; `nil` if nothing is there to split.
  func gap(_ grouping: Findings.GroupingFindings) -> Chart? {
    let isCommunity = grouping.by == "community"
    let noun = isCommunity ? "communities" : "groups of \(MarkupText.cut(grouping.by, to: 24))"
    let rows = [("own scores", "own_score"), ("public scores", "public_score")].compactMap {
      title, name -> GapChart.Row? in
      func measure(_ part: String) -> MeasureRow? { findings.measure("variance_\(part)", of: name, by: grouping.by) }
      guard let between = measure("between")?.value, let within = measure("within")?.value else { return nil }
      return GapChart.Row(
        name: noun, score: title, between: between, within: within, expected: measure("between_share")?.expected,
        share: measure("between_share")?.value)
    }
    guard !rows.isEmpty else { return nil }
    var caption = ""
    func part(_ row: GapChart.Row) -> String {
      guard let share = row.share else { return "is not defined, as there is no spread" }
      return NumberText.percent(share) + (row.expected.map { " (chance alone: \(NumberText.percent($0)))" } ?? "")
    }
    if rows.count == 2 {
      let (before, after) = (rows[0], rows[1])
      let who = findings.society.isolated > 0 && isCommunity ? ", among people in communities" : ""
      caption =
        "The part of the variance that lies between \(noun)\(who): of own scores \(part(before)), of public scores \(part(after)). "
      if let one = before.share, let other = after.share, before.between > 0, after.variance < before.variance {
        caption +=
          "\(other > one ? "The part grows, but the variance\(who) shrinks" : "The variance\(who) shrinks") by \(NumberText.percent(1 - after.variance / before.variance)); what lies between \(noun) is \(NumberText.percent(after.between / before.between)) of what it was. "
      }
    }
    if let one = grouping.gapBefore, let other = grouping.gapAfter {
      caption +=
        "The means of the top and the bottom group are \(score(one.difference)) points apart in own and \(score(other.difference)) in public scores."
    }
    return Chart(
      id: isCommunity ? "gap" : "gap-\(fileName(grouping))",
      title: isCommunity ? "The gap, before and after" : "The gap between \(noun)", caption: caption,
      alternative: "Two bars of variance, each split into a part between and a part within \(noun).",
      table: GapChart(rows: rows, decimals: decimals).table, draw: GapChart(rows: rows, decimals: decimals).drawing)
  }
}
