import Simulation

extension SimulationReport {
  /// How many lines looks take at most.
  private static let lookLines = 12

  /// What became of communities from look to look.
  var communities: [String] {
    guard let first = findings.looks.first else { return [] }
    var table = TextTable([
      ("period", .left), ("communities", .right), ("births", .right), ("splits", .right), ("deaths", .right),
      ("merges", .right),
    ])
    // At the first look all are new: that is no event.
    table.add(["\(first.period)", TextTable.Cell(NumberText.count(first.communities), .heading)] + ["", "", "", ""])
    let later = Array(findings.looks.dropFirst())
    let lines = min(later.count, Self.lookLines - 1)
    for line in 0..<lines {
      let looks = later[line * later.count / lines..<(line + 1) * later.count / lines]
      guard let start = looks.first, let end = looks.last else { continue }
      func sum(_ count: (SimulationFindings.Look) -> Int) -> TextTable.Cell {
        let sum = looks.reduce(0) { $0 + count($1) }
        return TextTable.Cell(NumberText.count(sum), sum == 0 ? .faint : nil)
      }
      table.add([
        TextTable.Cell(looks.count > 1 ? "\(start.period) to \(end.period)" : String(end.period)),
        TextTable.Cell(NumberText.count(end.communities), .heading), sum(\.births), sum(\.splits), sum(\.deaths),
        sum(\.merges),
      ])
    }
    let merged =
      lines < later.count ? " A line holds several looks: events are added up, the number is the last one." : ""
    return [page.heading("COMMUNITIES", NumberText.count(findings.looks.count, "look")), ""] + page.lines(table)
      + page.note(
        "Since the look before. birth: from none that goes on; split: broken off; death: ended and scattered; merge: ended in another one. Communities are found anew at each look, so some of this is the search's own.\(merged)"
      )
  }
}
