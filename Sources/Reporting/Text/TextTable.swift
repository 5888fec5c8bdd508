/// Columns of text, aligned, with a faint header.
struct TextTable {
  /// How a column stands.
  enum Alignment {
    case left
    case right
  }

  private let headers: [String]
  private let alignments: [Alignment]
  private var rows: [[Cell]] = []

  /// A field, painted after it has been padded so that colour does not disturb the columns.
  struct Cell: ExpressibleByStringInterpolation {
    let text: String
    let role: Ink.Role?

    init(_ text: String, _ role: Ink.Role? = nil) {
      self.text = text
      self.role = role
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  init(_ columns: [(String, Alignment)]) {
    headers = columns.map(\.0)
    alignments = columns.map(\.1)
  }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  private var widths: [Int] {
    headers.indices.map { column in
      ([headers[column]] + rows.map { Self.flat($0[column].text) }).map(\.count).max() ?? 0
    }
  }

  /// Whether there is a column of a name.
  func hasColumn(_ name: String) -> Bool { headers.contains(name) }

  /// Whether the table fits a width without a cell being cut.
  func fits(_ width: Int) -> Bool { widths.reduce(0) { $0 + $1 + 2 } <= width }

  /// The table's lines, indented by two; cells of the first column are cut to fit the width, then those of the last if
  /// they are words.
  func lines(_ ink: Ink, width: Int) -> [String] {
    var widths = widths
    let others = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    widths[0] = min(widths[0], max(8, width - 2 - others))
    let last = widths.count - 1
    let excess = widths.reduce(0) { $0 + $1 + 2 } - width
    if excess > 0, alignments[last] == .left { widths[last] = max(8, widths[last] - excess) }
    func line(_ cells: [Cell]) -> String {
      var text = " "
      for (column, cell) in cells.enumerated() {
        // Blanks at the end stay unpainted, so that they can be dropped at the end of the line.
        let shown = Self.withoutTrailingSpaces(Self.cut(cell.text, to: widths[column]))
        let space = String(repeating: " ", count: widths[column] - shown.count)
        let painted = cell.role.map { ink.paint(shown, $0) } ?? shown
        text += (column == 0 ? " " : "  ") + (alignments[column] == .right ? space + painted : painted + space)
      }
      return Self.withoutTrailingSpaces(text)
    }
    return [line(headers.map { Cell($0, .faint) })] + rows.map(line)
  }

  /// A text that fits, with an ellipsis where it was cut.
  static func cut(_ text: String, to width: Int) -> String {
    let flat = flat(text)
    return flat.count <= width ? flat : flat.prefix(max(1, width - 1)) + "…"
  }

  private static func flat(_ text: String) -> String { String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }

  private static func withoutTrailingSpaces(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
