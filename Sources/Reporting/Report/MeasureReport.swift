import Analysis
import GraphModel

/// Every measure of a society on one page, for the terminal: what `describe --by` shows.
///
/// Each number stands beside what random societies give. Everything is on all layers together, by weight; what else there
/// is stands in `measures.csv` and the JSON.
public struct MeasureReport: Sendable {
  let findings: Findings
  let page: Page

  /// A report; `isPlain`: in ASCII, but for names from data.
  public init(_ findings: Findings, width: Int, ink: Ink, isPlain: Bool = false) {
    self.findings = findings
    page = Page(width: width, ink: ink, isPlain: isPlain)
  }

  /// The whole report, with a line end.
  public func text() -> String {
    page.joined(
      [SocietySection(findings.society, page).lines, drawn] + groups
        + [
          closure, sorting, between, inequality, spots, order, agreement, conflict,
          NoticeSection(findings.notices, page).lines,
        ])
  }

  // MARK: Pieces that sections share

  var decimals: Int { NumberText.decimals(forWidth: findings.society.scale.width) }

  func score(_ value: Double?) -> String { NumberText.fixed(value, decimals) }

  /// The ties that are shown: those of the only layer, or all together.
  var ground: String {
    let layers = findings.society.layers.filter { $0.share > 0 && $0.ties > 0 }
    return layers.count == 1 ? layers[0].name : "combined"
  }

  /// The divisions of people, as they are called in `by`.
  var divisions: [String] { findings.groupings.map(\.by) + ["own_tier", "public_tier"] }

  /// What a division is called on the page.
  func name(_ by: String) -> String {
    switch by {
    case "community": "communities"
    case "own_tier": "tiers of own score"
    case "public_tier": "tiers of public score"
    default: TextTable.cut(by, to: 20)
    }
  }

  /// A number and what random societies give: chance, z, p.
  func compared(_ row: MeasureRow?, _ format: (Double?) -> String) -> [TextTable.Cell] {
    [
      TextTable.Cell(format(row?.value), .heading), TextTable.Cell(row?.expected == nil ? "-" : format(row?.expected)),
      TextTable.Cell(row?.z.map { NumberText.signed($0, 1) } ?? "-"), TextTable.Cell(NumberText.p(row?.p)),
    ]
  }

  /// The same for own and for public scores, without z.
  func both(_ measure: String, on: String = "", by: String = "", _ format: (Double?) -> String) -> [TextTable.Cell] {
    ["own_score", "public_score"].flatMap { of in
      let row = findings.measure(measure, of: of, on: on, by: by)
      return [
        TextTable.Cell(format(row?.value), .heading),
        TextTable.Cell(row?.expected == nil ? "-" : format(row?.expected)), TextTable.Cell(NumberText.p(row?.p)),
      ]
    }
  }

  static let bothColumns: [(String, TextTable.Alignment)] = [
    ("own", .right), ("chance", .right), ("p", .right), ("public", .right), ("chance", .right), ("p", .right),
  ]

  static func third(_ value: Double?) -> String { NumberText.fixed(value, 3) }

  /// What chance means on this page.
  private var drawn: [String] {
    let moved = findings.propagation
    let scores =
      "Public scores are what own scores become when they spread over the ties (\(ModelText.name(moved)))."
    guard findings.draws > 0 else {
      return page.prose(scores + " No random societies were drawn, so most numbers stand alone (--permutations).")
    }
    let kind =
      findings.measures.contains { $0.null == NullKind.rewire.rawValue }
      ? "with the ties rewired, everyone keeping their number of ties"
      : "with own scores, and the groups of columns, dealt out at random"
    return page.prose(
      scores
        + " chance is the mean over \(NumberText.count(findings.draws, "random society", "random societies")) \(kind); z counts standard deviations from it, p is two-sided. - : there is no such number."
    )
  }
}
