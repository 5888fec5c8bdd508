import Analysis
import GraphModel

/// What a society is, for the terminal.
public struct DescriptionReport: Sendable {
  private let description: SocietyDescription
  private let page: Page

  /// A report; `isPlain`: in ASCII, but for names from data.
  public init(_ description: SocietyDescription, width: Int, ink: Ink, isPlain: Bool = false) {
    self.description = description
    page = Page(width: width, ink: ink, isPlain: isPlain)
  }

  /// The whole report, with a line end.
  public func text() -> String {
    page.joined([
      SocietySection(description.society, page).lines, scores, columns, NoticeSection(description.notices, page).lines,
    ])
  }

  private var scores: [String] {
    let own = description.ownScores
    let digits = NumberText.decimals(forWidth: description.society.scale.width)
    var table = TextTable([
      ("own score", .left), ("mean", .right), ("sd", .right), ("lowest", .right), ("median", .right),
      ("highest", .right), ("Gini", .right),
    ])
    table.add(
      [TextTable.Cell("everyone")]
        + [own.mean, own.sd, own.lowest, own.median, own.highest].map { "\(NumberText.fixed($0, digits))" }
        + ["\(NumberText.fixed(own.gini, 3))"])
    return [page.heading("OWN SCORES"), ""] + page.lines(table)
  }

  private var columns: [String] {
    guard !description.society.columns.isEmpty else { return [] }
    var table = TextTable([("column", .left), ("values", .left), ("different", .right), ("missing", .right)])
    for column in description.society.columns {
      table.add([
        TextTable.Cell(column.name), "\(column.kind.rawValue)", "\(NumberText.count(column.distinct))",
        "\(NumberText.count(column.missing))",
      ])
    }
    return [page.heading("COLUMNS OF THE PEOPLE FILE"), ""] + page.lines(table)
  }
}
