import Analysis

/// People whose scores moved most: from own to public score, an arrow each.
struct MoversChart {
  let gains: [PropagationFindings.Mover]
  let losses: [PropagationFindings.Mover]
  let layers: [String]
  let decimals: Int

  private var movers: [PropagationFindings.Mover] { gains + losses }

  func drawing(_ width: Double) -> Drawing {
    let room = Drawing(width: width, height: 0).room(for: movers.map(\.id))
    let height = 26.0 * Double(movers.count)
    let plot = Plot(left: max(room, 40), top: 8, right: width - 16, bottom: 8 + height)
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let x = LinearScale(
      fitting: movers.flatMap { [$0.ownScore, $0.publicScore] }, from: plot.left + 8, to: plot.right - 8)
    let bands = BandScale(movers.count, from: plot.top, to: plot.bottom)
    drawing.xAxis(x, plot, title: "score, points: from own (ring) to public (dot)", count: width < 500 ? 4 : 7)
    drawing.names(movers.map(\.id), bands, right: plot.left, room: room)
    for (index, mover) in movers.enumerated() {
      let y = bands.middle(index)
      let (from, to) = (x.place(mover.ownScore), x.place(mover.publicScore))
      let colour = mover.effect >= 0 ? Palette.gain : Palette.loss
      drawing.line(from, y, to, y, .line(colour, width: 3, opacity: 0.6))
      drawing.circle(x: from, y: y, radius: 4.5, Style(role: .paper, stroke: colour, strokeWidth: 2))
      drawing.circle(
        x: to, y: y, radius: 5.5, .fill(colour),
        tip:
          "\(MarkupText.cut(mover.id, to: 60)): \(NumberText.fixed(mover.ownScore, decimals)) to \(NumberText.fixed(mover.publicScore, decimals)), \(NumberText.signed(mover.effect, decimals))"
      )
      drawing.text(
        NumberText.signed(mover.effect, decimals), x: (from + to) / 2, y: y - 5, .middle, .onMarks)
    }
    return drawing
  }

  var table: ChartTable {
    var table = ChartTable(
      [.text("person"), .number("own score"), .number("public score"), .number("change")]
        + layers.map { .number("by " + $0) })
    for mover in movers {
      table.add(
        [
          ChartTable.Cell(mover.id), .number(mover.ownScore, decimals), .number(mover.publicScore, decimals),
          .change(mover.effect, decimals),
        ] + mover.effects.prefix(layers.count).map { .change($0, decimals) })
    }
    return table
  }
}

extension SocietyCharts {
  /// Those who gained and lost most; `nil` if nobody's score moved.
  var movers: Chart? {
    let moved = findings.propagation
    guard let most = (moved.topGains + moved.topLosses).max(by: { $0.effect.magnitude < $1.effect.magnitude }) else {
      return nil
    }
    let layers =
      moved.topGains.first?.effects.isEmpty ?? moved.topLosses.first?.effects.isEmpty ?? true ? [] : moved.layers
    let chart = MoversChart(gains: moved.topGains, losses: moved.topLosses, layers: layers, decimals: decimals)
    func end(_ movers: [PropagationFindings.Mover], _ verb: String) -> String? {
      movers.first.map {
        "\(MarkupText.isolated(MarkupText.cut($0.id, to: 24))) \(verb) most (\(signed($0.effect)))"
      }
    }
    let sentence = [end(moved.topGains, "gained"), end(moved.topLosses, "lost")].compactMap(\.self).joined(
      separator: ", ")
    return Chart(
      id: "movers", title: "The largest gains and losses",
      caption:
        "\(sentence). The ring is what a person would have alone, the dot what everyone sees; the mean distance in the society is \(score(moved.meanAbsoluteEffect)) points, here it is up to \(score(most.effect.magnitude)).",
      alternative:
        "\(people(moved.topGains.count + moved.topLosses.count)) with the largest changes, each as a line from own to public score.",
      table: chart.table, draw: chart.drawing)
  }
}
