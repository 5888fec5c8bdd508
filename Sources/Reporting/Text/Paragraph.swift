/// Running text, broken at blanks.
enum Paragraph {
  /// The lines of a text within a width; the first one starts with `first`, the others with as many blanks.
  static func lines(_ text: String, width: Int, first: String = "  ") -> [String] {
    let indent = String(repeating: " ", count: first.count)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
