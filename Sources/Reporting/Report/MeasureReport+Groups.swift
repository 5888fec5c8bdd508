import Analysis

extension MeasureReport {
  /// How many groups of a column are listed.
  private static let groupLimit = 15

  /// The groups of each column, one by one.
  var groups: [[String]] {
    findings.groupings.filter { $0.by != "community" }.map { grouping in
      var table = TextTable([
        (grouping.by, .left), ("people", .right), ("own", .right), ("public", .right), ("inside", .right),
        ("Coleman", .right), ("inbreeding", .right), ("spectral", .right),
      ])
      for group in grouping.groups.prefix(Self.groupLimit) {
        let closed = findings.segregation.first {
          $0.by == grouping.by && $0.number == group.number && $0.on == ground
        }
        table.add([
          TextTable.Cell(group.name), "\(NumberText.count(group.people))", "\(score(group.meanOwnScore))",
          "\(score(group.meanPublicScore))", TextTable.Cell(NumberText.percent(closed?.homophily), .heading),
          "\(NumberText.fixed(closed?.coleman, 2))", "\(NumberText.fixed(closed?.inbreeding, 2))",
          "\(NumberText.fixed(closed?.spectral, 2))",
        ])
      }
      let without = findings.society.people - grouping.people
      let outside =
        without > 0
        ? "\(NumberText.count(without, "person has", "people have")) no value and belong to no group. " : ""
      let hidden = grouping.count - min(grouping.groups.count, Self.groupLimit)
      let more = hidden > 0 ? "\(NumberText.count(hidden, "smaller group")) more: groups.csv of analyze. " : ""
      return [page.heading("THE GROUPS OF \(grouping.by)", NumberText.count(grouping.count, "group")), ""]
        + page.lines(table)
        + page.note(
          outside + more
            + "inside: the share of the group's ties that stay inside. Coleman and inbreeding set that against the group's size: 1 all inside, 0 as by chance, below 0 fewer; Coleman's -1 is none. spectral: 1 for a closed circle, 0 if none of its ties stay inside."
        )
    }
  }

  /// How far ties stay inside groups, for each way of dividing people.
  var closure: [String] {
    var table = TextTable([
      ("ties inside", .left), ("", .left), ("value", .right), ("chance", .right), ("z", .right), ("p", .right),
    ])
    for by in divisions {
      let rows: [(String, MeasureRow?)] = [
        ("assortativity", findings.measure("categorical_assortativity", on: ground, by: by)),
        ("E-I index", findings.measure("ei_index", on: ground, by: by)),
        ("spectral segregation", findings.measure("spectral_segregation", on: ground, by: by)),
        ("modularity", findings.measure("modularity", on: "combined", by: by)),
      ].filter { $0.1?.value != nil }
      for (position, row) in rows.enumerated() {
        table.add(
          [TextTable.Cell(position == 0 ? name(by) : ""), TextTable.Cell(row.0)] + compared(row.1, Self.third))
      }
    }
    return [page.heading("HOW CLOSED ARE GROUPS?", ground), ""] + page.lines(table)
      + page.note(
        "assortativity: 1 if no tie leads out of a group, 0 as in random mixing. E-I: -1 all inside, 1 all between; it depends on group sizes, so read it against chance. Communities were chosen to be closed: their numbers are no evidence of anything."
      )
  }

  /// What groups account for.
  var between: [String] {
    guard !findings.groupings.isEmpty else { return [] }
    var table = TextTable([("differences between", .left), ("", .left)] + Self.bothColumns)
    for grouping in findings.groupings {
      let rows: [(String, String, (Double?) -> String)] = [
        ("variance", "variance_between_share", NumberText.percent),
        ("Theil", "theil_between_share", NumberText.percent),
        ("gap", "social_gap", score), ("Esteban-Ray", "esteban_ray", score),
      ]
      for (position, row) in rows.enumerated() {
        table.add(
          [TextTable.Cell(position == 0 ? name(grouping.by) : ""), TextTable.Cell(row.0)]
            + both(row.1, by: grouping.by, row.2))
      }
    }
    return [page.heading("HOW FAR APART ARE GROUPS?"), ""] + page.lines(table)
      + page.note(
        "variance, Theil: the share of all inequality that lies between groups. gap: highest less lowest mean, groups of 5 or more, points. Esteban-Ray: polarisation, points; two halves 100 points apart have 20."
      )
  }

  /// How far two ways of dividing people say the same.
  var agreement: [String] {
    var table = TextTable([
      ("the same people?", .left), ("", .left), ("NMI", .right), ("chance", .right), ("p", .right), ("ARI", .right),
      ("p", .right),
    ])
    for (position, one) in divisions.enumerated() {
      for other in divisions.dropFirst(position + 1) {
        let information = findings.measure("normalised_mutual_information", of: one, by: other)
        let rand = findings.measure("adjusted_rand_index", of: one, by: other)
        table.add([
          TextTable.Cell(name(one)), TextTable.Cell(name(other)),
          TextTable.Cell(Self.third(information?.value), .heading), TextTable.Cell(Self.third(information?.expected)),
          TextTable.Cell(NumberText.p(information?.p)), TextTable.Cell(Self.third(rand?.value), .heading),
          TextTable.Cell(NumberText.p(rand?.p)),
        ])
      }
    }
    return [page.heading("DO DIVISIONS AGREE?"), ""] + page.lines(table)
      + page.note(
        "NMI: normalised mutual information, 0 to 1; above 0 by chance. ARI: adjusted Rand index, 1 the same, 0 as by chance."
      )
  }
}
