import Foundation

/// Numbers over periods as lines, some of them with a band around.
struct SeriesChart {
  /// A line.
  struct Line {
    let name: String
    /// One a period; `nil` where nothing is defined.
    let values: [Double?]
    /// The lower and the upper end of the band around it, if it has one.
    var band: [ClosedRange<Double>?] = []
    let colour: Colour
    var isDashed = false
  }

  /// A period of which something is told.
  struct Mark {
    let period: Int
    let text: String
  }

  let periods: [Int]
  let lines: [Line]
  let axis: String
  let decimals: Int
  /// Whether values are shares, written in per cent.
  var isShare = false
  /// Whether 0 has to be on the axis.
  var hasZero = false
  var marks: [Mark] = []

  func drawing(_ width: Double) -> Drawing {
    let keyLines = Drawing(width: width, height: 0).keyLines(lines.map(\.name), x: 4)
    let top = 36 + 18 * Double(keyLines)
    let plot = Plot(left: 58, top: top, right: width - 16, bottom: top + (width < 500 ? 190 : 230))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let values = lines.flatMap {
      $0.values.compactMap(\.self) + $0.band.flatMap { $0.map { [$0.lowerBound, $0.upperBound] } ?? [] }
    }
    let y = LinearScale(fitting: values, zero: hasZero, from: plot.bottom, to: plot.top)
    let x = LinearScale(
      Double(periods.first ?? 0)...Double(max(periods.last ?? 0, periods.first ?? 0)), from: plot.left, to: plot.right)
    let shares: ((Double) -> String)? =
      isShare ? { NumberText.fixed(100 * $0, y.decimals(5) > 2 ? y.decimals(5) - 2 : 0) + "%" } : nil
    drawing.yAxis(y, plot, title: axis, text: shares)
    let last = periods.last ?? 0
    drawing.xAxis(x, plot, title: "period", count: min(width < 500 ? 5 : 8, max(1, last)), grid: false) { tick in
      tick.rounded() == tick ? String(Int(tick)) : ""
    }
    drawing.key(
      lines.map { ($0.name, .line(.line($0.colour, width: 2.5, dash: $0.isDashed ? "5 3" : nil))) }, x: 4, y: 12)
    for mark in marks {
      let place = x.place(Double(mark.period))
      drawing.line(place, plot.top, place, plot.bottom, .role(.axis, dash: "3 3"), tip: mark.text)
      drawing.text(
        mark.text, x: place + (place > plot.right - 120 ? -4 : 4), y: plot.top + 10,
        place > plot.right - 120 ? .end : .start, .faint)
    }
    for line in lines where !line.band.isEmpty {
      let band = zip(periods, line.band).map {
        (x: x.place(Double($0)), low: $1.map { y.place($0.lowerBound) }, high: $1.map { y.place($0.upperBound) })
      }
      drawing.path(.band(band), .fill(line.colour, opacity: 0.13))
    }
    for line in lines {
      let points = zip(periods, line.values).map { (x: x.place(Double($0)), y: $1.map(y.place)) }
      drawing.path(.line(points), .line(line.colour, width: 2.2, dash: line.isDashed ? "5 3" : nil))
      for (place, point) in points.enumerated() {
        guard let height = point.y, let value = line.values[place] else { continue }
        // A value between two that are missing would not be seen otherwise.
        let isAlone =
          (place == 0 || points[place - 1].y == nil) && (place == points.count - 1 || points[place + 1].y == nil)
        drawing.circle(
          x: point.x, y: height, radius: isAlone ? 3.5 : periods.count > 60 ? 1.2 : 2.4,
          .fill(line.colour), tip: "period \(periods[place]), \(line.name): \(text(value))")
      }
    }
    return drawing
  }

  private func text(_ value: Double) -> String {
    isShare ? NumberText.percent(value) : NumberText.grouped(NumberText.fixed(value, decimals))
  }

  var table: ChartTable {
    let hasBand = lines.map { !$0.band.isEmpty }
    var columns: [ChartTable.Column] = [.number("period")]
    for (line, hasBand) in zip(lines, hasBand) {
      columns.append(.number(line.name))
      if hasBand { columns += [.number(line.name + ", low"), .number(line.name + ", high")] }
    }
    var table = ChartTable(columns)
    func cell(_ value: Double?) -> ChartTable.Cell { isShare ? .share(value) : .number(value, decimals) }
    for (place, period) in periods.enumerated() {
      var row: [ChartTable.Cell] = [.count(period)]
      for (line, hasBand) in zip(lines, hasBand) {
        row.append(cell(line.values[place]))
        if hasBand { row += [cell(line.band[place]?.lowerBound), cell(line.band[place]?.upperBound)] }
      }
      table.add(row)
    }
    return table
  }
}
