extension Scenario {
  /// A scenario file with all settings at their defaults, each explained.
  ///
  /// Lines that begin with `##` explain. A section that is off by default has `# ` before its lines: without that it is on.
  public static var template: String {
    var lines = wrapped(
      """
      A scenario: the settings of "graph-tool simulate". Lines that begin with ## explain. A section whose lines begin \
      with # is off: take "# " away from its lines to switch it on. Whatever is left out has its default. Lengths of \
      time count in periods unless they say days; scores, gains and thresholds are in points of the scale.
      """, indent: "")
    for section in ScenarioSection.all where !section.path.contains(".") {
      lines.append("")
      lines += text(of: section)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a section and of those that stand in it.
  private static func text(of section: ScenarioSection) -> [String] {
    let outside = String(repeating: "  ", count: section.depth)
    let inside = section.path.isEmpty ? "" : outside + "  "
    let mark = section.isOffByDefault ? "# " : ""
    var lines = wrapped(section.doc, indent: outside)
    if !section.path.isEmpty { lines.append("\(mark)\(outside)\(section.key):") }
    for setting in section.settings {
      if section.path.isEmpty { lines.append("") }
      lines += wrapped(setting.doc, indent: inside)
      lines += wrapped(setting.facts, indent: inside)
      lines.append("\(mark)\(inside)\(setting.key): \(setting.text(setting.example ?? setting.standard))")
    }
    // The top's sections stand at the margin, each after a blank line.
    for part in section.path.isEmpty ? [] : section.parts { lines += text(of: part) }
    return lines
  }

  /// A comment in lines of at most 100 columns.
  private static func wrapped(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = "##"
    let start = "## \(indent)"
    for word in text.split(separator: " ") {
      if line != "##", line.count + 1 + word.count > 100 {
        lines.append(line)
        line = "##"
      }
      line += line == "##" ? "\(start.dropFirst(2))\(word)" : " \(word)"
    }
    return lines + [line]
  }
}

extension ScenarioSetting {
  /// What it takes, its unit, its default and its source, on one line.
  fileprivate var facts: String {
    var parts = [kind.short + (unit.map { " (\($0))" } ?? "")]
    if let absence { parts.append("\(absence.word): \(absence.meaning)") }
    parts.append(standardText.isEmpty ? "no default" : "default \(standardText)")
    parts.append("source: \(source)")
    return "[\(parts.joined(separator: "; "))]"
  }
}
