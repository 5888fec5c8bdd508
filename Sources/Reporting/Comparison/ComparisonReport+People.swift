import Analysis

extension ComparisonReport {
  /// How far scores differ.
  var whoMoved: [String] {
    let all = comparison.people
    var lines = [page.heading("WHO MOVED", "\(people(all.both)) in both"), ""]
    if let scores = all.publicScores, let own = all.ownScores {
      var table = TextTable([
        ("score", .left), ("mean 1", .right), ("mean 2", .right), ("change", .right), ("mean |change|", .right),
        ("median", .right), ("largest", .right), ("moved", .right),
      ])
      for (name, change) in [("own", own), ("public", scores)] {
        table.add([
          TextTable.Cell(name), "\(score(change.meanFirst))", "\(score(change.meanSecond))",
          "\(self.change(change.meanSecond - change.meanFirst))", TextTable.Cell(score(change.meanAbsolute), .heading),
          "\(score(change.medianAbsolute))", "\(score(change.largest))", "\(NumberText.count(change.moved))",
        ])
      }
      lines += page.lines(table)
      lines += page.note(
        "|change|: without its sign, in points, from run 1 to run 2. moved: people whose score is not the same.")
    }
    for (count, ids, run) in [(all.onlyFirst, all.idsOnlyFirst, 1), (all.onlySecond, all.idsOnlySecond, 2)]
    where count > 0 {
      let more = count > ids.count ? " and \(NumberText.count(count - ids.count)) more" : ""
      lines += page.prose(
        "In run \(run) only: \(ids.map { TextTable.cut($0, to: 24) }.joined(separator: ", "))\(more).")
    }
    return lines
  }

  /// Those who rose and fell most.
  var risers: [String] {
    let all = comparison.people
    var lines: [String] = []
    for (title, movers, role) in [
      ("rose most", all.rose, Ink.Role.good), ("fell most", all.fell, Ink.Role.bad),
    ] where !movers.isEmpty {
      var table = TextTable([
        (title, .left), ("public 1", .right), ("public 2", .right), ("change", .right), ("own 1", .right),
        ("own 2", .right),
      ])
      for mover in movers {
        table.add([
          TextTable.Cell(mover.id), "\(score(mover.publicFirst))", "\(score(mover.publicSecond))",
          TextTable.Cell(change(mover.change), role), "\(score(mover.ownFirst))", "\(score(mover.ownSecond))",
        ])
      }
      lines += (lines.isEmpty ? [] : [""]) + page.lines(table)
    }
    return lines
  }

  /// People by tier in both runs.
  var tiers: [String] {
    guard let flows = comparison.tierFlows, flows.moved > 0 else { return [] }
    let heading = [
      page.heading("TIERS", "\(NumberText.count(flows.moved)) of \(people(comparison.people.both)) in another tier"),
      "",
    ]
    guard let table = TierMatrix(flows.counts, names: flows.names, corner: "run 1, run 2", page).table else {
      var table = TextTable([("run 1", .left), ("run 2", .left), ("people", .right)])
      for (from, row) in flows.counts.enumerated() {
        for (to, count) in row.enumerated() where count > 0 && from != to {
          table.add([
            TextTable.Cell(flows.names[from]), TextTable.Cell(flows.names[to]), "\(NumberText.count(count))",
          ])
        }
      }
      return heading + page.lines(table)
    }
    return heading + page.lines(table)
      + page.note(
        "Of people in the tier at the left in run 1, where their public score is in run 2; -: none.")
  }
}
