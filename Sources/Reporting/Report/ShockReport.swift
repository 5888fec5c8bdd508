import Analysis
import GraphModel
import Propagation

/// What follows when something happens to a few people or ties, for the terminal.
public struct ShockReport: Sendable {
  private let findings: ShockFindings
  private let page: Page
  private let digits: Int

  /// A report; `isPlain`: in ASCII, but for names from data.
  public init(_ findings: ShockFindings, width: Int, ink: Ink, isPlain: Bool = false) {
    self.findings = findings
    page = Page(width: width, ink: ink, isPlain: isPlain)
    digits = NumberText.decimals(forWidth: findings.scale.width) + 1
  }

  /// The whole report, with a line end.
  ///
  /// - Parameter file: where everybody's change was written, or `nil`.
  public func text(file: String?) -> String {
    page.joined([head, movers, distances, groups, tiers, effort(file), NoticeSection(findings.notices, page).lines])
  }

  /// How many changes are spelt out.
  private static let changesShown = 8

  private var head: [String] {
    var lines = [
      page.heading("WHAT FOLLOWS IN \(findings.name)", NumberText.count(findings.people, "person", "people")), "",
    ]
    for change in findings.changes.prefix(Self.changesShown) { lines += page.prose(capitalised(change.text) + ".") }
    let more = findings.changes.count - Self.changesShown
    if more > 0 { lines += page.prose("And \(NumberText.count(more, "more change")).") }
    let all = findings.all
    lines += [""]
    if all.moved == 0 {
      return lines + page.prose("Nobody's public score moves.")
    }
    let counts = zip(findings.thresholds, all.byThreshold).map {
      "\(NumberText.count($1)) by \(Numerals.plain($0)) or more"
    }
    lines += page.prose(
      "The public scores of \(NumberText.count(all.moved, "person", "people")) move: \(counts.joined(separator: ", ")) points. "
        + "All changes add up to \(signed(all.total)); the mean goes from "
        + "\(NumberText.fixed(findings.meanBefore, digits)) to \(NumberText.fixed(findings.meanAfter, digits)).")
    let parts = zip(findings.layers, findings.layerTotals).map { layer, total in
      "\(signed(total)) through \(TextTable.cut(layer, to: 24))"
    }
    // Where a tie or a susceptibility changes, shares themselves move, and a split of the total says little.
    guard findings.changes.allSatisfy(\.isOfOwnScore) else { return lines }
    lines += page.prose(
      "Of the total, \(([signed(findings.ownTotal) + " directly, in the own scores"] + parts).joined(separator: ", "))."
    )
    return lines
  }

  private var movers: [String] {
    guard !findings.top.isEmpty else { return [] }
    var table = TextTable([
      ("moved most", .left), ("distance", .right), ("before", .right), ("after", .right), ("change", .right),
      ("tier", .left),
    ])
    for mover in findings.top {
      let names = findings.scale.tierNames
      let tier =
        mover.tierBefore == mover.tierAfter
        ? names[mover.tierAfter] : "\(names[mover.tierBefore]) > \(names[mover.tierAfter])"
      table.add([
        TextTable.Cell(mover.id), "\(mover.distance.map(NumberText.count) ?? "-")",
        "\(NumberText.fixed(mover.before, digits))", "\(NumberText.fixed(mover.after, digits))",
        TextTable.Cell(signed(mover.change), mover.change > 0 ? .good : .bad), TextTable.Cell(tier),
      ])
    }
    return [page.heading("WHO MOVES"), ""] + page.lines(table)
  }

  private func bandTable(_ title: String, _ bands: some Sequence<ShockFindings.Band>) -> [String] {
    var table = TextTable(
      [(title, .left), ("people", .right), ("moved", .right)]
        + findings.thresholds.map { (">= " + Numerals.plain($0), TextTable.Alignment.right) }
        + [("total", .right), ("largest", .right)])
    for band in bands {
      table.add(
        [TextTable.Cell(band.name), "\(NumberText.count(band.people))", "\(NumberText.count(band.moved))"]
          + band.byThreshold.map { "\(NumberText.count($0))" }
          + ["\(signed(band.total))", "\(signed(band.largest))"])
    }
    return page.lines(table)
  }

  private var distances: [String] {
    guard findings.all.moved > 0 else { return [] }
    return [page.heading("HOW FAR IT REACHES"), ""] + bandTable("ties away", findings.byDistance)
      + page.note(
        "moved: by more than the bound. >=: by so many points or more. total: all changes together, in points.")
  }

  /// How many groups are shown.
  private static let groupsShown = 10

  private var groups: [String] {
    guard let by = findings.groupedBy, !findings.byGroup.isEmpty else { return [] }
    var lines = [page.heading("BY \(by.uppercased())"), ""] + bandTable(by, findings.byGroup.prefix(Self.groupsShown))
    let more = findings.byGroup.count - Self.groupsShown
    if more > 0 { lines += page.note("\(NumberText.count(more, "more group")) moved: --json.") }
    return lines
  }

  private var tiers: [String] {
    let crossings = findings.tierTransitions.enumerated().flatMap { row, counts in
      counts.enumerated().filter { $0.offset != row && $0.element > 0 }.map { (row, $0.offset, $0.element) }
    }
    guard !crossings.isEmpty else { return [] }
    let names = findings.scale.tierNames
    let count = crossings.reduce(0) { $0 + $1.2 }
    var table = TextTable([("from tier", .left), ("to tier", .left), ("people", .right)])
    for (from, to, count) in crossings {
      table.add([TextTable.Cell(names[from]), TextTable.Cell(names[to]), "\(NumberText.count(count))"])
    }
    return [page.heading("WHO CROSSES A TIER", NumberText.count(count, "person", "people")), ""] + page.lines(table)
  }

  private func effort(_ file: String?) -> [String] {
    let pushing =
      "\(NumberText.count(findings.pushes, "push", "pushes")) along \(NumberText.count(findings.arcs, "arc"))"
    let way =
      switch findings.method {
      case .push: pushing
      case .refine: "\(pushing), then sweeps over everyone"
      case .solve: "solved anew, as nothing shorter got there"
      }
    var lines = page.note(
      "Certified: no change is off by more than \(NumberText.bound(findings.bound)) points (\(way)).")
    if let file { lines += ["", "  everybody's change written to \(file)"] }
    return lines
  }

  private func signed(_ value: Double) -> String { NumberText.signed(value, digits) }

  private func capitalised(_ text: String) -> String {
    text.hasPrefix("own score") ? "O" + text.dropFirst() : text
  }
}
