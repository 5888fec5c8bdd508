import Analysis
import Propagation

extension TextReport {
  /// What a model without susceptibility came to: clusters of opinion, a cascade, or the posteriors of signals.
  var model: [String] {
    let moved = findings.propagation
    if let opinions = moved.opinions { return clusters(opinions) }
    if let cascade = moved.cascade { return spread(cascade) }
    if let signals = moved.signals { return verdicts(signals) }
    return []
  }

  private func clusters(_ opinions: OpinionFindings) -> [String] {
    var table = TextTable([
      ("cluster", .left), ("people", .right), ("share", .right), ("mean", .right), ("", .left),
    ])
    let largest = opinions.clusters.first?.people ?? 0
    for (number, cluster) in opinions.clusters.enumerated() {
      table.add([
        TextTable.Cell(String(number + 1)), "\(NumberText.count(cluster.people))",
        "\(NumberText.percent(Double(cluster.people) / Double(max(1, findings.society.people))))",
        TextTable.Cell(score(cluster.mean), .heading),
        TextTable.Cell(Bars.bar(cluster.people, of: largest, width: 24), .accent),
      ])
    }
    let hidden = opinions.count - opinions.clusters.count
    let more = hidden > 0 ? "\(NumberText.count(hidden, "smaller cluster")) more: people.csv, opinion_cluster. " : ""
    let who = opinions.partners == .everyone ? "everyone" : "people with ties"
    let how =
      opinions.step.map { "Two who met moved by \(NumberText.plain($0)) of their distance" }
      ?? "Each round, everyone took the mean of those near"
    return [
      page.heading(
        "CLUSTERS OF OPINION",
        "\(NumberText.count(opinions.count)) in all, \(NumberText.count(opinions.large)) with 1% of people or more"),
      "",
    ] + page.lines(table)
      + page.note(
        more
          + "\(how), among \(who) whose scores lie within \(NumberText.plain(opinions.confidence)) points. A cluster is held together by scores that near"
          + (findings.propagation.outcome == .settled
            ? "; between clusters nothing moves any more." : ". Scores had not come to rest.")
      )
  }

  private func spread(_ cascade: CascadeFindings) -> [String] {
    var table = TextTable([("round", .left), ("turned", .right), ("in all", .right), ("", .left)])
    let largest = cascade.turnedByRound.max() ?? 0
    var sum = 0
    let shown = cascade.turnedByRound.prefix(15)
    for (round, count) in shown.enumerated() {
      sum += count
      table.add([
        TextTable.Cell(round == 0 ? "start" : String(round)), "\(NumberText.count(count))",
        TextTable.Cell(NumberText.count(sum), .heading),
        TextTable.Cell(Bars.bar(count, of: largest, width: 24), .accent),
      ])
    }
    let hidden = cascade.rounds + 1 - shown.count
    let more = hidden > 0 ? "\(NumberText.count(hidden, "more round")): people.csv, turned_round. " : ""
    let share = NumberText.percent(Double(cascade.turned) / Double(max(1, findings.society.people)))
    return [page.heading("WHO TURNED", "\(NumberText.count(cascade.turned)) people, \(share)"), ""]
      + page.lines(table)
      + page.note(
        more
          + "At the start: \(cascade.starts). A person turns once the turned part of the network reaches the threshold (\(cascade.threshold)), for good, and falls to the floor of the scale; the others keep their own score."
      )
  }

  private func verdicts(_ signals: SignalFindings) -> [String] {
    let people = findings.society.people
    return [page.heading("WHAT SIGNALS SAY", "high from \(NumberText.plain(signals.highFrom))"), ""]
      + page.prose(
        "\(NumberText.count(signals.highSignals)) of \(NumberText.count(people)) people have a high signal; \(NumberText.count(signals.likelyHigh)) are more likely than not of the high type once their friends' signals count. For \(NumberText.count(signals.outvoted)) of them friends outvote the own signal."
      )
      + page.note(
        "The posterior of a lender who knows that a signal is wrong with chance \(NumberText.plain(signals.error)) and that two people of one type are tied with chance \(NumberText.plain(signals.tieSame)), of different types with \(NumberText.plain(signals.tieDifferent)) (Wei and others 2016). The public score is the posterior, spread over the scale."
      )
  }

  /// What the scores would be without a layer.
  var removals: [String] {
    findings.withoutLayers.flatMap { removal -> [String] in
      var table = TextTable([
        ("hangs on it most", .left), ("public", .right), ("without", .right), ("change", .right),
        ("attributed", .right),
      ])
      for person in removal.movers {
        table.add([
          TextTable.Cell(person.id), "\(score(person.publicScore))", "\(score(person.without))",
          change(person.without - person.publicScore), person.attributed.map(change) ?? "-",
        ])
      }
      let layer = TextTable.cut(removal.layer, to: 24)
      let attributed = removal.meanAbsoluteEffect.map { " (the attribution gives the layer \(score($0)))" } ?? ""
      let alone = NumberText.count(removal.newlyIsolated, "person has no tie left", "people have no tie left")
      return [page.heading("WITHOUT LAYER \(layer)", "settled again"), ""] + page.lines(table)
        + page.prose(
          "Public scores change by \(score(removal.meanAbsoluteChange)) points on average\(attributed); their spread (sd) goes from \(score(removal.sd)) to \(score(removal.sdWithout)). \(NumberText.count(removal.tierChanges, "person changes", "people change")) tier, \(alone)."
        )
        + page.note(
          "without: what is left if the layer's share goes to the other layers and everything settles again. attributed: the layer's part of the peer effect, which splits the last step and is no removal."
        ) + [""]
    }.dropLast()
  }
}
