import Experiments

/// Means with their intervals over a factor or over periods: lines, in one panel or several with the same axes.
struct PanelChart: Sendable {
  /// A mean.
  struct Point: Sendable {
    let x: Double
    /// What stands at this place, for tips: `susceptibility=0.5`.
    let label: String
    let value: Double
    let interval: Interval?
  }

  /// Points that belong together.
  struct Line: Sendable {
    let name: String
    let points: [Point]
  }

  /// Lines in one picture.
  struct Panel: Sendable {
    let title: String
    let lines: [Line]
  }

  let panels: [Panel]
  /// What stands at the horizontal axis.
  let axis: String
  var isLogarithmic = false
  /// What is written at the horizontal axis; without any, round numbers.
  var labels: [(value: Double, text: String)] = []
  /// What the numbers are.
  let value: String
  let digits: Digits
  var isJoined = true
  /// Whether intervals are drawn at each point, too.
  var hasWhiskers = true

  private var names: [String] {
    var names: [String] = []
    for line in panels.flatMap(\.lines) where !names.contains(line.name) { names.append(line.name) }
    return names
  }

  /// The look of the line at a place; colours that come round again are dashed.
  private static func style(_ place: Int, width: Double) -> Style {
    .line(Palette.kind(place), width: width, dash: place >= Palette.kinds.count ? "5 3" : nil)
  }

  func drawing(_ width: Double) -> Drawing {
    let names = names
    let points = panels.flatMap(\.lines).flatMap(\.points)
    let keyLines = names.count > 1 ? Drawing(width: width, height: 0).keyLines(names, x: 4) : 0
    let base = 18 * Double(keyLines) + 17
    let top = base + (panels.contains { !$0.title.isEmpty } ? 10 : 0)
    let values = points.flatMap { [$0.value] + ($0.interval.map { [$0.low, $0.high] } ?? []) }
    let left = Drawing.room(LinearScale(fitting: values, from: 0, to: 1))
    let grid = PanelGrid(max(1, panels.count), width: width, top: top, left: left)
    var drawing = Drawing(width: width, height: grid.bottom)
    if names.count > 1 {
      drawing.key(names.enumerated().map { ($1, .line(Self.style($0, width: 2.5))) }, x: 4, y: 12)
    }
    drawing.text(MarkupText.fitted(value, to: width / Drawing.letterWidth - 1), x: 2, y: base, .start, .faint)
    for (place, panel) in panels.enumerated() {
      let plot = grid.plot(place)
      let y = LinearScale(fitting: values, from: plot.bottom, to: plot.top)
      let x = FactorAxis(
        points.map(\.x) + labels.map(\.value), isLogarithmic: isLogarithmic, labels: labels, from: plot.left,
        to: plot.right)
      drawing.yAxis(y, plot, title: "")
      drawing.factorAxis(x, plot, title: axis)
      let title = MarkupText.fitted(panel.title, to: plot.width / Drawing.strongLetterWidth)
      drawing.text(MarkupText.isolated(title), x: plot.left, y: plot.top - 7, .start, .strong)
      for (place, line) in panel.lines.enumerated() {
        // Whiskers of several lines stand side by side.
        let shift = hasWhiskers ? (Double(place) - Double(panel.lines.count - 1) / 2) * 4 : 0
        draw(
          line, names.firstIndex(of: line.name) ?? 0, among: panel.lines.count, shift: shift, in: &drawing, x, y)
      }
    }
    return drawing
  }

  private func draw(
    _ line: Line, _ colour: Int, among count: Int, shift: Double, in drawing: inout Drawing, _ x: FactorAxis,
    _ y: LinearScale
  ) {
    let points = line.points.sorted { $0.x < $1.x }
    func place(_ point: Point) -> Double { x.place(point.x) + shift }
    // More bands would hide each other.
    if isJoined, count <= 3 || !hasWhiskers {
      drawing.path(
        .band(
          points.map { (place($0), $0.interval.map { y.place($0.low) }, $0.interval.map { y.place($0.high) }) }),
        .fill(Palette.kind(colour), opacity: count <= 3 ? 0.13 : 0.08))
    }
    if isJoined {
      drawing.path(.line(points.map { (place($0), y.place($0.value)) }), Self.style(colour, width: 2))
    }
    if hasWhiskers || !isJoined {
      for point in points {
        guard let interval = point.interval else { continue }
        drawing.line(
          place(point), y.place(interval.low), place(point), y.place(interval.high),
          .line(Palette.kind(colour), width: 1.3))
      }
    }
    guard points.count <= 40 || !isJoined else { return }
    for point in points {
      let around = point.interval.map { " (\(digits.range($0)))" } ?? ""
      let name = line.name.isEmpty ? "" : "\(line.name), "
      drawing.circle(
        x: place(point), y: y.place(point.value), radius: points.count > 24 ? 2 : 3.2, .fill(Palette.kind(colour)),
        tip: "\(name)\(point.label): \(digits.text(point.value))\(around)")
    }
  }
}
