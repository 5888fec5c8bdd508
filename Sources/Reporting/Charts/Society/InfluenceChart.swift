import Analysis

/// Those with the most influence: a bar each, in units of what everyone would have among equals.
struct InfluenceChart {
  let findings: InfluenceFindings
  let count: Int
  let colours: ScoreColours
  let decimals: Int

  private var top: ArraySlice<InfluenceFindings.Person> { findings.top.prefix(count) }
  private func ofEquals(_ person: InfluenceFindings.Person) -> Double {
    person.influence * Double(findings.people)
  }

  func drawing(_ width: Double) -> Drawing {
    let room = Drawing(width: width, height: 0).room(for: top.map(\.id))
    let plot = Plot(left: room, top: 30, right: width - 50, bottom: 30 + 24 * Double(top.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let x = LinearScale(fitting: top.map(ofEquals), zero: true, from: plot.left, to: plot.right)
    let bands = BandScale(top.count, from: plot.top, to: plot.bottom, gap: 0.3)
    drawing.ramp(colours, title: "own score", x: width < 500 ? 4 : plot.left, y: 14, decimals: decimals)
    drawing.xAxis(x, plot, title: "influence, times that of a person among equals", count: width < 500 ? 4 : 6)
    drawing.names(top.map(\.id), bands, right: plot.left, room: room)
    for (index, person) in top.enumerated() {
      let times = ofEquals(person)
      drawing.rect(
        x: plot.left, y: bands.place(index), width: x.place(times) - plot.left, height: bands.width,
        .outlined(colours.colour(person.ownScore)),
        tip:
          "\(MarkupText.cut(person.id, to: 60)): \(NumberText.fixed(times, 2)) times, \(NumberText.count(person.followers, "tie")) by which others are influenced, own score \(NumberText.fixed(person.ownScore, decimals))"
      )
      drawing.text(NumberText.fixed(times, 2), x: x.place(times) + 6, y: bands.middle(index) + 4, .start, .faint)
    }
    drawing.line(x.place(1), plot.top, x.place(1), plot.bottom, .role(.axis, dash: "4 3"))
    return drawing
  }

  var table: ChartTable {
    var table = ChartTable([
      .text("person"), .number("influence, share of all"), .number("times equals"), .number("ties that influence"),
      .number("own score"), .number("public score"),
    ])
    for person in top {
      table.add([
        ChartTable.Cell(person.id), ChartTable.Cell(NumberText.percent(person.influence), value: person.influence),
        .number(ofEquals(person), 2), .count(person.followers), .number(person.ownScore, decimals),
        .number(person.publicScore, decimals),
      ])
    }
    return table
  }
}

extension SocietyCharts {
  /// Those with the most influence; `nil` where influence is not defined.
  var influence: Chart? {
    guard let influence = portrait?.influence?.findings, let first = influence.top.first else { return nil }
    let chart = InfluenceChart(
      findings: influence, count: InfluencePortrait.count, colours: colours, decimals: decimals)
    let most = first.influence * Double(influence.people)
    let hundredth = max(1, influence.people / 100)
    var caption =
      (influence.gini ?? 0) < 1e-9
      ? "Everyone counts the same in the mean public score (dashed). "
      : "\(MarkupText.isolated(MarkupText.cut(first.id, to: 24))) counts for \(NumberText.fixed(most, 2)) times as much in the mean public score as a person among equals (dashed). The most influential hundredth, \(people(hundredth)), has \(NumberText.percent(influence.topHundredth)) of all influence. "
    if let tau = influence.tauWithFollowers {
      caption +=
        "\(Self.goes(tau)) the number of ties by which a person influences others, layers together (Kendall's tau-b \(NumberText.fixed(tau, 2)))"
      if let own = influence.tauWithOwnScore {
        caption += "; \(Self.goes(own).lowercased()) own scores (\(NumberText.fixed(own, 2)))"
      }
      caption += "."
    }
    return Chart(
      id: "influence", title: "Who moves the mean", caption: caption,
      alternative: "Bars of influence of the \(NumberText.count(chart.table.rows.count)) most influential people.",
      table: chart.table, draw: chart.drawing)
  }

  /// How influence goes with something, from a rank correlation.
  private static func goes(_ tau: Double) -> String {
    switch tau {
    case 0.5...: "Influence goes with"
    case 0.2...: "Influence goes in part with"
    case ...(-0.5): "Influence goes against"
    case ...(-0.2): "Influence goes in part against"
    default: "Influence hardly depends on"
    }
  }
}
