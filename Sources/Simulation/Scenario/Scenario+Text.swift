extension Scenario {
  /// Every setting as it would stand in a scenario file, by its path; of a section that is off, that it is `none`.
  package var settingsAsText: [String: String] {
    var texts: [String: String] = [:]
    for section in ScenarioSection.all {
      // A section can only be on if the one it stands in is there.
      if let toggle = section.toggle, !toggle.isOn(self) {
        texts[section.path] = "none"
      } else {
        for setting in section.settings { texts[setting.path] = setting.text(setting.get(self)) }
      }
    }
    return texts
  }
}
