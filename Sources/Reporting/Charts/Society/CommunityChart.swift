import Analysis

/// Communities or other groups, a line each: from the lowest to the highest public score, with the mean own (ring) and public
/// (dot) score.
struct CommunityChart {
  let groups: [GroupSummary]
  let noun: String
  let colours: ScoreColours
  let decimals: Int

  func drawing(_ width: Double) -> Drawing {
    let names = groups.map { noun == "community" ? "\($0.name)" : $0.name }
    let counts = groups.map { NumberText.count($0.people) }
    let room = max(
      Drawing(width: width, height: 0).room(for: names, atMost: 0.25), MarkupText.width(noun) * Drawing.letterWidth + 18
    )
    let countRoom = Double(max(6, counts.map(\.count).max() ?? 1)) * Drawing.letterWidth + 12
    let plot = Plot(
      left: room + countRoom, top: 26, right: width - 14, bottom: 26 + 24 * Double(groups.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    let x = LinearScale(
      fitting: groups.flatMap { [$0.lowestPublicScore, $0.highestPublicScore, $0.meanOwnScore] }, from: plot.left + 6,
      to: plot.right - 6)
    let bands = BandScale(groups.count, from: plot.top, to: plot.bottom)
    drawing.text(noun, x: room - 8, y: 12, .end, .faint)
    drawing.text("people", x: plot.left - 8, y: 12, .end, .faint)
    drawing.xAxis(
      x, plot, title: "public score, points", count: width < 500 ? 4 : 7)
    drawing.names(names, bands, right: room, room: room)
    for (index, group) in groups.enumerated() {
      let y = bands.middle(index)
      drawing.text(counts[index], x: plot.left - 8, y: y + 4, .end, .faint)
      drawing.line(
        x.place(group.lowestPublicScore), y, x.place(group.highestPublicScore), y, .role(.axis, width: 2))
      drawing.circle(
        x: x.place(group.meanOwnScore), y: y, radius: 5.5, Style(role: .stroke, isUnfilled: true, strokeWidth: 1.6))
      drawing.circle(
        x: x.place(group.meanPublicScore), y: y, radius: 5.5, .outlined(colours.colour(group.meanPublicScore)),
        tip:
          "\(noun) \(MarkupText.cut(group.name, to: 40)), \(NumberText.count(group.people, "person", "people")): mean own \(NumberText.fixed(group.meanOwnScore, decimals)), public \(NumberText.fixed(group.meanPublicScore, decimals))"
      )
    }
    return drawing
  }

  var table: ChartTable {
    var table = ChartTable([
      .text(noun), .number("people"), .number("mean own score"), .number("mean public score"), .number("change"),
      .number("lowest public"), .number("highest public"), .number("ties within"), .number("ties out"),
      .number("closure"),
    ])
    for group in groups {
      table.add([
        ChartTable.Cell(group.name), .count(group.people), .number(group.meanOwnScore, decimals),
        .number(group.meanPublicScore, decimals), .change(group.meanPublicScore - group.meanOwnScore, decimals),
        .number(group.lowestPublicScore, decimals), .number(group.highestPublicScore, decimals),
        .count(group.tiesWithin), .count(group.tiesOutside), .share(group.closure),
      ])
    }
    return table
  }
}

extension SocietyCharts {
  /// How many groups are drawn at most.
  private static let groupCount = 25

  /// The groups of one division; `nil` if there are none.
  func groups(_ grouping: Findings.GroupingFindings) -> Chart? {
    let groups = Array(grouping.groups.prefix(Self.groupCount))
    guard let highest = groups.max(by: { $0.meanPublicScore < $1.meanPublicScore }),
      let lowest = groups.min(by: { $0.meanPublicScore < $1.meanPublicScore })
    else { return nil }
    let isCommunity = grouping.by == "community"
    let noun = isCommunity ? "community" : MarkupText.cut(grouping.by, to: 24)
    func name(_ group: GroupSummary) -> String {
      isCommunity ? "community \(group.name)" : MarkupText.isolated(MarkupText.cut(group.name, to: 24))
    }
    let chart = CommunityChart(groups: groups, noun: noun, colours: colours, decimals: decimals)
    let hidden = grouping.count - groups.count
    let among = hidden > 0 ? "Of the \(NumberText.count(groups.count)) largest, the" : "The"
    let range = highest.meanPublicScore - lowest.meanPublicScore
    var caption =
      groups.count < 2
      ? "There is one only. "
      : score(highest.meanPublicScore) == score(lowest.meanPublicScore)
        || range <= 2 * (findings.propagation.errorBound ?? 0)
        ? "All have the same mean public score, \(score(highest.meanPublicScore)). "
        : "\(among) highest mean public score is that of \(name(highest)) (\(score(highest.meanPublicScore))), the lowest that of \(name(lowest)) (\(score(lowest.meanPublicScore))). "
    let closures = groups.compactMap(\.closure)
    if isCommunity, let least = closures.min(), let most = closures.max() {
      let (least, most) = (NumberText.percent(least), NumberText.percent(most))
      caption +=
        "Of their tie weight, \(least == most ? least : "\(least) to \(most)") stays inside (closure; 100% is a closed circle). "
    }
    caption += "A line spans public scores; the dot is their mean, the ring that of own scores. "
    if hidden > 0 { caption += "Not shown: \(NumberText.count(hidden)) smaller ones." }
    return Chart(
      id: isCommunity ? "communities" : "groups-\(fileName(grouping))",
      title: isCommunity ? "Communities and their scores" : "Groups of \(noun) and their scores", caption: caption,
      alternative:
        "\(NumberText.count(groups.count)) lines, one a \(isCommunity ? "community" : "group"), from the lowest to the highest public score with both means.",
      table: chart.table, draw: chart.drawing)
  }
}

extension SocietyCharts {
  /// What files and places on the page of a division are called: its name made safe, numbered where two come out alike.
  func fileName(_ grouping: Findings.GroupingFindings) -> String {
    let name = FileNameText.safe(grouping.by)
    let alike = findings.groupings.map(\.by).filter { FileNameText.safe($0) == name }
    let place = alike.firstIndex(of: grouping.by) ?? 0
    return place == 0 ? name : "\(name)-\(place + 1)"
  }
}

/// Names of files made from names in data.
enum FileNameText {
  /// Letters, digits and hyphens alone, in lower case, at most 40 of them; never empty.
  static func safe(_ name: String) -> String {
    var text = ""
    for scalar in name.lowercased().unicodeScalars.prefix(40) {
      let isSafe = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      text.unicodeScalars.append(isSafe ? scalar : "-")
    }
    return text.isEmpty ? "-" : text
  }
}
