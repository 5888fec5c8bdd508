import Analysis
import GraphModel

/// A report for the terminal, made of findings alone.
public struct TextReport: Sendable {
  /// A file or folder the report points to.
  public struct File: Sendable {
    let path: String
    let content: String

    /// A file.
    public init(path: String, content: String) {
      self.path = path
      self.content = content
    }
  }

  let findings: Findings
  /// What computed the numbers, if that was not this program: a sentence; empty otherwise.
  let engine: String
  let page: Page

  /// A report.
  ///
  /// - Parameters:
  ///   - findings: what to say.
  ///   - width: how many characters fit; held between 72 and 120.
  ///   - ink: whether colour may be used.
  ///   - isPlain: whether pictures are made of ASCII characters.
  ///   - engine: what computed the numbers, if that was not this program: a sentence.
  public init(_ findings: Findings, width: Int, ink: Ink, isPlain: Bool = false, engine: String = "") {
    self.findings = findings
    self.engine = engine
    page = Page(width: width, ink: ink, isPlain: isPlain)
  }

  /// The whole report, with a line end.
  ///
  /// - Parameters:
  ///   - command: the command that gives this report, or empty.
  ///   - folder: the run folder that was written, or `nil`.
  ///   - files: what is in it.
  ///   - leftOut: what was not written, a sentence each.
  public func text(command: String = "", folder: String? = nil, files: [File] = [], leftOut: [String] = []) -> String {
    page.joined([
      SocietySection(findings.society, page).lines, short, movement, model, removals, histogram, tiers, communities,
      gaps, sorting, spots,
      NoticeSection(findings.notices, page).lines, page.asked(command, engine: engine),
      page.written(folder, files, leftOut),
    ])
  }

  // MARK: Pieces that sections share

  var scale: Scale { findings.society.scale }
  var decimals: Int { NumberText.decimals(forWidth: scale.width) }

  /// What chance is, in a random society of the kind that was drawn.
  var chanceText: String {
    findings.measures.contains { $0.null == NullKind.rewire.rawValue }
      ? "if ties were rewired, everyone keeping their number of ties, and own scores propagated again"
      : "if own scores were dealt out at random and propagated again"
  }

  /// A word on numbers that only some of the random societies have.
  func shortfall(_ rows: [MeasureRow]) -> String {
    guard let least = rows.compactMap(\.draws).filter({ $0 > 0 }).min(), least < findings.draws else { return "" }
    return
      " In \(NumberText.count(findings.draws - least)) of \(NumberText.count(findings.draws)) random societies a number is undefined, as all scores there are equal; it is compared with the others only."
  }

  func score(_ value: Double) -> String { NumberText.fixed(value, decimals) }

  func change(_ value: Double) -> TextTable.Cell {
    TextTable.Cell(NumberText.signed(value, decimals), value > 0 ? .good : value < 0 ? .bad : nil)
  }
}
