import Analysis
import GraphModel

extension TextReport {
  /// How many communities are listed.
  private static let listed = 12

  /// Communities, with their scores and a bar for the spread.
  var communities: [String] {
    guard let found = findings.communities, let grouping = findings.groupings.first(where: { $0.by == "community" })
    else {
      return []
    }
    let at = found.resolution == 1 ? "" : " at resolution \(Numerals.plain(found.resolution))"
    let aside =
      "\(NumberText.count(grouping.count)) found\(found.methodText), modularity \(NumberText.fixed(found.modularity, 3))\(at)"
    let lines = [page.heading("COMMUNITIES", aside), ""] + groupTable(grouping, name: "community")
    return lines
      + page.note(
        "closure: the share of its tie weight that stays inside. The line spans public scores on the scale; \(Bars.ownMark(isPlain: page.isPlain)) mean own, \(Bars.publicMark(isPlain: page.isPlain)) mean public. Modularity: 0 as in a random graph, towards 1 for closed circles."
      )
  }

  private func groupTable(_ grouping: Findings.GroupingFindings, name: String) -> [String] {
    func table(barWidth: Int) -> TextTable {
      var table = TextTable([
        (name, .left), ("people", .right), ("own", .right), ("public", .right), ("change", .right),
        ("closure", .right), (scale.lowText.padding(to: barWidth, with: scale.highText), .left),
      ])
      for group in grouping.groups.prefix(Self.listed) {
        table.add([
          TextTable.Cell(TextTable.cut(group.name, to: 24)), "\(NumberText.count(group.people))",
          "\(score(group.meanOwnScore))", "\(score(group.meanPublicScore))",
          change(group.meanPublicScore - group.meanOwnScore), "\(NumberText.percent(group.closure))",
          TextTable.Cell(
            Bars.spread(
              low: group.lowestPublicScore, high: group.highestPublicScore, own: group.meanOwnScore,
              public: group.meanPublicScore, over: scale.low...scale.high, width: barWidth,
              isPlain: page.isPlain), .accent),
        ])
      }
      return table
    }
    let widest = min(40, page.width - 56)
    let barWidth = (8...widest).last { table(barWidth: $0).fits(page.width) } ?? 8
    let hidden = grouping.count - Self.listed
    return page.lines(table(barWidth: barWidth))
      + (hidden > 0 ? page.note("and \(NumberText.count(hidden)) smaller ones.") : [])
  }

  /// The social gap, before and after, for communities and for every column that was asked for.
  var gaps: [String] {
    guard !findings.groupings.isEmpty else { return [] }
    var lines = [page.heading("THE SOCIAL GAP", "before: own scores, after: public scores")]
    for grouping in findings.groupings {
      lines.append("")
      if grouping.by != "community" { lines += groupTable(grouping, name: TextTable.cut(grouping.by, to: 16)) + [""] }
      lines += gap(grouping)
    }
    return lines
      + page.note(
        "chance: what the number would be on average \(chanceText); p: one-sided, how often chance alone gives as much or more (p_high in measures.csv); -: no test."
          + shortfall(findings.measures.filter { ["variance_between_share", "social_gap"].contains($0.measure) })
      )
  }

  private func gap(_ grouping: Findings.GroupingFindings) -> [String] {
    let isCommunity = grouping.by == "community"
    let between = isCommunity ? "between communities" : "between groups of \(TextTable.cut(grouping.by, to: 16))"
    var table = TextTable([
      ("", .left), ("before", .right), ("chance", .right), ("p", .right), ("after", .right), ("chance", .right),
      ("p", .right),
    ])
    let before = findings.measure("variance_between_share", of: "own_score", by: grouping.by)
    let after = findings.measure("variance_between_share", of: "public_score", by: grouping.by)
    table.add([
      "variance \(between)", TextTable.Cell(NumberText.percent(grouping.shareBefore), .heading),
      "\(NumberText.percent(before?.expected))", "\(NumberText.p(before?.pHigh))",
      TextTable.Cell(NumberText.percent(grouping.shareAfter), .heading), "\(NumberText.percent(after?.expected))",
      "\(NumberText.p(after?.pHigh))",
    ])
    if let one = grouping.gapBefore, let other = grouping.gapAfter {
      func name(_ number: Int) -> String {
        isCommunity ? "\(number)" : grouping.groups.first { $0.number == number }?.name ?? "\(number)"
      }
      func row(_ title: String, _ measure: String, _ before: Double, _ after: Double) {
        let nulls = ["own_score", "public_score"].map {
          measure.isEmpty ? nil : findings.measure(measure, of: $0, by: grouping.by)
        }
        func chance(_ row: MeasureRow?) -> TextTable.Cell {
          "\(measure.isEmpty ? "" : NumberText.fixed(row?.expected, decimals))"
        }
        func p(_ row: MeasureRow?) -> TextTable.Cell { "\(measure.isEmpty ? "" : NumberText.p(row?.pHigh))" }
        table.add([
          TextTable.Cell(title), "\(score(before))", chance(nulls[0]), p(nulls[0]), "\(score(after))", chance(nulls[1]),
          p(nulls[1]),
        ])
      }
      row("highest mean (\(name(one.top)), then \(name(other.top)))", "", one.topMean, other.topMean)
      row("lowest mean (\(name(one.bottom)), then \(name(other.bottom)))", "", one.bottomMean, other.bottomMean)
      row("gap in points", "social_gap", one.difference, other.difference)
    }
    var lines = page.lines(table)
    if grouping.gapBefore == nil {
      lines += page.note("No gap in points: it needs two groups of \(SocialGap.smallestGroup) people or more.")
    }
    return lines
  }
}

extension Findings.CommunityFindings {
  /// By what communities were found, where it is not the usual algorithm: a few words behind "found".
  var methodText: String {
    switch method {
    case "labels": " by label propagation"
    case "components": " as connected components"
    default: ""
    }
  }
}

extension String {
  /// The text at the left and another at the right of a width.
  fileprivate func padding(to width: Int, with right: String) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count - right.count)) + right
  }
}
