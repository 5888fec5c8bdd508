import Analysis
import GraphModel

/// The report of one society as a page: one file, made of findings and a portrait alone.
///
/// It asks nothing of a network, so it works from a mail attachment, and it has less than 3 MB for any size of society.
public struct SocietyPage: Sendable {
  private let findings: Findings
  private let portrait: Portrait?
  private let record: RunRecord
  private let charts: SocietyCharts
  private let text: TextReport

  /// A page.
  ///
  /// - Parameters:
  ///   - findings: what to say.
  ///   - portrait: what to draw; without one, pictures that need it are left out.
  ///   - record: how the run was made.
  public init(_ findings: Findings, _ portrait: Portrait?, _ record: RunRecord) {
    self.findings = findings
    self.portrait = portrait
    self.record = record
    charts = SocietyCharts(findings, portrait)
    text = TextReport(findings, width: 100, ink: .plain)
  }

  /// The page.
  public var html: String {
    let society = findings.society
    return WebPage(
      title: society.name,
      lead:
        "\(NumberText.count(society.people, "person", "people")), \(NumberText.count(society.tiedPairs, "tied pair")), scores from \(society.scale.lowText) to \(society.scale.highText). What a public score that depends on company does to people, friendships and communities.",
      short: text.shortSentences, facts: facts,
      sections: [
        self.society, movement, communities, gap, sorting, influence,
        record.section(findings.notices, certainty: [text.certainty, record.engine]),
      ],
      data: data,
      foot: "Made by graph-tool \(record.version), an instrument for studying scoring schemes, not for scoring people."
    ).html
  }

  /// The pictures of the page, each a file of its own.
  public var plots: [PlotFile] { allCharts.map { PlotFile(name: $0.id, svg: $0.svg) } }

  private var allCharts: [Chart] {
    [charts.density, charts.effects, charts.movers, charts.network].compactMap(\.self)
      + findings.groupings.compactMap(charts.groups) + findings.groupings.compactMap(charts.gap)
      + [charts.tiers] + [charts.sorting, charts.influence, charts.concentration, charts.blast].compactMap(\.self)
  }

  private var facts: [(name: String, markup: String)] {
    let (own, other) = (findings.ownScores, findings.publicScores)
    func change(_ one: String, _ other: String) -> String { "\(one) <small>to</small> \(other)" }
    var facts = [
      ("people", NumberText.count(findings.society.people)),
      ("mean score, own to public", change(charts.score(own.mean), charts.score(other.mean))),
      ("mean change, up or down", charts.score(findings.propagation.meanAbsoluteEffect)),
    ]
    if findings.propagation.signals == nil {
      facts.insert(("spread (sd), own to public", change(charts.score(own.sd), charts.score(other.sd))), at: 2)
    }
    if let grouping = findings.groupings.first(where: { $0.by == "community" }) {
      facts.append(("communities", NumberText.count(grouping.count)))
      if let before = grouping.shareBefore, let after = grouping.shareAfter {
        facts.append(
          ("variance between them", change(NumberText.percent(before), NumberText.percent(after))))
      }
    }
    return facts
  }

  // MARK: Sections, in the order of the story

  private var society: WebPage.Section {
    let society = findings.society
    var parts = [HTMLText.paragraph(SocietySection(society, text.page).connection)]
    if !society.layers.isEmpty {
      let rows = society.layers.map { layer in
        let kind = [
          layer.kind == .transaction ? "payments" : "friendships", layer.directed ? "one way" : "both ways",
          layer.weighted ? "weighted" : "unweighted",
        ].joined(separator: ", ")
        return
          "<tr><th scope=\"row\">\(HTMLText.name(layer.name))</th><td class=\"n\">\(NumberText.count(layer.ties))</td><td class=\"n\">\(NumberText.count(layer.people))</td><td class=\"n\">\(NumberText.percent(layer.share))</td><td>\(kind)</td></tr>"
      }
      parts.append(
        HTMLText.scrolling(
          "Layers",
          "<thead><tr><th scope=\"col\">layer</th><th scope=\"col\" class=\"n\">ties</th><th scope=\"col\" class=\"n\">people</th><th scope=\"col\" class=\"n\">in the mix</th><th scope=\"col\">kind</th></tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody>"
        )
      )
    }
    return WebPage.Section(id: "society", title: "The society", short: "Society", parts: parts)
  }

  private var movement: WebPage.Section {
    let parts =
      [HTMLText.paragraph(text.summary)]
      + [charts.density, charts.effects, charts.movers].compactMap { $0?.figure() } + [charts.tiers.figure()]
    return WebPage.Section(
      id: "movement", title: "What the network did to scores", short: "Scores", parts: parts)
  }

  private var communities: WebPage.Section {
    var parts: [String] = []
    if let found = findings.communities, let grouping = findings.groupings.first(where: { $0.by == "community" }) {
      parts.append(
        HTMLText.paragraph(
          "\(NumberText.count(grouping.count, "community", "communities")) found by ties alone\(found.methodText.isEmpty ? "" : ",\(found.methodText)"), with modularity \(NumberText.fixed(found.modularity, 3)) (0 as in a random graph, towards 1 for closed circles)."
        ))
    }
    if let chart = charts.network {
      let ramp = NetworkChart.ramp(charts.colours, decimals: charts.decimals)
      parts.append(
        chart.figure(
          before: chart.narrow == nil ? Chart.onlyNarrow(ramp) : "", attributes: " data-network=\"network-data\""))
    }
    if let search { parts.append(search.markup) }
    parts += findings.groupings.compactMap { charts.groups($0)?.figure() }
    return WebPage.Section(id: "circles", title: "Communities", short: "Communities", parts: parts)
  }

  private var gap: WebPage.Section {
    WebPage.Section(
      id: "social-gap", title: "The social gap", short: "Gap",
      parts: findings.groupings.compactMap { charts.gap($0)?.figure() } + [inequality])
  }

  /// Inequality over all people, before and after.
  private var inequality: String {
    let (own, other) = (findings.ownScores, findings.publicScores)
    let rows = [
      ("standard deviation, points", charts.score(own.sd), charts.score(other.sd)),
      ("Gini coefficient", NumberText.fixed(own.gini, 4), NumberText.fixed(other.gini, 4)),
      ("Theil's T", NumberText.fixed(own.theil, 4), NumberText.fixed(other.theil, 4)),
      (
        "tenth and ninetieth percentile", "\(charts.score(own.percentile10)), \(charts.score(own.percentile90))",
        "\(charts.score(other.percentile10)), \(charts.score(other.percentile90))"
      ),
    ].map { "<tr><th scope=\"row\">\($0.0)</th><td class=\"n\">\($0.1)</td><td class=\"n\">\($0.2)</td></tr>" }
    return
      "<h3>Inequality over all people</h3>"
      + HTMLText.scrolling(
        "Inequality over all people",
        "<thead><tr><th scope=\"col\">measure</th><th scope=\"col\" class=\"n\">own scores</th><th scope=\"col\" class=\"n\">public scores</th></tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody>"
      )
  }

  private var sorting: WebPage.Section {
    var parts = [charts.sorting?.figure()].compactMap(\.self)
    if let local = findings.local {
      parts.append("<h3>Hot and cold spots</h3>")
      parts.append(
        HTMLText.paragraph(
          "\(NumberText.count(local.hot)) high among high, \(NumberText.count(local.cold)) low among low, \(NumberText.count(local.highAmongLow)) high among low, \(NumberText.count(local.lowAmongHigh)) low among high. "
            + SpotText.explanation(local)))
    }
    return WebPage.Section(id: "alike", title: "Are friends alike?", short: "Sorting", parts: parts)
  }

  private var influence: WebPage.Section {
    WebPage.Section(
      id: "who-moves", title: "Who moves whom", short: "Influence",
      parts: [charts.influence, charts.concentration, charts.blast].compactMap { $0?.figure() })
  }

  private var search: PeopleSearch? {
    portrait.map { portrait in
      PeopleSearch(
        sample: portrait.people, scale: findings.society.scale, people: findings.society.people,
        drawn: portrait.network.map { (kind: $0.kind, labels: $0.nodes.map(\.label)) })
    }
  }

  // MARK: What the script reads

  private var data: String {
    let network = portrait?.network.map { network in
      let names = network.nodes.map { ScriptText.string(MarkupText.cut($0.label, to: HTMLText.nameLimit)) }
      let ties = network.ties.map { "\($0.source),\($0.target),0" }
      return
        "<script type=\"application/json\" id=\"network-data\">{\"kind\":\"\(network.kind.rawValue)\",\"names\":\(ScriptText.list(names)),\"ties\":\(ScriptText.list(ties))}</script>"
    }
    return (search?.data ?? "") + (network ?? "")
  }
}
