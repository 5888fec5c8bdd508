import Analysis
import GraphModel
import Simulation

/// The report of a simulation as a page: one file, made of findings and a portrait alone.
///
/// It asks nothing of a network, so it works from a mail attachment, and it has less than 3 MB for any size of society and any
/// number of periods.
public struct SimulationPage: Sendable {
  private let findings: SimulationFindings
  private let portrait: SimulationPortrait?
  private let record: RunRecord
  private let charts: SimulationCharts
  private var text: SimulationReport { charts.report }

  /// A page.
  ///
  /// - Parameters:
  ///   - findings: what to say.
  ///   - portrait: what to draw; without one, pictures that need it are left out.
  ///   - record: how the run was made.
  public init(_ findings: SimulationFindings, _ portrait: SimulationPortrait?, _ record: RunRecord) {
    self.findings = findings
    self.portrait = portrait
    self.record = record
    charts = SimulationCharts(findings, portrait)
  }

  /// The page.
  public var html: String {
    let periods = findings.last?.period ?? 0
    return WebPage(
      title: findings.name,
      lead:
        "\(NumberText.count(findings.people, "person", "people")) over \(NumberText.count(periods, "period")) of \(NumberText.plain(findings.periodDays)) days. What becomes of people, friendships and communities when everyone carries a public score that depends on the company they keep.",
      short: [], facts: facts,
      sections: [
        society, happened, scores, network, gap, sorting, exclusion, twins,
        record.section(findings.notices, certainty: [text.motion, text.settling]),
      ], data: data,
      foot: "Made by graph-tool \(record.version), an instrument for studying scoring schemes, not for scoring people."
    ).html
  }

  /// The pictures of the page, each a file of its own.
  public var plots: [PlotFile] {
    [
      charts.scores, charts.density, charts.flows, charts.tiers, charts.firstNetwork, charts.network, charts.lives,
      charts.gap, charts.sorting, charts.ties, charts.exclusion,
    ].compactMap { $0.map { PlotFile(name: $0.id, svg: $0.svg) } }
  }

  private var facts: [(name: String, markup: String)] {
    guard let first = findings.records.first, let last = findings.records.last else { return [] }
    func change(_ one: String, _ other: String) -> String { "\(one) <small>to</small> \(other)" }
    var facts = [
      ("people", NumberText.count(findings.people)), ("periods", NumberText.count(last.period)),
      ("mean public score", change(charts.score(first.publicScores.mean), charts.score(last.publicScores.mean))),
      ("spread (sd) of own scores", change(charts.score(first.own.sd), charts.score(last.own.sd))),
    ]
    if let one = first.ownSorting.assortativity, let other = last.ownSorting.assortativity {
      facts.append(("assortativity, own scores", change(NumberText.fixed(one, 3), NumberText.fixed(other, 3))))
    }
    if let one = first.ownSorting.betweenFirst, let other = last.ownSorting.betweenFirst {
      facts.append(("own variance between communities", change(NumberText.percent(one), NumberText.percent(other))))
    }
    return facts
  }

  // MARK: Sections, in the order of the story

  private var society: WebPage.Section {
    var parts = [HTMLText.paragraph(text.whatWasSimulated)]
    if findings.rules.assumesSorting { parts.append("<p><strong>\(MarkupText.escaped(text.warning))</strong></p>") }
    return WebPage.Section(id: "society", title: "The society and its rules", short: "Society", parts: parts)
  }

  private var happened: WebPage.Section {
    let answers = text.answers.map { label, answer in
      "<h3>\(MarkupText.escaped(label.prefix(1).uppercased() + label.dropFirst()))</h3>\n\(HTMLText.paragraph(answer))"
    }
    return WebPage.Section(
      id: "happened", title: "What happened", short: "What happened",
      parts: answers.isEmpty ? [] : answers + [HTMLText.paragraph(text.caveat, " class=\"note\"")])
  }

  private var scores: WebPage.Section {
    WebPage.Section(
      id: "movement", title: "Scores and tiers", short: "Scores",
      parts: [charts.scores, charts.density, charts.flows, charts.tiers].compactMap { $0?.figure() })
  }

  private var network: WebPage.Section {
    var parts: [String] = []
    if let moving = charts.moving, let last = charts.network {
      if let first = charts.firstNetwork {
        parts.append("<div class=\"pair\" aria-hidden=\"true\">\(first.picture)</div>")
      }
      parts.append(
        last.figure(
          before: moving.slider
            + Chart.onlyNarrow(NetworkChart.ramp(charts.colours, decimals: charts.decimals)),
          attributes: " data-network=\"network-data\"", plot: "moving"))
    }
    if let search { parts.append(search.markup) }
    if let lives = charts.lives { parts.append(lives.figure()) }
    return WebPage.Section(id: "circles", title: "The network and its communities", short: "Network", parts: parts)
  }

  private var gap: WebPage.Section {
    WebPage.Section(
      id: "social-gap", title: "The social gap", short: "Gap", parts: [charts.gap].compactMap { $0?.figure() })
  }

  private var sorting: WebPage.Section {
    WebPage.Section(
      id: "alike", title: "Are friends alike?", short: "Sorting",
      parts: [charts.sorting, charts.ties].compactMap { $0?.figure() })
  }

  private var exclusion: WebPage.Section {
    WebPage.Section(
      id: "left-out", title: "Who is left out", short: "Left out",
      parts: [charts.exclusion].compactMap { $0?.figure() })
  }

  private var twins: WebPage.Section {
    guard !findings.twins.isEmpty else {
      return WebPage.Section(id: "twins", title: "Twins", short: "Twins", parts: [])
    }
    let others = findings.twins.map { MainSeries.all($0.records, of: findings) }
    let head = findings.twins.map {
      "<th scope=\"col\" class=\"n\">\(MarkupText.escaped(text.shortName($0.twin)))</th><th scope=\"col\" class=\"n\">difference</th>"
    }
    let rows = MainSeries.all(findings.records, of: findings).enumerated().compactMap { position, series -> String? in
      guard series.last != nil || others.contains(where: { $0[position].last != nil }) else { return nil }
      let cells = others.map { other in
        let value = other[position].last
        let difference = series.last.flatMap { last in value.map { last - $0 } }
        return
          "<td class=\"n\">\(MarkupText.escaped(series.text(value)))</td><td class=\"n\">\(MarkupText.escaped(series.change(difference)))</td>"
      }
      return
        "<tr><th scope=\"row\">\(MarkupText.escaped(series.title))</th><td class=\"n\">\(MarkupText.escaped(series.text(series.last)))</td>\(cells.joined())</tr>"
    }
    let meanings = findings.twins.map {
      HTMLText.element("li", "\(text.meaning($0)). \(text.perPerson($0)).")
    }
    return WebPage.Section(
      id: "twins", title: "Twins: the same random numbers, one rule off", short: "Twins",
      parts: [
        HTMLText.paragraph(
          "Values of the last period; the difference is this run minus the twin: with the rule minus without it, and for blind, choosing minus chance."
        ),
        HTMLText.scrolling(
          "Values of this run and its twins",
          "<thead><tr><th scope=\"col\">value</th><th scope=\"col\" class=\"n\">this run</th>\(head.joined())</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody>"
        ),
        "<ul>\(meanings.joined(separator: "\n"))</ul>",
      ])
  }

  private var search: PeopleSearch? {
    portrait.map { portrait in
      PeopleSearch(
        sample: portrait.people, scale: findings.scale, people: findings.people,
        drawn: charts.moving.map { (kind: $0.network.kind, labels: $0.network.labels) })
    }
  }

  private var data: String { (search?.data ?? "") + (charts.moving?.data ?? "") }
}
