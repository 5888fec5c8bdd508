/// What sections of a report share: the width, the ink, headings and running text.
struct Page: Sendable {
  /// The narrowest and the widest a report gets, in characters.
  static let widths = 72...120

  let width: Int
  let ink: Ink
  /// Whether pictures and signs are made of ASCII characters; names from data stay what they are.
  let isPlain: Bool

  init(width: Int, ink: Ink, isPlain: Bool = false) {
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    self.ink = ink
    self.isPlain = isPlain
  }

  /// A heading, with a faint aside at the right end; the title is cut where it is too long.
  func heading(_ title: String, _ aside: String = "") -> String {
    guard !aside.isEmpty else { return ink.paint(TextTable.cut(title, to: width), .heading) }
    let title = TextTable.cut(title, to: max(8, width - aside.count - 2))
    let gap = String(repeating: " ", count: max(2, width - title.count - aside.count))
    return ink.paint(title, .heading) + gap + ink.paint(aside, .faint)
  }

  /// Faint running text that explains.
  func note(_ text: String) -> [String] { prose(text).map { ink.paint($0, .faint) } }

  /// Running text.
  func prose(_ text: String) -> [String] { Paragraph.lines(text, width: width) }

  /// A table's lines.
  func lines(_ table: TextTable) -> [String] { table.lines(ink, width: width) }

  /// Sections as one text: a blank line between them, none for empty ones, a line end.
  ///
  /// In ASCII a tilde stands where something was cut.
  func joined(_ sections: [[String]]) -> String {
    let text = sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    return isPlain ? String(text.map { $0 == "…" ? "~" : $0 }) : text
  }
}
