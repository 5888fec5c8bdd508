import Analysis

extension ComparisonReport {
  /// How many communities are shown.
  private static let communitiesShown = 15

  /// Where the people of each community went.
  var communities: [String] {
    guard let company = comparison.communities, !company.isSame else { return [] }
    var lines = [
      page.heading(
        "COMMUNITIES",
        "\(company.first) and \(company.second), NMI \(NumberText.fixed(company.normalisedMutualInformation, 3)), ARI \(NumberText.fixed(company.adjustedRand, 3))"
      ), "",
    ]
    var table = TextTable([
      ("in run 1", .left), ("people", .right), ("together", .right), ("in run 2", .left),
    ])
    for flow in company.flows.prefix(Self.communitiesShown) {
      var parts = flow.to.map { "\($0.community): \(NumberText.percent($0.share))" }
      func add(_ count: Int, _ name: String) {
        if count > 0 { parts.append("\(name): \(NumberText.percent(Double(count) / Double(flow.people)))") }
      }
      add(flow.elsewhere, "others")
      add(flow.none, "none")
      table.add([
        TextTable.Cell(String(flow.community)), "\(NumberText.count(flow.people))",
        TextTable.Cell(NumberText.percent(flow.to.first?.share ?? 0), .heading),
        TextTable.Cell(parts.joined(separator: ", ")),
      ])
    }
    lines += page.lines(table)
    let more = company.flows.count - Self.communitiesShown
    if more > 0 { lines += page.note("\(NumberText.count(more, "more community", "more communities")): --json.") }
    let crossed = [(company.left, "left for none"), (company.joined, "joined one")].filter { $0.0 > 0 }
      .map { "\(NumberText.count($0.0)) \($0.1)" }
    return lines
      + page.note(
        "in run 2: the communities that its people are in there, and their shares; together: the largest. \(crossed.isEmpty ? "" : "Of people in both runs, \(list(crossed)). ")NMI, ARI: 1 the same; 0 unrelated, as by chance."
      )
  }
}
