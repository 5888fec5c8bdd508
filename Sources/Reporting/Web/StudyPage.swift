import Analysis
import Experiments

/// The report of a study as a page: one file, made of findings alone.
///
/// It asks nothing of a network, so it works from a mail attachment, and it has less than 3 MB for any number of cells:
/// tables are cut, and charts beyond that are left out, which is said where it happens.
public struct StudyPage: Sendable {
  let findings: StudyFindings
  let charts: StudyCharts
  let command: [String]
  let version: String
  var text: StudyReport { charts.report }

  /// Charts take so many bytes of a page at most.
  private static let room = 2_300_000

  /// A page.
  ///
  /// - Parameters:
  ///   - findings: what to say.
  ///   - command: the command line that made it.
  ///   - version: the program's version.
  public init(_ findings: StudyFindings, command: [String], version: String) {
    self.findings = findings
    self.command = command
    self.version = version
    charts = StudyCharts(findings)
  }

  /// The page.
  public var html: String {
    var room = Self.room
    let families = charts.families.prefix(Self.mostFamilies)
    let answers = families.flatMap { family -> [String] in
      if family.outcomes.count > 2 {
        return [
          "\(MarkupText.cut(family.name, to: 48)): \(NumberText.count(family.outcomes.count)) groups, told one by one below."
        ]
      }
      return family.outcomes.map { "\(MarkupText.isolated(MarkupText.cut($0.title, to: 48))): \(text.answer($0))" }
    }
    return WebPage(
      title: findings.name,
      lead:
        "\(NumberText.count(findings.cells.count, "cell")) of the scenario \(MarkupText.isolated(MarkupText.cut(findings.scenario, to: 60))), \(NumberText.count(findings.replicates, "replicate")) each. What differs beyond chance, and by how much.",
      short: Array(answers.prefix(24)), facts: facts,
      sections: [experiment] + families.map { section($0, &room) } + [course(&room), careful, failures, made], data: "",
      foot: "Made by graph-tool \(version), an instrument for studying scoring schemes, not for scoring people."
    ).html
  }

  /// The pictures of the page, each a file of its own.
  public var plots: [PlotFile] {
    (charts.families.prefix(Self.mostFamilies).flatMap(charts.charts) + charts.series).map {
      PlotFile(name: $0.id, svg: $0.svg)
    }
  }

  /// So many outcomes are shown.
  static let mostFamilies = 40

  private var facts: [(name: String, markup: String)] {
    let runs = findings.runs
    var facts = [
      ("design", MarkupText.escaped(findings.design.kind)),
      ("cells", NumberText.count(findings.cells.count)),
      ("replicates of each", NumberText.count(findings.replicates)),
      (
        "runs done",
        runs.done == runs.all
          ? NumberText.count(runs.done)
          : "\(NumberText.count(runs.done)) <small>of</small> \(NumberText.count(runs.all))"
      ),
    ]
    if runs.failed > 0 { facts.append(("runs that failed", NumberText.count(runs.failed))) }
    facts += [
      ("random numbers", MarkupText.escaped(findings.randomNumbers.rawValue)),
      ("level of intervals", MarkupText.escaped(text.level)),
    ]
    return facts
  }

  // MARK: Sections, in the order of the story

  private func section(_ family: StudyCharts.Family, _ room: inout Int) -> WebPage.Section {
    var parts = [
      HTMLText.paragraph(StudyReport.shown(family.outcomes.first?.meaning ?? "", 300) + ".", " class=\"note\"")
    ]
    parts += family.outcomes.map { outcome in
      let group = outcome.group.isEmpty ? "" : HTMLText.name(outcome.group) + ": "
      return "<p>\(group)\(MarkupText.escaped(text.answer(outcome)))</p>"
    }
    if family.leftOut > 0 {
      parts.append(
        HTMLText.paragraph("\(NumberText.count(family.leftOut, "more group")) in the database.", " class=\"note\""))
    }
    let notes = Set(family.defined.compactMap(text.missingNote)).sorted()
    parts += notes.prefix(4).map { HTMLText.paragraph($0, " class=\"note\"") }
    parts += figures(charts.charts(family), &room)
    return WebPage.Section(
      id: "outcome-\(family.place)", title: MarkupText.cut(family.name, to: 64),
      short: MarkupText.cut(family.name, to: 32),
      parts: parts)
  }

  private func course(_ room: inout Int) -> WebPage.Section {
    let all = charts.series
    return WebPage.Section(id: "over-time", title: "Over time", short: "Over time", parts: figures(all, &room))
  }

  /// The charts for which there is room.
  private func figures(_ charts: [Chart], _ room: inout Int) -> [String] {
    var parts: [String] = []
    var left: [String] = []
    for chart in charts {
      let figure = chart.figure()
      if figure.utf8.count <= room {
        room -= figure.utf8.count
        parts.append(figure)
      } else {
        left.append(chart.title)
      }
    }
    if !left.isEmpty {
      parts.append(
        HTMLText.paragraph(
          "Left out, as the page would grow too large: \(left.joined(separator: "; ")). --plots draws all.",
          " class=\"note\""))
    }
    return parts
  }
}
