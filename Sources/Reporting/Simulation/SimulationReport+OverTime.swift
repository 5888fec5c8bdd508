import Simulation

extension SimulationReport {
  /// The main series, each with a picture, its ends and its extremes.
  var overTime: [String] {
    let series = MainSeries.all(records, of: findings).filter { Sparkline.ends($0.values) != nil }
    guard !series.isEmpty else { return [] }
    let widest = min(records.count, page.width)
    let narrowest = min(records.count, 8)
    let hasExtremes = table(series, width: narrowest, hasExtremes: true).fits(page.width)
    let width =
      (narrowest...widest).last { table(series, width: $0, hasExtremes: hasExtremes).fits(page.width) } ?? narrowest
    return [page.heading("OVER TIME", records.count == 1 ? "period 0" : "a line from period 0 to \(periods)"), ""]
      + page.lines(table(series, width: width, hasExtremes: hasExtremes))
      + page.note(legend(series, isStretched: records.count > width))
  }

  /// How lines and titles are meant.
  private func legend(_ series: [MainSeries], isStretched: Bool) -> String {
    let titles = series.map(\.title)
    var text = "Each line goes from its own lowest to its own highest value, however close they are."
    if isStretched { text += " A character stands for the mean of several periods." }
    text += " Own scores measure sorting; public scores, exposure. sd: standard deviation."
    if titles.contains("between share, own") {
      text += " between share: of the variance, between the communities of period 0."
    }
    if titles.contains("ties made") { text += " Ties dropped and made: by choice, in one period." }
    if titles.contains("cost of effort") { text += " Cost of effort: of everyone, in one period." }
    return text
  }

  /// The table with a picture of a width; with large numbers there may be no room for the lowest and the highest.
  private func table(_ series: [MainSeries], width: Int, hasExtremes: Bool) -> TextTable {
    let ends: [(String, TextTable.Alignment)] = [
      ("", .left), (axis(width), .left), ("first", .right), ("last", .right),
    ]
    var table = TextTable(ends + (hasExtremes ? [("lowest", .right), ("highest", .right)] : []))
    for line in series {
      let ends = Sparkline.ends(line.values)
      let there = line.values.compactMap(\.self)
      let extremes: [TextTable.Cell] = ["\(line.text(there.min()))", "\(line.text(there.max()))"]
      table.add(
        [
          TextTable.Cell(line.title),
          TextTable.Cell(Sparkline.text(line.values, width: width, isPlain: isPlain), .accent),
          "\(line.text(ends?.first))", TextTable.Cell(line.text(line.last), .heading),
        ] + (hasExtremes ? extremes : []))
    }
    return table
  }

  /// The first and the last period at the ends of a width, if there is room.
  private func axis(_ width: Int) -> String {
    let last = String(periods)
    let count = min(width, records.count)
    guard count >= last.count + 2 else { return "" }
    return "0" + String(repeating: " ", count: count - 1 - last.count) + last
  }
}
