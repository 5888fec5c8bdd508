import Analysis

/// What each layer did to people of which own score: bars stacked up and down, with the sum as a line.
struct EffectChart {
  let bands: [EffectBand]
  let layers: [String]
  let decimals: Int

  /// The parts of a band: one a layer, or the whole.
  private func parts(_ band: EffectBand) -> [Double] { band.byLayer.isEmpty ? [band.meanEffect] : band.byLayer }
  private var names: [String] { layers.isEmpty ? ["the model"] : layers }

  func drawing(_ width: Double) -> Drawing {
    let keyLines = Drawing(width: width, height: 0).keyLines(names + ["together"], x: 56)
    let plot = Plot(left: 56, top: 34 + 18 * Double(keyLines), right: width - 14, bottom: 290 + 18 * Double(keyLines))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let ends = bands.flatMap { band in
      let parts = parts(band)
      return [parts.filter { $0 > 0 }.reduce(0, +), parts.filter { $0 < 0 }.reduce(0, +)]
    }
    let y = LinearScale(fitting: ends, zero: true, from: plot.bottom, to: plot.top)
    let low = bands.first?.low ?? 0
    let x = LinearScale(low...max(low, bands.last?.high ?? 1), from: plot.left, to: plot.right)
    drawing.yAxis(y, plot, title: SocietyCharts.axis("mean of public minus own score"))
    drawing.xAxis(x, plot, title: SocietyCharts.axis("own score"), count: width < 500 ? 4 : 7, grid: false)
    drawing.key(
      names.enumerated().map { ($1, .surface(.fill(Palette.kind($0)))) } + [
        ("together", .line(.role(.stroke, width: 2)))
      ],
      x: 56, y: 12)
    for band in bands where band.people > 0 {
      let (left, right) = (x.place(band.low) + 1.5, x.place(band.high) - 1.5)
      var (up, down) = (0.0, 0.0)
      for (index, part) in parts(band).enumerated() {
        let base = part >= 0 ? up : down
        let (one, other) = (y.place(base), y.place(base + part))
        drawing.rect(
          x: left, y: min(one, other), width: max(0.5, right - left), height: (one - other).magnitude,
          .fill(Palette.kind(index)), tip: tip(band, names[index], part))
        if part >= 0 { up += part } else { down += part }
      }
      let sum = y.place(band.meanEffect)
      drawing.line(left, sum, right, sum, .role(.stroke, width: 2.5), tip: tip(band, "together", band.meanEffect))
    }
    drawing.line(plot.left, y.place(0), plot.right, y.place(0), .role(.axis))
    return drawing
  }

  private func tip(_ band: EffectBand, _ name: String, _ value: Double) -> String {
    "own \(NumberText.fixed(band.low, decimals)) to \(NumberText.fixed(band.high, decimals)), \(NumberText.count(band.people, "person", "people")): \(NumberText.signed(value, decimals)) by \(name)"
  }

  var table: ChartTable {
    var table = ChartTable(
      [.number("own from"), .number("own to"), .number("people"), .number("together")]
        + layers.map { .number("by " + $0) })
    for band in bands {
      table.add(
        [
          .number(band.low, decimals), .number(band.high, decimals), .count(band.people),
          .change(band.people > 0 ? band.meanEffect : nil, decimals),
        ] + band.byLayer.map { .change(band.people > 0 ? $0 : nil, decimals) })
    }
    return table
  }
}

extension Drawing {
  /// How many lines a key takes.
  func keyLines(_ names: [String], x: Double) -> Int {
    var copy = self
    return copy.key(names.map { ($0, .surface(.role(.ink))) }, x: x, y: 0)
  }
}

extension SocietyCharts {
  /// What each layer did to people of which own score; `nil` if nobody's score moved.
  var effects: Chart? {
    let moved = findings.propagation
    guard let portrait, moved.meanAbsoluteEffect > 0, portrait.effects.contains(where: { $0.people > 0 }) else {
      return nil
    }
    let chart = EffectChart(
      bands: portrait.effects, layers: portrait.effects.allSatisfy { $0.byLayer.isEmpty } ? [] : moved.layers,
      decimals: decimals)
    let filled = portrait.effects.filter { $0.people > 0 }
    var caption = ""
    if let first = filled.first, let last = filled.last, filled.count > 1 {
      caption =
        "People with the lowest own scores (\(score(first.low)) to \(score(first.high))) \(verb(first.meanEffect)) on average, those with the highest (\(score(last.low)) to \(score(last.high))) \(verb(last.meanEffect)). "
    }
    if moved.layers.count > 1 {
      let largest = moved.meanAbsoluteEffects.indices.max {
        moved.meanAbsoluteEffects[$0] < moved.meanAbsoluteEffects[$1]
      }
      if let largest {
        caption +=
          "The layer that moved people most is \(MarkupText.cut(moved.layers[largest], to: 24)): by \(score(moved.meanAbsoluteEffects[largest])) points on average, up or down. "
      }
    }
    if moved.layers.count > 1 {
      caption +=
        "Layers split the last step of settling; what would be without a layer is another question (--without-layer)."
    }
    return Chart(
      id: "effects",
      title: moved.layers.count > 1 ? "Who gained, who lost, and through which layer" : "Who gained and who lost",
      caption: caption,
      alternative:
        "Bars of the mean peer effect over \(NumberText.count(filled.count)) bands of own scores, split by \(NumberText.count(max(1, moved.layers.count), "layer")).",
      table: chart.table, draw: chart.drawing)
  }

  private func verb(_ effect: Double) -> String {
    effect > 0 ? "gained \(score(effect)) points" : effect < 0 ? "lost \(score(-effect)) points" : "kept theirs"
  }
}
