import Analysis
import GraphModel
import Simulation

extension SimulationCharts {
  /// How alike friends are, beside the twins.
  var sorting: Chart? {
    let own = records.map(\.ownSorting.assortativity)
    let other = records.map(\.publicSorting.assortativity)
    guard (own + other).contains(where: { $0 != nil }) else { return nil }
    var lines = [
      SeriesChart.Line(name: "own scores", values: own, colour: Palette.kind(0)),
      SeriesChart.Line(name: "public scores", values: other, colour: Palette.kind(1)),
    ]
    for (place, twin) in shownTwins.enumerated() {
      lines.append(
        SeriesChart.Line(
          name: "own scores, \(report.shortName(twin.twin))", values: twin.records.map(\.ownSorting.assortativity),
          colour: Palette.kind(2 + place), isDashed: true))
    }
    let chart = SeriesChart(
      periods: periods, lines: lines, axis: "assortativity: 1 like tied to like, 0 unrelated", decimals: 3,
      hasZero: true, marks: announcement)
    var caption =
      "The assortativity of own scores \(went(own, .correlation)), that of public scores \(went(other, .correlation)). "
    for twin in shownTwins {
      if let last = own.last ?? nil, let there = twin.records.last?.ownSorting.assortativity {
        caption +=
          "In the twin \"\(report.shortName(twin.twin))\" that of own scores ends at \(NumberText.fixed(there, 3)) (\(NumberText.signed(last - there, 3)) here). "
      }
    }
    caption += "Only own scores can show sorting; public scores settle on these very ties."
    return Chart(
      id: "sorting", title: "Are friends alike?", caption: caption,
      alternative: "Lines of the assortativity of own and public scores over time, with twins dashed.",
      table: chart.table, draw: chart.drawing)
  }

  /// The share of variance between communities.
  var gap: Chart? {
    let lines = [
      SeriesChart.Line(
        name: "own, communities of period 0", values: records.map(\.ownSorting.betweenFirst), colour: Palette.kind(0)),
      SeriesChart.Line(
        name: "public, communities of period 0", values: records.map(\.publicSorting.betweenFirst),
        colour: Palette.kind(1)),
      SeriesChart.Line(
        name: "own, communities found last", values: records.map(\.ownSorting.betweenNow), colour: Palette.kind(2),
        isDashed: true),
    ].filter { $0.values.contains { $0 != nil } }
    guard !lines.isEmpty else { return nil }
    let chart = SeriesChart(
      periods: periods, lines: lines, axis: "share of variance between communities", decimals: 4, isShare: true,
      hasZero: true, marks: announcement)
    let distances = records.map(\.ownSorting.gapFirst)
    let points =
      distances.contains { $0 == nil }
      ? ""
      : " In points, the distance from the lowest to the highest mean own score \(went(distances, .points(decimals)))."
    return Chart(
      id: "gap", title: "The gap between communities",
      caption:
        "Of the variance of own scores the share that lies between the communities of period 0 \(went(records.map(\.ownSorting.betweenFirst), .share)); of public scores, which show exposure and not sorting, it \(went(records.map(\.publicSorting.betweenFirst), .share)).\(points)",
      alternative: "Lines of the share of variance between communities over time.", table: chart.table,
      draw: chart.drawing)
  }

  /// Ties dropped and made; `nil` if none were.
  var ties: Chart? {
    let later = records.filter { $0.period > 0 }
    guard later.contains(where: { $0.ties.dropped + $0.ties.made + $0.ties.declined > 0 }) else { return nil }
    func line(_ name: String, _ place: Int, _ value: (PeriodRecord) -> Int) -> SeriesChart.Line {
      SeriesChart.Line(
        name: name, values: records.map { $0.period == 0 ? nil : Double(value($0)) }, colour: Palette.kind(place))
    }
    let chart = SeriesChart(
      periods: periods,
      lines: [
        line("dropped", 5) { $0.ties.dropped }, line("made", 0) { $0.ties.made },
        line("declined", 3) { $0.ties.declined },
      ].filter { $0.values.contains { ($0 ?? 0) > 0 } }, axis: "ties a period", decimals: 0, hasZero: true,
      marks: announcement)
    func sum(_ value: (PeriodRecord) -> Int) -> String { NumberText.count(later.reduce(0) { $0 + value($1) }) }
    return Chart(
      id: "ties", title: "Ties dropped and made",
      caption:
        "In all \(sum { $0.ties.dropped }) ties were dropped by choice and \(sum { $0.ties.made }) made; of \(sum { $0.ties.asked }) requests \(sum { $0.ties.declined }) were declined.",
      alternative: "Lines of ties dropped, made and declined over time.", table: chart.table, draw: chart.drawing)
  }

  /// Who is left out: listed, or without ties; `nil` if nobody ever is.
  var exclusion: Chart? {
    let lines = [
      SeriesChart.Line(name: "listed", values: records.map { Double($0.listed) }, colour: Palette.kind(5)),
      SeriesChart.Line(name: "without ties", values: records.map { Double($0.isolated) }, colour: Palette.kind(0)),
      SeriesChart.Line(
        name: "without friends", values: records.map { Double($0.friendless) }, colour: Palette.kind(2), isDashed: true),
    ].filter { $0.values.contains { ($0 ?? 0) > 0 } }
    guard !lines.isEmpty else { return nil }
    let chart = SeriesChart(
      periods: periods, lines: lines, axis: "people", decimals: 0, hasZero: true, marks: announcement)
    return Chart(
      id: "exclusion", title: "People left out",
      caption: lines.map { "\($0.name.capitalisedFirst): \(went($0.values, .count))." }.joined(separator: " "),
      alternative: "Lines of the number of people listed and of people without ties over time.", table: chart.table,
      draw: chart.drawing)
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
