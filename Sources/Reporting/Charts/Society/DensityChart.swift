import Analysis
import GraphModel
import Propagation

/// Own against public scores: a dot a person, or the darker the more people.
struct DensityChart {
  let density: ScoreDensity
  /// Everyone, if there are few enough.
  let people: [PeopleSample.Person]?
  let decimals: Int

  func drawing(_ width: Double) -> Drawing {
    let side = min(width - 78, 500)
    let plot = Plot(left: 56, top: 30, right: 56 + side, bottom: 30 + side)
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let x = LinearScale(density.low...density.high, from: plot.left, to: plot.right)
    let y = LinearScale(density.low...density.high, from: plot.bottom, to: plot.top)
    drawing.xAxis(x, plot, title: SocietyCharts.axis("own score"), count: 5)
    drawing.yAxis(y, plot, title: SocietyCharts.axis("public score"))
    drawing.line(
      x.place(density.low), y.place(density.low), x.place(density.high), y.place(density.high),
      .role(.axis, dash: "5 4"))
    if let people { dots(people, x, y, &drawing) } else { cells(x, y, &drawing) }
    drawing.text("gained", x: plot.left + 10, y: plot.top + 18, .start, .onMarks)
    drawing.text("lost", x: plot.right - 10, y: plot.bottom - 10, .end, .onMarks)
    let end = x.place(density.low + 0.82 * (density.high - density.low))
    drawing.text(
      "unchanged", x: end - 6, y: y.place(density.low + 0.82 * (density.high - density.low)) - 6, .end, .onMarks)
    return drawing
  }

  private func dots(_ people: [PeopleSample.Person], _ x: LinearScale, _ y: LinearScale, _ drawing: inout Drawing) {
    let radius = people.count > 600 ? 2.2 : people.count > 100 ? 3.2 : 4.5
    for person in people {
      drawing.circle(
        x: x.place(person.ownScore), y: y.place(person.publicScore), radius: radius,
        .fill(Self.colour(person.publicScore - person.ownScore), opacity: 0.72),
        tip:
          "\(MarkupText.cut(person.id, to: 60)): own \(NumberText.fixed(person.ownScore, decimals)), public \(NumberText.fixed(person.publicScore, decimals))"
      )
    }
  }

  private func cells(_ x: LinearScale, _ y: LinearScale, _ drawing: inout Drawing) {
    let size = (density.high - density.low) / Double(density.counts.count)
    let largest = Double(density.counts.lazy.map { $0.max() ?? 0 }.max() ?? 0)
    for (row, counts) in density.counts.enumerated() {
      for (column, count) in counts.enumerated() where count > 0 {
        let (own, other) = (density.low + size * Double(row), density.low + size * Double(column))
        drawing.rect(
          x: x.place(own), y: y.place(other + size), width: x.place(own + size) - x.place(own),
          height: y.place(other) - y.place(other + size),
          row == column
            ? .role(.ink, opacity: Self.depth(count, largest))
            : .fill(Self.colour(other - own), opacity: Self.depth(count, largest)),
          tip:
            "\(NumberText.count(count, "person", "people")): own \(NumberText.fixed(own, decimals)) to \(NumberText.fixed(own + size, decimals)), public \(NumberText.fixed(other, decimals)) to \(NumberText.fixed(other + size, decimals))"
        )
      }
    }
  }

  private static func colour(_ change: Double) -> Colour { change >= 0 ? Palette.gain : Palette.loss }

  /// Few people shall be seen, too: the root, and never nothing.
  private static func depth(_ count: Int, _ largest: Double) -> Double {
    0.08 + 0.92 * (Double(count) / largest).squareRoot()
  }

  var table: ChartTable {
    if let people {
      var table = ChartTable([.text("person"), .number("own score"), .number("public score"), .number("change")])
      for person in people {
        table.add([
          ChartTable.Cell(person.id), .number(person.ownScore, decimals), .number(person.publicScore, decimals),
          .change(person.publicScore - person.ownScore, decimals),
        ])
      }
      return table
    }
    var table = ChartTable([
      .number("own from"), .number("own to"), .number("public from"), .number("public to"), .number("people"),
    ])
    let size = (density.high - density.low) / Double(density.counts.count)
    for (row, counts) in density.counts.enumerated() {
      for (column, count) in counts.enumerated() where count > 0 {
        let (own, other) = (density.low + size * Double(row), density.low + size * Double(column))
        table.add([
          .number(own, decimals), .number(own + size, decimals), .number(other, decimals),
          .number(other + size, decimals), .count(count),
        ])
      }
    }
    return table
  }
}

extension SocietyCharts {
  /// Own against public scores.
  var density: Chart? {
    guard let portrait else { return nil }
    let everyone = portrait.people.leftOut == 0 ? portrait.people.people : nil
    let chart = DensityChart(density: portrait.density, people: everyone, decimals: decimals)
    let moved = findings.propagation
    let (own, other) = (findings.ownScores, findings.publicScores)
    let kept = findings.society.people - moved.gained - moved.lost
    var caption =
      (everyone == nil
        ? "The darker a cell, the more people (by the root of their number). " : "Each dot is a person. ")
      + "Above the line public scores are higher than own ones (\(people(moved.gained))), below it lower (\(NumberText.count(moved.lost)))"
      + (kept > 0
        ? "; \(NumberText.count(kept)) \(moved.boundForm == .exact ? "kept theirs" : "stayed within the error"). "
        : ". ")
    if own.sd > 0, moved.signals == nil {
      let change = 1 - other.sd / own.sd
      caption +=
        (own.sd - other.sd).magnitude <= (moved.errorBound ?? 0)
        ? "The cloud is as high as it is wide: the spread of scores has not changed."
        : change.magnitude < 0.005
          ? "The cloud is about as high as it is wide: the spread (sd) went from \(score(own.sd)) to \(score(other.sd)) points."
          : "The cloud is \(change > 0 ? "flatter" : "steeper") than the line: the spread (sd) went from \(score(own.sd)) to \(score(other.sd)) points, \(NumberText.percent(change.magnitude)) \(change > 0 ? "less" : "more")."
    }
    return Chart(
      id: "own-public", title: "Own against public score", caption: caption,
      alternative:
        "A plot of public against own scores from \(score(portrait.density.low)) to \(score(portrait.density.high)) points with the line of no change; people on average \(score(moved.meanAbsoluteEffect)) points away from it.",
      table: chart.table, draw: chart.drawing)
  }
}
