import Experiments

/// The report of a study for the terminal, made of findings alone.
public struct StudyReport: Sendable {
  let findings: StudyFindings
  let page: Page
  var isPlain: Bool { page.isPlain }

  /// Of more cells no table is printed.
  static let mostCells = (sampled: 24, others: 36)
  /// So many groups of an outcome are printed, and so many differences of each.
  static let (mostGroups, mostDifferences) = (6, 24)

  /// A report.
  ///
  /// - Parameters:
  ///   - findings: what to say.
  ///   - width: how many characters fit; held between 72 and 120.
  ///   - ink: whether colour may be used.
  ///   - isPlain: whether pictures are made of ASCII characters.
  public init(_ findings: StudyFindings, width: Int, ink: Ink, isPlain: Bool = false) {
    self.findings = findings
    page = Page(width: width, ink: ink, isPlain: isPlain)
  }

  /// The whole report, with a line end.
  ///
  /// - Parameters:
  ///   - command: the command that gives this report, or empty.
  ///   - folder: the folder of the study, or `nil`.
  ///   - files: what is in it.
  public func text(command: String = "", folder: String? = nil, files: [TextReport.File] = []) -> String {
    page.joined(
      [heading, answers] + shownOutcomes.map(section) + [
        failures, cautions, page.asked(command), page.written(folder, files, []),
      ])
  }

  // MARK: Pieces that sections share

  /// The chance of an interval to hold its number: `95%`.
  var level: String { Drawing.number(100 * findings.level, 2) + "%" }

  /// Outcomes that are printed: of groups the first few.
  var shownOutcomes: [OutcomeFindings] {
    var counts: [String: Int] = [:]
    return findings.outcomes.filter { outcome in
      counts[outcome.name, default: 0] += 1
      return counts[outcome.name, default: 0] <= Self.mostGroups
    }
  }

  /// Whether cells are points of ranges.
  var isSampled: Bool {
    switch findings.design {
    case .grid, .oneAtATime: false
    case .latinHypercube, .sobol: true
    }
  }

  /// Whether there are few enough cells to print a table of them.
  var hasCells: Bool { findings.cells.count <= (isSampled ? Self.mostCells.sampled : Self.mostCells.others) }

  /// Whether anything came of an outcome.
  func isDefined(_ outcome: OutcomeFindings) -> Bool { outcome.cells.contains { $0.summary != nil } }

  /// How the means of an outcome are written.
  func digits(_ outcome: OutcomeFindings) -> Digits {
    Digits(outcome.cells.map { $0.summary?.t }, values: outcome.cells.compactMap { $0.summary?.mean })
  }

  /// What a cell is called: the factors' values, or what differs from the first cell where one differs at a time.
  func name(of cell: Int) -> String {
    let info = findings.cells[cell]
    if findings.factors.isEmpty { return "the scenario" }
    var places = Array(findings.factors.indices)
    if findings.design == .oneAtATime, let base = findings.cells.first {
      places = places.filter { info.values[$0] != base.values[$0] }
      if places.isEmpty { return "base" }
    }
    return places.map { setting($0, info.values[$0]) }.joined(separator: ", ")
  }

  /// A name from data as it stands in a sentence: cut, with signs that would turn the sentence written out.
  static func shown(_ name: String, _ limit: Int) -> String { MarkupText.cut(MarkupText.visible(name), to: limit) }

  /// A factor with a value that it has: `review=0.1`, both cut where they are long.
  func setting(_ factor: Int, _ value: FactorValue) -> String {
    // Sampled numbers have more digits than anybody reads.
    let text = isSampled ? value.number.map { NumberText.short($0) } ?? value.text : value.text
    return "\(Self.shown(findings.factors[factor].name, 40))=\(Self.shown(text, 40))"
  }

  /// Words as a list: `a, b and c`.
  func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The table with the widest bar that fits, of those that are tried; without a bar if none does.
  func fitting(_ bars: [Int], _ table: (Int) -> TextTable) -> TextTable {
    bars.lazy.map(table).first { $0.fits(page.width) } ?? table(0)
  }

  /// Widths of bars, the widest first.
  static let bars = [27, 25, 23, 21, 19, 17, 15, 13, 11, 9]
}
