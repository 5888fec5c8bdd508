import Analysis

/// How much of all influence the most influential have together: a curve above the line of equals.
///
/// Source: M. O. Lorenz, "Methods of measuring the concentration of wealth" (1905), with the largest first.
struct ConcentrationChart {
  let places: [InfluencePortrait.Place]

  /// How many people there are in all.
  private var people: Int { places.last?.people ?? 0 }

  func drawing(_ width: Double) -> Drawing {
    let side = min(width - 84, 300)
    let plot = Plot(left: 60, top: 30, right: 60 + side, bottom: 30 + side)
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let x = LinearScale(0...1, from: plot.left, to: plot.right)
    let y = LinearScale(0...1, from: plot.bottom, to: plot.top)
    let percent: (Double) -> String = { NumberText.fixed(100 * $0, 0) + "%" }
    drawing.xAxis(x, plot, title: "people, the most influential first", count: 5, text: percent)
    drawing.yAxis(y, plot, title: "share of all influence", text: percent)
    drawing.line(x.place(0), y.place(0), x.place(1), y.place(1), .role(.axis, dash: "5 4"))
    let points =
      [(x: x.place(0), y: Optional(y.place(0)))]
      + places.map { (x: x.place(Double($0.people) / Double(max(1, people))), y: Optional(y.place($0.share))) }
    drawing.path(.line(points), .line(Palette.kind(0), width: 2.2))
    for place in places {
      drawing.circle(
        x: x.place(Double(place.people) / Double(max(1, people))), y: y.place(place.share), radius: 2.6,
        .fill(Palette.kind(0)),
        tip: "\(NumberText.count(place.people, "person", "people")): \(NumberText.percent(place.share))")
    }
    drawing.text("equals", x: x.place(0.62) + 8, y: y.place(0.62) + 12, .start, .onMarks)
    return drawing
  }

  var table: ChartTable {
    var table = ChartTable([.number("people"), .number("share of influence")])
    for place in places { table.add([.count(place.people), .share(place.share)]) }
    return table
  }
}

extension SocietyCharts {
  /// How influence is spread over people; `nil` where it is not defined, or there is only one person.
  var concentration: Chart? {
    guard let portrait = portrait?.influence, portrait.concentration.count > 1, portrait.findings.people > 1 else {
      return nil
    }
    let chart = ConcentrationChart(places: portrait.concentration)
    let findings = portrait.findings
    let gini = findings.gini.map { " (Gini \(NumberText.fixed($0, 3)))" } ?? ""
    return Chart(
      id: "concentration", title: "How influence is spread",
      caption:
        "The further the curve is above the line, the fewer people have the say. Influence is as concentrated as among \(NumberText.fixed(findings.effectiveNumber, 1)) equals\(gini), of \(people(findings.people)).",
      alternative:
        "A curve of the share of influence by the share of people, the most influential first, above the line of equals.",
      table: chart.table, draw: chart.drawing)
  }
}
