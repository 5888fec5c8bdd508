import Experiments

/// First-order and total Sobol indices of factors: two bars each, with their intervals.
struct SobolChart: Sendable {
  let factors: [String]
  let indices: SobolIndices

  func drawing(_ width: Double) -> Drawing {
    let room = Drawing(width: width, height: 0).room(for: factors, atMost: 0.36)
    let plot = Plot(left: room, top: 30, right: width - 16, bottom: 30 + 46 * Double(factors.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let all = (indices.first + indices.total).flatMap { [$0.value, $0.interval?.low, $0.interval?.high] }
    let x = LinearScale(fitting: all.compactMap(\.self) + [0, 1], from: plot.left + 2, to: plot.right)
    drawing.key(
      [
        ("alone (first order)", .surface(.fill(Palette.kind(0)))), ("in all (total)", .surface(.fill(Palette.kind(1)))),
      ],
      x: 4, y: 14)
    drawing.xAxis(x, plot, title: "share of the variance", count: width < 500 ? 4 : 6)
    drawing.line(x.place(0), plot.top, x.place(0), plot.bottom, .role(.axis))
    let bands = BandScale(factors.count, from: plot.top, to: plot.bottom, gap: 0.3)
    drawing.names(factors, bands, right: plot.left, room: room)
    for (place, factor) in factors.enumerated() {
      let half = bands.width / 2
      let bars = [(indices.first[place], "alone", 0), (indices.total[place], "in all", 1)]
      for (offset, (estimate, name, colour)) in bars.enumerated() {
        let y = bands.place(place) + half * Double(offset)
        let (one, other) = (x.place(min(0, estimate.value)), x.place(max(0, estimate.value)))
        let around =
          estimate.interval.map { " (\(NumberText.fixed($0.low, 2)) to \(NumberText.fixed($0.high, 2)))" } ?? ""
        drawing.rect(
          x: one, y: y, width: other - one, height: half - 2, .fill(Palette.kind(colour)),
          tip: "\(factor), \(name): \(NumberText.fixed(estimate.value, 2))\(around)")
        guard let interval = estimate.interval else { continue }
        let middle = y + half / 2 - 1
        drawing.line(x.place(interval.low), middle, x.place(interval.high), middle, .role(.stroke, width: 1.4))
        for end in [interval.low, interval.high] {
          drawing.line(x.place(end), middle - 3, x.place(end), middle + 3, .role(.stroke, width: 1.4))
        }
      }
    }
    return drawing
  }

  var table: ChartTable {
    var table = ChartTable([
      .text("factor"), .number("first order"), .number("first, low"), .number("first, high"), .number("total"),
      .number("total, low"), .number("total, high"),
    ])
    for (place, factor) in factors.enumerated() {
      let (first, total) = (indices.first[place], indices.total[place])
      table.add([
        ChartTable.Cell(factor), .number(first.value, 3), .number(first.interval?.low, 3),
        .number(first.interval?.high, 3), .number(total.value, 3), .number(total.interval?.low, 3),
        .number(total.interval?.high, 3),
      ])
    }
    return table
  }
}
