import Analysis
import GraphModel

/// Communities, for the terminal.
public struct CommunityReport: Sendable {
  private let findings: CommunitySearch.Findings
  private let page: Page

  /// A report; `isPlain`: in ASCII, but for names from data.
  public init(_ findings: CommunitySearch.Findings, width: Int, ink: Ink, isPlain: Bool = false) {
    self.findings = findings
    page = Page(width: width, ink: ink, isPlain: isPlain)
  }

  /// The whole report, with a line end.
  ///
  /// - Parameter file: where the membership was written, or `nil`.
  public func text(file: String?) -> String {
    let aside = "\(NumberText.count(findings.count)) found, modularity \(NumberText.fixed(findings.modularity, 3))"
    var lines = [page.heading("COMMUNITIES OF \(findings.name)", aside), ""]
    let digits = NumberText.decimals(forWidth: findings.scale.width)
    var table = TextTable([
      ("community", .left), ("people", .right), ("mean own", .right), ("sd", .right), ("ties inside", .right),
      ("leading out", .right), ("closure", .right),
    ])
    for group in findings.communities {
      table.add([
        TextTable.Cell(String(group.number)), "\(NumberText.count(group.people))",
        "\(NumberText.fixed(group.meanOwnScore, digits))",
        "\(NumberText.fixed(group.sdOwnScore, digits))", "\(NumberText.count(group.tiesWithin))",
        "\(NumberText.count(group.tiesOutside))", "\(NumberText.percent(group.closure))",
      ])
    }
    lines += page.lines(table)
    lines += page.note(
      "closure: the share of its tie weight that stays inside. Modularity: 0 as in a random graph, towards 1 for closed circles."
    )
    if findings.alone > 0 {
      lines += page.note("\(NumberText.count(findings.alone, "person", "people")) without ties: in no community.")
    }
    if let file { lines += ["", "  membership written to \(file)"] }
    return page.joined([lines, NoticeSection(findings.notices, page).lines])
  }
}
