import GraphModel
import Simulation

/// People by tier over time, stacked, the lowest tier at the bottom.
struct TierAreaChart {
  let periods: [Int]
  /// People by period and tier, lowest first.
  let tiers: [[Int]]
  let names: [String]

  func drawing(_ width: Double) -> Drawing {
    let keyLines = Drawing(width: width, height: 0).keyLines(names, x: 4)
    let top = 36 + 18 * Double(keyLines)
    let plot = Plot(left: 58, top: top, right: width - 16, bottom: top + (width < 500 ? 190 : 230))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let total = tiers.map { $0.reduce(0, +) }.max() ?? 0
    let y = LinearScale(0...Double(max(1, total)), from: plot.bottom, to: plot.top)
    let x = LinearScale(
      Double(periods.first ?? 0)...Double(max(periods.last ?? 0, periods.first ?? 0)), from: plot.left, to: plot.right)
    drawing.yAxis(y, plot, title: "people by tier of the public score")
    drawing.key(
      names.enumerated().reversed().map { ($1, .surface(.outlined(colour($0)))) }, x: 4, y: 12)
    var floor = [Int](repeating: 0, count: periods.count)
    for tier in names.indices {
      let band = periods.indices.map { place in
        let (low, high) = (floor[place], floor[place] + tiers[place][tier])
        return (
          x: x.place(Double(periods[place])), low: Optional(y.place(Double(low))), high: Optional(y.place(Double(high)))
        )
      }
      if periods.count > 1 {
        drawing.path(.band(band), .outlined(colour(tier)), tip: names[tier])
      } else if let only = band.first, let low = only.low, let high = only.high {
        drawing.rect(
          x: only.x - 20, y: high, width: 40, height: low - high, .outlined(colour(tier)), tip: names[tier])
      }
      for place in floor.indices { floor[place] += tiers[place][tier] }
    }
    let last = periods.last ?? 0
    drawing.xAxis(x, plot, title: "period", count: min(width < 500 ? 5 : 8, max(1, last)), grid: false) { tick in
      tick.rounded() == tick ? String(Int(tick)) : ""
    }
    return drawing
  }

  private func colour(_ tier: Int) -> Colour {
    ScoreColours.ramp(names.count > 1 ? Double(tier) / Double(names.count - 1) : 0.5)
  }

  var table: ChartTable {
    var table = ChartTable([.number("period")] + names.map { .number($0) })
    for (period, tiers) in zip(periods, tiers) { table.add([.count(period)] + tiers.map { .count($0) }) }
    return table
  }
}

extension SimulationCharts {
  /// People by tier over time; `nil` without tiers.
  var tiers: Chart? {
    guard let first = records.first?.tiers, let last = records.last?.tiers, first.count > 1 else { return nil }
    let names = first.indices.map(report.tierName)
    let chart = TierAreaChart(periods: periods, tiers: records.map(\.tiers), names: names)
    let top = names.count - 1
    return Chart(
      id: "tiers-over-time", title: "Tiers over time",
      caption:
        "The top tier (\(names[top])) goes from \(NumberText.count(first[top])) to \(NumberText.count(last[top])) people, the lowest (\(names[0])) from \(NumberText.count(first[0])) to \(NumberText.count(last[0])).",
      alternative: "Areas of the number of people in \(NumberText.count(names.count)) tiers over time.",
      table: chart.table, draw: chart.drawing)
  }
}
