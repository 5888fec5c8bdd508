import Analysis

extension TextReport {
  /// Whether tied people have alike scores, and what chance would give.
  var sorting: [String] {
    let layers = findings.society.layers.filter { $0.share > 0 && $0.ties > 0 }
    let grounds = layers.map(\.name) + (layers.count > 1 ? ["combined"] : [])
    var table = TextTable([
      ("Moran's I on", .left), ("own", .right), ("chance", .right), ("p", .right), ("public", .right),
      ("chance", .right),
      ("p", .right), ("people", .right),
    ])
    for ground in grounds {
      // A layer's weighted row comes before its unweighted one.
      let own = findings.measure("moran_i", of: "own_score", on: ground)
      let other = findings.measure("moran_i", of: "public_score", on: ground)
      table.add([
        TextTable.Cell(ground), TextTable.Cell(NumberText.fixed(own?.value, 3), .heading),
        "\(NumberText.fixed(own?.expected, 3))", "\(NumberText.p(own?.p))",
        TextTable.Cell(NumberText.fixed(other?.value, 3), .heading), "\(NumberText.fixed(other?.expected, 3))",
        "\(NumberText.p(other?.p))", "\(NumberText.count(own?.n ?? 0))",
      ])
    }
    let drawn =
      findings.draws > 0 ? "\(NumberText.count(findings.draws)) random societies" : "no random societies drawn"
    return [page.heading("ARE FRIENDS ALIKE?", drawn), ""] + page.lines(table)
      + page.note(
        (findings.draws > 0
          ? ""
          : "chance and p: analytic, by the normal approximation; - needs \(engine.isEmpty ? "--permutations" : "random societies, which the embedded engine draws"). ")
          + "Moran's I: 1 if people have their friends' scores, 0 if unrelated, below 0 if opposites are tied. p: two-sided. Only own scores can show that friends choose friends by score; public scores are pulled together by the propagation itself, and chance counts that in."
          + shortfall(findings.measures.filter { $0.measure == "moran_i" && grounds.contains($0.on) })
      )
  }

  /// Who stands in a hot or a cold spot, in a few lines.
  var spots: [String] {
    guard let local = findings.local else { return [] }
    let named = local.hot + local.cold + local.highAmongLow + local.lowAmongHigh
    let who = NumberText.count(local.people, "person", "people")
    guard named > 0 else {
      return [page.heading("HOT AND COLD SPOTS", who), ""] + page.prose(SpotText.explanation(local))
    }
    return [page.heading("HOT AND COLD SPOTS", who), ""]
      + page.prose(
        "\(NumberText.count(local.hot)) high among high, \(NumberText.count(local.cold)) low among low, \(NumberText.count(local.highAmongLow)) high among low, \(NumberText.count(local.lowAmongHigh)) low among high."
      ) + page.note(SpotText.explanation(local) + " Who they are: people.csv, local_spot.")
  }
}
