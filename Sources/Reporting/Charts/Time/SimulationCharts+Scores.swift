import Analysis
import GraphModel
import Simulation

extension SimulationCharts {
  /// Mean scores with their spread.
  var scores: Chart {
    func line(_ name: String, _ colour: Colour, _ moments: (PeriodRecord) -> PeriodRecord.Moments) -> SeriesChart.Line {
      SeriesChart.Line(
        name: name, values: records.map { moments($0).mean },
        band: records.map { record in
          let moments = moments(record)
          return moments.mean - moments.sd...moments.mean + moments.sd
        }, colour: colour)
    }
    let chart = SeriesChart(
      periods: periods,
      lines: [line("own score", Palette.kind(0), \.own), line("public score", Palette.kind(1), \.publicScores)],
      axis: "mean score, points; bands one sd either side", decimals: decimals, marks: announcement)
    let isNarrower = records.last.map { $0.publicScores.sd < 0.95 * $0.own.sd } ?? false
    return Chart(
      id: "scores", title: "Scores over time",
      caption:
        "The mean own score \(went(records.map(\.own.mean), .points(decimals))), the mean public score \(went(records.map(\.publicScores.mean), .points(decimals))). The spread (sd) of own scores \(went(records.map(\.own.sd), .points(decimals))), that of public scores \(went(records.map(\.publicScores.sd), .points(decimals)))\(isNarrower ? ": the narrower band is what settling leaves" : "").",
      alternative:
        "Lines of the mean own and public score over \(NumberText.count(records.count, "period")), with bands.",
      table: chart.table, draw: chart.drawing)
  }

  /// Own against public scores in the last period.
  var density: Chart? {
    guard let density = portrait?.last, let last = records.last else { return nil }
    let everyone = portrait.flatMap { $0.people.leftOut == 0 ? $0.people.people : nil }
    let chart = DensityChart(density: density, people: everyone, decimals: decimals)
    return Chart(
      id: "own-public", title: "Own against public score in period \(last.period)",
      caption:
        "\(everyone == nil ? "The darker a cell, the more people (by the root of their number)." : "Each dot is a person.") Above the line public scores are higher than own ones, below it lower. Own scores have an sd of \(score(last.own.sd)) points, public scores one of \(score(last.publicScores.sd)).",
      alternative: "A plot of public against own scores in the last period, with the line of no change.",
      table: chart.table, draw: chart.drawing)
  }

  /// Who goes from which tier to which, from the first to the last period.
  var flows: Chart? {
    guard let flows = portrait?.publicTierFlows, flows.count > 1, let last = records.last else { return nil }
    let chart = FlowChart(
      names: flows.indices.map(report.tierName), flows: flows, before: "public, period 0",
      after: "public, period \(last.period)")
    let kept = chart.kept
    return Chart(
      id: "tiers", title: "From tier to tier",
      caption:
        "From the tier of the public score in period 0 to that in period \(last.period): \(NumberText.count(kept.rose, "person rises", "people rise")) (blue), \(NumberText.count(kept.fell)) fall (orange), \(NumberText.count(kept.stayed)) are where they were (grey).",
      alternative: "Bands from \(NumberText.count(flows.count)) tiers to as many, as wide as the number of people.",
      table: chart.table, draw: chart.drawing)
  }
}
