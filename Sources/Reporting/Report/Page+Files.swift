extension Page {
  /// The command that gives this report again, and what computed the numbers, where that has to be said.
  func asked(_ command: String, engine: String = "") -> [String] {
    command.isEmpty ? [] : [heading("THE COMMAND", engine), "", "  " + command]
  }

  /// Where the files are.
  func written(_ folder: String?, _ files: [TextReport.File], _ leftOut: [String]) -> [String] {
    guard let folder else { return [] }
    let indent = (files.map(\.path.count).max() ?? 0) + 4
    let lines = files.flatMap { file in
      let content = Paragraph.lines(file.content, width: width - indent, first: "")
      return content.enumerated().map { place, text in
        ("  " + (place == 0 ? file.path : "")).padded(to: indent) + ink.paint(text, .faint)
      }
    }
    let missing = leftOut.flatMap { Paragraph.lines("not written: \($0)", width: width) }
    // A path is shown whole: it is there to be copied.
    return [ink.paint("FILES IN \(folder)", .heading), ""] + lines + missing
  }
}

extension String {
  /// The text with blanks behind it, at least one.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(1, width - count)) }
}
