import Analysis

/// Measures beside what chance gives: a dot on a band from two standard deviations below the expectation to two above.
struct NullChart {
  struct Row {
    let name: String
    let value: Double
    let expected: Double?
    let sd: Double?
    let p: Double?
    let isOwn: Bool

    var band: ClosedRange<Double>? {
      guard let expected, let sd, sd.isFinite, expected.isFinite else { return nil }
      return expected - 1.96 * sd...expected + 1.96 * sd
    }
  }

  let title: String
  /// What its values mean.
  let meaning: String
  let rows: [Row]

  func drawing(_ width: Double) -> Drawing {
    let room = Drawing(width: width, height: 0).room(for: rows.map(\.name))
    let plot = Plot(left: room, top: 30, right: width - 20, bottom: 30 + 26 * Double(rows.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let x = LinearScale(
      fitting: rows.flatMap { [$0.value, $0.band?.lowerBound ?? $0.value, $0.band?.upperBound ?? $0.value] },
      zero: true,
      from: plot.left + 6, to: plot.right)
    let bands = BandScale(rows.count, from: plot.top, to: plot.bottom)
    drawing.key(
      [
        ("own", .dot(.fill(Palette.kind(0)))), ("public", .dot(.fill(Palette.kind(1)))),
        ("chance, 95%", .surface(.role(.ink, opacity: 0.2))),
      ], x: width < 500 ? 4 : plot.left, y: 14)
    drawing.xAxis(x, plot, title: width < 500 ? title : "\(title): \(meaning)", count: width < 500 ? 4 : 7)
    drawing.names(rows.map(\.name), bands, right: plot.left, room: room)
    drawing.line(x.place(0), plot.top, x.place(0), plot.bottom, .role(.axis))
    for (index, row) in rows.enumerated() {
      let y = bands.middle(index)
      if let band = row.band {
        drawing.rect(
          x: x.place(band.lowerBound), y: y - 7, width: x.place(band.upperBound) - x.place(band.lowerBound), height: 14,
          .role(.ink, opacity: 0.2), rounded: 3,
          tip: "chance: \(NumberText.fixed(row.expected, 3)), sd \(NumberText.fixed(row.sd, 3))")
      }
      if let expected = row.expected {
        drawing.line(x.place(expected), y - 7, x.place(expected), y + 7, .role(.stroke, opacity: 0.6, width: 1.5))
      }
      drawing.circle(
        x: x.place(row.value), y: y, radius: 5.5, .fill(Palette.kind(row.isOwn ? 0 : 1)),
        tip: "\(row.name): \(NumberText.fixed(row.value, 3)), p \(NumberText.p(row.p))")
    }
    return drawing
  }

  var table: ChartTable {
    var table = ChartTable([
      .text("scores and ties"), .number("value"), .number("chance"), .number("sd of chance"), .number("p, two-sided"),
    ])
    for row in rows {
      table.add([
        ChartTable.Cell(row.name), .number(row.value, 3), .number(row.expected, 3), .number(row.sd, 3),
        ChartTable.Cell(NumberText.p(row.p), value: row.p),
      ])
    }
    return table
  }
}

extension SocietyCharts {
  /// Whether tied people have alike scores, beside chance; `nil` where nothing is defined.
  var sorting: Chart? {
    let layers = findings.society.layers.filter { $0.share > 0 && $0.ties > 0 }.map(\.name)
    let grounds = layers + (layers.count > 1 ? ["combined"] : [])
    var rows: [NullChart.Row] = []
    for (of, name, isOwn) in [("own_score", "own", true), ("public_score", "public", false)] {
      for ground in grounds {
        guard let row = findings.measure("moran_i", of: of, on: ground), let value = row.value else { continue }
        rows.append(
          NullChart.Row(
            name: "\(name), \(MarkupText.cut(ground, to: 20))", value: value, expected: row.expected, sd: row.sd,
            p: row.p, isOwn: isOwn))
      }
    }
    guard !rows.isEmpty else { return nil }
    let own = rows.filter(\.isOwn)
    let beyond = own.filter { row in row.p.map { $0 < 0.05 } ?? false }
    let tested = own.filter { $0.p != nil }
    var caption =
      tested.isEmpty
      ? "No test is defined for own scores here. "
      : "Of own scores, \(NumberText.count(beyond.count)) of \(NumberText.count(tested.count)) \(tested.count == 1 ? "lies" : "lie") beyond what chance gives (p below .05, two-sided). "
    caption +=
      "Only own scores (blue) can show that friends choose friends by score; public scores (yellow) are made by the propagation itself. "
    let (hasOwn, hasPublic) = (own.contains { $0.band != nil }, rows.contains { !$0.isOwn && $0.band != nil })
    if hasOwn || hasPublic {
      caption +=
        findings.draws > 0
        ? "Bands: 1.96 standard deviations either side of the mean of \(NumberText.count(findings.draws)) random societies\(hasPublic ? ", whose scores were propagated, too" : "")."
        : "Bands: 1.96 standard deviations by the analytic law."
    }
    if !hasPublic { caption += " Public scores have no band here." }
    let chart = NullChart(
      title: "Moran's I", meaning: "1 like friends, 0 unrelated, below 0 opposites", rows: rows)
    return Chart(
      id: "sorting", title: "Are friends alike, beyond chance?", caption: caption,
      alternative:
        "\(NumberText.count(rows.count)) values of Moran's I as dots, each on the band of what chance gives.",
      table: chart.table, draw: chart.drawing)
  }
}
