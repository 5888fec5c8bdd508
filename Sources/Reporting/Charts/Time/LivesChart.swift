import Simulation

/// The lives of communities: a band each, as wide as its number of people, in the colour of its mean public score, from look
/// to look.
struct LivesChart {
  let lives: [SimulationPortrait.Life]
  let colours: ScoreColours
  let decimals: Int

  func drawing(_ width: Double) -> Drawing {
    let looks = Set(lives.flatMap(\.periods)).sorted()
    let largest = Double(lives.flatMap(\.people).max() ?? 1)
    let lane = lives.count <= 12 ? 30.0 : lives.count <= 24 ? 20.0 : 14.0
    let plot = Plot(left: 44, top: 34, right: width - 22, bottom: 34 + lane * Double(lives.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let (first, last) = (Double(looks.first ?? 0), Double(looks.last ?? 0))
    let x = LinearScale(first...max(first, last), from: plot.left + 8, to: plot.right)
    let bands = BandScale(lives.count, from: plot.top, to: plot.bottom, gap: 0)
    drawing.ramp(colours, title: "mean public score", x: 4, y: 14, decimals: decimals)
    for look in looks {
      drawing.line(x.place(Double(look)), plot.top, x.place(Double(look)), plot.bottom, .role(.grid))
    }
    let rows = Dictionary(uniqueKeysWithValues: lives.enumerated().map { ($1.label, $0) })
    func half(_ people: Int) -> Double { max(0.8, lane * 0.46 * (Double(people) / largest).squareRoot()) }
    // Where communities come from and go to, behind them.
    for (row, life) in lives.enumerated() {
      let here = bands.middle(row)
      if let start = life.periods.first, start > looks.first ?? 0 {
        for from in life.from {
          guard let other = rows[from] else { continue }
          drawing.line(
            x.place(Double(looks.last { $0 < start } ?? start)), bands.middle(other), x.place(Double(start)), here,
            .role(.axis, width: 1.2), tip: "community \(life.label) comes from community \(from)")
        }
      }
      if let into = life.into, let other = rows[into], let end = life.periods.last,
        let next = looks.first(where: { $0 > end })
      {
        drawing.line(
          x.place(Double(end)), here, x.place(Double(next)), bands.middle(other), .role(.axis, width: 1.2),
          tip: "community \(life.label) goes into community \(into)")
      }
    }
    for (row, life) in lives.enumerated() {
      let middle = bands.middle(row)
      drawing.text("\(life.label)", x: plot.left - 10, y: middle + 4, .end, .faint)
      for place in life.periods.indices.dropLast() {
        let (left, right) = (x.place(Double(life.periods[place])), x.place(Double(life.periods[place + 1])))
        var band = PathText()
        band.move(left, middle - half(life.people[place]))
        band.line(right, middle - half(life.people[place + 1]))
        band.line(right, middle + half(life.people[place + 1]))
        band.line(left, middle + half(life.people[place]))
        band.close()
        drawing.path(band, .fill(colours.colour(life.publicScores[place])), tip: tip(life, place))
      }
      for (place, isEnd) in [(0, false), (life.periods.count - 1, true)] {
        let hasEnded = isEnd && life.periods[place] < looks.last ?? 0
        let isNew = !isEnd && life.periods[place] > looks.first ?? 0
        guard hasEnded || isNew || life.periods.count == 1 else { continue }
        drawing.circle(
          x: x.place(Double(life.periods[place])), y: middle, radius: max(3, half(life.people[place])),
          .outlined(colours.colour(life.publicScores[place])), tip: tip(life, place))
      }
    }
    drawing.xAxis(
      x, plot, title: "period of the look", count: min(width < 500 ? 5 : 8, max(1, looks.last ?? 1)), grid: false
    ) { tick in
      tick.rounded() == tick ? String(Int(tick)) : ""
    }
    return drawing
  }

  private func tip(_ life: SimulationPortrait.Life, _ place: Int) -> String {
    "community \(life.label) in period \(life.periods[place]): \(NumberText.count(life.people[place], "person", "people")), mean own \(NumberText.fixed(life.ownScores[place], decimals)), public \(NumberText.fixed(life.publicScores[place], decimals))"
  }

  var table: ChartTable {
    var table = ChartTable([
      .number("community"), .number("period"), .number("people"), .number("mean own score"),
      .number("mean public score"), .text("came from"), .text("went into"),
    ])
    for life in lives {
      for place in life.periods.indices {
        table.add([
          .count(life.label), .count(life.periods[place]), .count(life.people[place]),
          .number(life.ownScores[place], decimals), .number(life.publicScores[place], decimals),
          ChartTable.Cell(place == 0 ? life.from.map(String.init).joined(separator: " ") : ""),
          ChartTable.Cell(place == life.periods.count - 1 ? life.into.map { String($0) } ?? "" : ""),
        ])
      }
    }
    return table
  }
}

extension SimulationCharts {
  /// The lives of communities; `nil` without any.
  var lives: Chart? {
    guard let portrait, !portrait.lives.isEmpty, let first = findings.looks.first else { return nil }
    let chart = LivesChart(lives: portrait.lives, colours: colours, decimals: decimals)
    let later = findings.looks.dropFirst()
    func sum(_ count: (SimulationFindings.Look) -> Int, _ one: String, _ many: String) -> String {
      NumberText.count(later.reduce(0) { $0 + count($1) }, one, many)
    }
    var caption =
      "A band is a community, as wide as the root of its number of people; a dot where it begins or ends, a thin line from where it comes or where it goes. After the first look (\(NumberText.count(first.communities, "community", "communities"))) there were \(sum(\.births, "birth", "births")), \(sum(\.splits, "split", "splits")), \(sum(\.deaths, "death", "deaths")) and \(sum(\.merges, "merge", "merges")). Communities are found anew at each look, so some of this is the search's own."
    if portrait.livesLeftOut > 0 { caption += " Not shown: \(NumberText.count(portrait.livesLeftOut)) smaller ones." }
    return Chart(
      id: "lives", title: "Births and deaths of communities", caption: caption,
      alternative: "\(NumberText.count(portrait.lives.count)) bands, one a community, from look to look.",
      table: chart.table, draw: chart.drawing)
  }
}
