extension TextReport {
  /// Where the files are.
  func written(_ folder: String?, _ files: [File], _ leftOut: [String]) -> [String] {
    guard let folder else { return [] }
    let longest = files.map(\.path.count).max() ?? 0
    let lines = files.map { "  " + $0.path.padded(to: longest + 2) + page.ink.paint($0.content, .faint) }
    let missing = leftOut.flatMap { Paragraph.lines("not written: \($0)", width: page.width) }
    return [page.heading("FILES IN \(folder)"), ""] + lines + missing
  }
}

extension String {
  /// The text with blanks behind it, at least one.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(1, width - count)) }
}
