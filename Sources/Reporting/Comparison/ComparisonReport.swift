import Analysis
import GraphModel

/// Two runs beside each other, for the terminal.
public struct ComparisonReport: Sendable {
  let comparison: Comparison
  let page: Page

  /// A report; `isPlain`: in ASCII, but for names from data.
  public init(_ comparison: Comparison, width: Int, ink: Ink, isPlain: Bool = false) {
    self.comparison = comparison
    page = Page(width: width, ink: ink, isPlain: isPlain)
  }

  /// The whole report, with a line end.
  public func text() -> String {
    guard !comparison.foundTheSame else { return page.joined([runs, short, making]) }
    return page.joined([
      runs, short, making, whoMoved, risers, tiers, communities, seedTable, measures,
    ])
  }

  // MARK: Pieces that sections share

  var decimals: Int { NumberText.decimals(forWidth: comparison.first.scale.width) }

  func score(_ value: Double?) -> String { NumberText.fixed(value, decimals) }

  func change(_ value: Double) -> String { NumberText.signed(value, decimals) }

  /// How many people, in words.
  func people(_ count: Int) -> String { NumberText.count(count, "person", "people") }

  /// Words in a row: `a, b and c`.
  func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  // MARK: The two runs

  private var runs: [String] {
    let (first, second) = (comparison.first, comparison.second)
    let kind: String
    switch (first.command, second.command) {
    case (.analyze, .analyze): kind = "two runs of analyze"
    case (.simulate, .simulate):
      kind =
        first.period == second.period
        ? "two simulations, period \(first.period)"
        : "two simulations, periods \(first.period) and \(second.period)"
    default: kind = "a run of analyze and the end of a simulation"
    }
    var table = TextTable([
      ("run", .left), ("name", .left), ("people", .right), ("seed", .right), ("version", .left), ("folder", .left),
    ])
    for (number, run) in [("1", first), ("2", second)] {
      table.add([
        TextTable.Cell(number, .heading), TextTable.Cell(TextTable.cut(run.name, to: 20)),
        "\(NumberText.count(run.people))", "\(run.seed)", TextTable.Cell(run.version), TextTable.Cell(run.folder),
      ])
    }
    return [page.heading("TWO RUNS", kind), ""] + page.lines(table)
  }
}
