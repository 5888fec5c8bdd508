import Experiments

/// What runs of one cell came to: quantiles, the mean and its interval, a line each.
struct SpreadChart: Sendable {
  struct Row: Sendable {
    let name: String
    let summary: SampleSummary
  }

  let rows: [Row]
  let axis: String
  let digits: Digits

  func drawing(_ width: Double) -> Drawing {
    let names = rows.map(\.name)
    let room = names.allSatisfy(\.isEmpty) ? 30 : Drawing(width: width, height: 0).room(for: names)
    let plot = Plot(left: room, top: 30, right: width - 24, bottom: 30 + 40 * Double(rows.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let values = rows.flatMap { row in
      [row.summary.lowest, row.summary.highest, row.summary.t?.low, row.summary.t?.high].compactMap(\.self)
    }
    let x = LinearScale(fitting: values, from: plot.left + 4, to: plot.right)
    drawing.key(
      [
        ("mean, interval", .dot(.fill(Palette.kind(1)))),
        ("half of the runs", .surface(.fill(Palette.kind(4), opacity: 0.5))),
        ("all", .line(.role(.axis, width: 2))),
      ], x: 4, y: 14)
    drawing.xAxis(
      x, plot, title: MarkupText.fitted(axis, to: width / Drawing.letterWidth - 1), count: width < 500 ? 4 : 7)
    let bands = BandScale(rows.count, from: plot.top, to: plot.bottom, gap: 0.4)
    if !names.allSatisfy(\.isEmpty) { drawing.names(names, bands, right: plot.left, room: room) }
    for (place, row) in rows.enumerated() {
      let (summary, y) = (row.summary, bands.middle(place))
      drawing.line(x.place(summary.lowest), y, x.place(summary.highest), y, .role(.axis, width: 2))
      drawing.rect(
        x: x.place(summary.quantile25), y: bands.place(place),
        width: x.place(summary.quantile75) - x.place(summary.quantile25), height: bands.width,
        .fill(Palette.kind(4), opacity: 0.5),
        tip: "half of the runs: \(digits.text(summary.quantile25)) to \(digits.text(summary.quantile75))")
      let middle = x.place(summary.median)
      drawing.line(
        middle, bands.place(place), middle, bands.place(place) + bands.width, .role(.stroke, width: 2),
        tip: "median \(digits.text(summary.median))")
      if let interval = summary.t {
        drawing.line(x.place(interval.low), y, x.place(interval.high), y, .line(Palette.kind(1), width: 3))
      }
      drawing.circle(
        x: x.place(summary.mean), y: y, radius: 5, .fill(Palette.kind(1)),
        tip: "mean \(digits.text(summary.mean))\(summary.t.map { " (\(digits.range($0)))" } ?? "")")
    }
    return drawing
  }
}
