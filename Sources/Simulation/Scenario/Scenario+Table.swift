extension Scenario {
  /// The table of all settings, in Markdown, for the documentation.
  package static var settingsTable: String {
    var lines: [String] = []
    for section in ScenarioSection.all {
      let state = section.toggle == nil ? "" : section.isOffByDefault ? " Off by default." : " On by default."
      let title = section.path.isEmpty ? "The top of the file" : "`\(section.path)`"
      lines += [
        "### \(title)", "", section.doc + state, "", "| setting | takes | unit | default | what it is | source |",
        "|---|---|---|---|---|---|",
      ]
      for setting in section.settings {
        let absence = setting.absence.map { " `\($0.word)`: \($0.meaning)." } ?? ""
        let standard = setting.standardText.isEmpty ? "" : "`\(setting.standardText)`"
        let cells = [
          "`\(setting.key)`", setting.kind.short, setting.unit ?? "", standard, setting.doc + absence, setting.source,
        ]
        lines.append("|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined())
      }
      lines.append("")
    }
    return lines.dropLast().joined(separator: "\n")
  }
}
