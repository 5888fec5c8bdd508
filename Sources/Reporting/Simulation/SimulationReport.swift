import GraphModel
import Simulation

/// The report of a simulation for the terminal, made of findings alone.
public struct SimulationReport: Sendable {
  let findings: SimulationFindings
  let page: Page
  var isPlain: Bool { page.isPlain }

  /// A report.
  ///
  /// - Parameters:
  ///   - findings: what to say.
  ///   - width: how many characters fit; held between 72 and 120.
  ///   - ink: whether colour may be used.
  ///   - isPlain: whether pictures are made of ASCII characters.
  public init(_ findings: SimulationFindings, width: Int, ink: Ink, isPlain: Bool = false) {
    self.findings = findings
    page = Page(width: width, ink: ink, isPlain: isPlain)
  }

  /// The whole report, with a line end.
  ///
  /// - Parameters:
  ///   - command: the command that gives this report, or empty.
  ///   - folder: the run folder that was written, or `nil`.
  ///   - files: what is in it.
  ///   - leftOut: what was not written, a sentence each.
  public func text(
    command: String = "", folder: String? = nil, files: [TextReport.File] = [], leftOut: [String] = []
  ) -> String {
    page.joined([
      heading, happened, overTime, tiers, communities, excluded, twins, points, course,
      NoticeSection(findings.notices, page).lines, page.asked(command), page.written(folder, files, leftOut),
    ])
  }

  // MARK: Pieces that sections share

  var records: [PeriodRecord] { findings.records }
  var scale: Scale { findings.scale }
  var decimals: Int { NumberText.decimals(forWidth: scale.width) }
  /// How many periods have gone by.
  var periods: Int { findings.last?.period ?? 0 }

  func score(_ value: Double) -> String { NumberText.fixed(value, decimals) }
  func signedScore(_ value: Double) -> String { NumberText.signed(value, decimals) }

  func isOn(_ rule: String) -> Bool { findings.rules.on.contains(rule) }

  func people(_ count: Int) -> String { NumberText.count(count, "person", "people") }

  /// How many people, and what share of all.
  func peopleAndShare(_ count: Int) -> String {
    guard count > 0, findings.people > 0 else { return people(count) }
    return "\(people(count)) (\(NumberText.percent(Double(count) / Double(findings.people))))"
  }

  /// Words as a list: `a, b and c`.
  func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What an undefined measure is not defined for, if that can be told.
  func reasonWithoutSorting(_ record: PeriodRecord) -> String {
    if let layer = findings.layers.firstIndex(of: findings.mainLayer), record.ties.counts.indices.contains(layer),
      record.ties.counts[layer] == 0
    {
      return "no tie is there"
    }
    return record.own.sd == 0 ? "all own scores are equal" : "the scores of people with ties do not differ"
  }
}
