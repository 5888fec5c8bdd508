extension Scenario {
  /// The scenario as a file that reads back to the same, with every setting of the sections that are on.
  ///
  /// A path of a society stands there as it is, so it starts where the file will stand.
  public var document: String {
    var lines: [String] = []
    for section in ScenarioSection.all where !section.path.contains(".") { lines += Self.lines(of: section, in: self) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of section: ScenarioSection, in scenario: Scenario) -> [String] {
    let outside = String(repeating: "  ", count: section.depth)
    if let toggle = section.toggle, !toggle.isOn(scenario) {
      // A society that is not generated is read: to say "none" of it would say that there is neither.
      return section.path == "generate" ? [] : ["\(outside)\(section.key): none"]
    }
    let inside = section.path.isEmpty ? "" : outside + "  "
    var lines = section.path.isEmpty ? [] : ["\(outside)\(section.key):"]
    for setting in section.settings {
      let value = setting.get(scenario)
      if value == .text("") { continue }
      lines.append("\(inside)\(setting.key): \(setting.text(value))")
    }
    for part in section.path.isEmpty ? [] : section.parts { lines += Self.lines(of: part, in: scenario) }
    return lines
  }
}
