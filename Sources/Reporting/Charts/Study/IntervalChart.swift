import Experiments

/// Numbers with their intervals, a line each, perhaps under headings.
struct IntervalChart: Sendable {
  /// A line.
  struct Row: Sendable {
    let name: String
    /// The heading that it stands under, or empty.
    var heading = ""
    let value: Double?
    let interval: Interval?
    /// What stands there if there is no number.
    var reason = ""
  }

  let rows: [Row]
  /// What the numbers are.
  let axis: String
  let digits: Digits
  /// A number that others are held against, with its name.
  var reference: (value: Double, name: String)?
  /// Whether colours tell on which side of the reference the whole interval lies.
  var hasSides = false

  /// Where rows and headings stand, from the top.
  private func layout(_ top: Double) -> (rows: [Double], headings: [(text: String, y: Double)], bottom: Double) {
    var (y, before): (Double, String) = (top, "")
    var places: [Double] = []
    var headings: [(text: String, y: Double)] = []
    for row in rows {
      if row.heading != before {
        headings.append((row.heading, y + 15))
        y += 24
        before = row.heading
      }
      places.append(y + 11)
      y += 22
    }
    return (places, headings, y + 4)
  }

  func drawing(_ width: Double) -> Drawing {
    // Some letters are wider than most.
    let room = min(0.4 * width, 1.12 * Drawing(width: width, height: 0).room(for: rows.map(\.name), atMost: 0.4))
    let numbers = rows.compactMap { $0.value.map { digits.text($0) } }
    let margin = (numbers.map { MarkupText.width($0) }.max() ?? 0) * Drawing.letterWidth + 12
    let top = reference == nil && !hasSides ? 8.0 : 26.0
    let (places, headings, bottom) = layout(top)
    let plot = Plot(left: room, top: top, right: width - margin, bottom: bottom)
    var drawing = Drawing(width: width, height: bottom + 44)
    let values = rows.flatMap { [$0.value, $0.interval?.low, $0.interval?.high].compactMap(\.self) }
    let x = LinearScale(
      fitting: values + (reference.map { [$0.value] } ?? []), from: plot.left + 6, to: plot.right - 2)
    drawing.xAxis(
      x, plot, title: MarkupText.fitted(axis, to: width / Drawing.letterWidth - 1), count: width < 500 ? 4 : 7)
    for heading in headings {
      let short = MarkupText.fitted(heading.text, to: (width - 12) / Drawing.strongLetterWidth)
      drawing.text(MarkupText.isolated(short), x: 4, y: heading.y, .start, .strongOnMarks)
    }
    if let reference {
      drawing.line(x.place(reference.value), top, x.place(reference.value), bottom, .role(.axis, dash: "4 3"))
      let half = MarkupText.width(reference.name) * Drawing.letterWidth / 2
      drawing.text(
        reference.name, x: min(max(x.place(reference.value), half), width - half), y: top - 8, .middle, .faint)
    }
    for (row, y) in zip(rows, places) {
      let short = MarkupText.fitted(row.name, to: max(3, (room - 14) / Drawing.letterWidth + 0.5))
      drawing.text(MarkupText.isolated(short), x: room - 8, y: y + 4, .end)
      draw(row, y, in: &drawing, x, plot)
    }
    return drawing
  }

  private func draw(_ row: Row, _ y: Double, in drawing: inout Drawing, _ x: LinearScale, _ plot: Plot) {
    guard let value = row.value else {
      let room = (plot.width - 12) / Drawing.letterWidth
      return drawing.text(MarkupText.fitted(row.reason, to: room), x: plot.left + 8, y: y + 4, .start, .faint)
    }
    let colour = colour(row)
    if let interval = row.interval {
      drawing.line(x.place(interval.low), y, x.place(interval.high), y, .line(colour, width: 2))
      for end in [interval.low, interval.high] {
        drawing.line(x.place(end), y - 4, x.place(end), y + 4, .line(colour, width: 1.5))
      }
    }
    let around = row.interval.map { " (\(digits.range($0)))" } ?? ""
    let heading = row.heading.isEmpty ? "" : "\(row.heading), "
    drawing.circle(
      x: x.place(value), y: y, radius: 4.5, .fill(colour), tip: "\(heading)\(row.name): \(digits.text(value))\(around)")
    drawing.text(digits.text(value), x: plot.right + 8, y: y + 4, .start, .faint)
  }

  private func colour(_ row: Row) -> Colour {
    guard hasSides, let reference, let interval = row.interval else { return Palette.kind(0) }
    return interval.low > reference.value
      ? Palette.gain : interval.high < reference.value ? Palette.loss : Palette.undecided
  }
}
