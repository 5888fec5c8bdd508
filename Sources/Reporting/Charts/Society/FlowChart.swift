import Analysis
import GraphModel

/// People who go from one of some ordered places to another: bands of their width (an alluvial chart).
struct FlowChart {
  /// The places, lowest first, from the first to the last colour.
  let names: [String]
  /// People by place before (row) and after (column), in the order of `names`.
  let flows: [[Int]]
  /// What stands over the two sides.
  let before: String
  let after: String

  private var total: Int { flows.reduce(0) { $0 + $1.reduce(0, +) } }
  private var gap: Double { 10 }

  /// How many people stay, rise and fall.
  var kept: (stayed: Int, rose: Int, fell: Int) {
    var kept = (stayed: 0, rose: 0, fell: 0)
    for (from, row) in flows.enumerated() {
      for (to, count) in row.enumerated() {
        if to == from { kept.stayed += count } else if to > from { kept.rose += count } else { kept.fell += count }
      }
    }
    return kept
  }

  func drawing(_ width: Double) -> Drawing {
    let room = Drawing(width: width, height: 0).room(
      for: names.map { "\($0)  \(NumberText.count(total))" }, atMost: 0.36)
    let (top, height, bar) = (34.0, width < 500 ? 300.0 : 360.0, 14.0)
    var drawing = Drawing(width: width, height: top + height + 22)
    let (left, right) = (room, width - room)
    drawing.text(before, x: 2, y: 16, .start, .strong)
    drawing.text(after, x: width - 2, y: 16, .end, .strong)
    let unit = total > 0 ? (height - gap * Double(max(0, names.count - 1))) / Double(total) : 0
    let sizes = (flows.map { $0.reduce(0, +) }, names.indices.map { to in flows.reduce(0) { $0 + $1[to] } })
    let starts = (Self.starts(sizes.0, top, unit, gap), Self.starts(sizes.1, top, unit, gap))
    var (leaving, arriving) = (starts.0, starts.1)
    // The highest place stands at the top.
    for from in names.indices.reversed() {
      for to in names.indices.reversed() where flows[from][to] > 0 {
        let size = Double(flows[from][to]) * unit
        var band = PathText()
        band.move(left + bar, leaving[from])
        band.level(from: left + bar, leaving[from], to: right - bar, arriving[to])
        band.line(right - bar, arriving[to] + size)
        band.level(from: right - bar, arriving[to] + size, to: left + bar, leaving[from] + size)
        band.close()
        drawing.path(
          band,
          from == to
            ? .role(.ink, opacity: 0.13) : .fill(to > from ? Palette.gain : Palette.loss, opacity: 0.55),
          tip: "\(names[from]) to \(names[to]): \(NumberText.count(flows[from][to], "person", "people"))")
        leaving[from] += size
        arriving[to] += size
      }
    }
    for place in names.indices {
      for (x, start, size) in [
        (left, starts.0[place], sizes.0[place]), (right - bar, starts.1[place], sizes.1[place]),
      ] {
        let share = names.count > 1 ? Double(place) / Double(names.count - 1) : 0.5
        drawing.rect(
          x: x, y: start, width: bar, height: max(1, Double(size) * unit), .outlined(ScoreColours.ramp(share)),
          tip: "\(names[place]): \(NumberText.count(size, "person", "people"))")
      }
    }
    for (side, x, anchor) in [(0, left - 6, Drawing.Anchor.end), (1, right + 6, .start)] {
      let (start, size) = side == 0 ? (starts.0, sizes.0) : (starts.1, sizes.1)
      let middles = Self.apart(names.indices.reversed().map { start[$0] + Double(size[$0]) * unit / 2 + 4 })
      for (row, place) in names.indices.reversed().enumerated() {
        drawing.text("\(names[place]): \(NumberText.count(size[place]))", x: x, y: middles[row], anchor)
      }
    }
    return drawing
  }

  /// Places from top to bottom, moved down and then up where two lines of text would stand on each other.
  private static func apart(_ places: [Double]) -> [Double] {
    var places = places
    for row in places.indices.dropFirst() { places[row] = max(places[row], places[row - 1] + 14) }
    return places
  }

  /// Where each place begins, the highest at the top.
  private static func starts(_ sizes: [Int], _ top: Double, _ unit: Double, _ gap: Double) -> [Double] {
    var starts = [Double](repeating: 0, count: sizes.count)
    var y = top
    for place in sizes.indices.reversed() {
      starts[place] = y
      y += Double(sizes[place]) * unit + gap
    }
    return starts
  }

  var table: ChartTable {
    var table = ChartTable([.text("from"), .text("to"), .number("people"), .number("share of those from there")])
    for from in names.indices.reversed() {
      let sum = flows[from].reduce(0, +)
      for to in names.indices.reversed() where flows[from][to] > 0 {
        table.add([
          ChartTable.Cell(names[from]), ChartTable.Cell(names[to]), .count(flows[from][to]),
          .share(Double(flows[from][to]) / Double(sum)),
        ])
      }
    }
    return table
  }
}

extension SocietyCharts {
  /// Who goes from which tier to which.
  var tiers: Chart {
    let chart = FlowChart(
      names: scale.tierNames, flows: findings.tierTransitions, before: "own score", after: "public score")
    let kept = chart.kept
    let moved = kept.rose + kept.fell
    let top = scale.tierCount - 1
    return Chart(
      id: "tiers", title: "From tier to tier",
      caption:
        "\(NumberText.count(moved)) of \(NumberText.count(findings.society.people)) are in another tier by their public than by their own score: \(NumberText.count(kept.rose)) rise (blue), \(NumberText.count(kept.fell)) fall (orange), the others stay (grey). The top tier goes from \(NumberText.count(findings.ownScores.tiers[top])) to \(NumberText.count(findings.publicScores.tiers[top])) people, the lowest from \(NumberText.count(findings.ownScores.tiers[0])) to \(NumberText.count(findings.publicScores.tiers[0])).",
      alternative:
        "Bands from \(NumberText.count(scale.tierCount)) tiers of the own score to those of the public score, as wide as the number of people.",
      table: chart.table, draw: chart.drawing)
  }
}
