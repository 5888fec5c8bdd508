import Analysis
import Foundation

/// How far the influence of one person goes: what a change of the own score moves, by distance.
struct BlastChart {
  let blast: InfluencePortrait.Blast
  let decimals: Int

  private func name(_ ring: InfluencePortrait.Blast.Ring) -> String {
    switch ring.distance {
    case 0: "the person"
    case 1: "1 tie away"
    default: "\(ring.distance) ties away"
    }
  }

  func drawing(_ width: Double) -> Drawing {
    let names = blast.rings.map { "\(name($0))" }
    let counts = blast.rings.map { NumberText.count($0.people) }
    let room = Drawing(width: width, height: 0).room(for: names)
    let countRoom = Double(max(6, counts.map(\.count).max() ?? 1)) * Drawing.letterWidth + 12
    let plot = Plot(
      left: room + countRoom, top: 26, right: width - 56, bottom: 26 + 28 * Double(blast.rings.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let x = LinearScale(
      fitting: blast.rings.map { $0.total.magnitude }, zero: true, from: plot.left, to: plot.right)
    let bands = BandScale(blast.rings.count, from: plot.top, to: plot.bottom, gap: 0.3)
    drawing.text("people", x: plot.left - 8, y: 12, .end, .faint)
    drawing.xAxis(x, plot, title: "points moved, added up over people", count: width < 500 ? 3 : 6)
    drawing.names(names, bands, right: room, room: room)
    let colour = blast.change < 0 ? Palette.loss : Palette.gain
    for (index, ring) in blast.rings.enumerated() {
      drawing.text(counts[index], x: plot.left - 8, y: bands.middle(index) + 4, .end, .faint)
      drawing.rect(
        x: plot.left, y: bands.place(index), width: x.place(ring.total.magnitude) - plot.left, height: bands.width,
        .fill(colour, opacity: 1 - 0.12 * Double(min(ring.distance, 6))),
        tip:
          "\(name(ring)), \(NumberText.count(ring.people, "person", "people")): \(NumberText.signed(ring.total, decimals)) points together, \(NumberText.signed(ring.largest, decimals)) at most"
      )
      drawing.text(
        NumberText.signed(ring.total, decimals), x: x.place(ring.total.magnitude) + 6, y: bands.middle(index) + 4,
        .start, .faint)
    }
    return drawing
  }

  var table: ChartTable {
    var table = ChartTable([
      .number("ties away"), .number("people"), .number("points moved, together"), .number("on average"),
      .number("at most"),
    ])
    for ring in blast.rings {
      table.add([
        .count(ring.distance), .count(ring.people), .change(ring.total, decimals),
        .change(ring.people > 0 ? ring.total / Double(ring.people) : nil, decimals + 2),
        .change(ring.largest, decimals + 2),
      ])
    }
    return table
  }
}

extension SocietyCharts {
  /// How far the influence of the most influential person goes.
  var blast: Chart? {
    guard let blast = portrait?.influence?.blast, !blast.rings.isEmpty else { return nil }
    let chart = BlastChart(blast: blast, decimals: decimals)
    // What would not show in the numbers is no reach.
    let least = 0.5 * pow(10, -Double(decimals + 1))
    let others = blast.rings.filter { $0.distance > 0 && $0.largest.magnitude >= least }
    let total = blast.rings.reduce(0) { $0 + $1.total }
    let name = MarkupText.isolated(MarkupText.cut(blast.id, to: 24))
    var caption =
      "If \(name)'s own score \(blast.change < 0 ? "fell" : "rose") by \(score(blast.change.magnitude)) points, public scores would move by \(score(total.magnitude)) in all"
    if let own = blast.rings.first(where: { $0.distance == 0 }), total != 0 {
      caption += ", \(NumberText.percent(own.total / total)) of it \(name)'s own"
    }
    caption += ". "
    if others.isEmpty { caption += "It moves nobody else by as much as can be shown." }
    if let near = others.first {
      let reached = others.reduce(0) { $0 + $1.people }
      caption +=
        "\(people(reached)) \(reached == 1 ? "lies" : "lie") within reach; those \(near.distance == 1 ? "one tie" : "\(near.distance) ties") away feel at most \(NumberText.fixed(near.largest.magnitude, decimals + 1)) points each"
      if let far = others.last, far.distance != near.distance {
        caption +=
          ", those \(far.distance) away at most \(NumberText.fixed(far.largest.magnitude, decimals + 1))"
      }
      caption += "."
    }
    return Chart(
      id: "blast", title: "How far one person reaches", caption: caption,
      alternative: "Bars of the points moved, by the number of ties from the most influential person.",
      table: chart.table, draw: chart.drawing)
  }
}
