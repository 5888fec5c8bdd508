import GraphModel
import Yams

/// Reads a scenario file by the list of settings, and collects all that is wrong.
struct ScenarioReader {
  /// The file that is being read.
  private var file: String
  private var scenario = Scenario()
  private var log = ProblemLog()
  /// Where the settings and sections stand that the file has.
  private var places: [String: ScenarioChecks.Place] = [:]
  /// The settings that could not be read, and the sections with a key that is not understood.
  private var broken: Set<String> = []

  private init(file: String) { self.file = file }

  /// The scenario of a document, with changes.
  static func read(_ document: ScenarioDocument, changing changes: [ScenarioChange]) throws(ReadingError) -> Scenario {
    var reader = ScenarioReader(file: document.file)
    reader.read(ScenarioSection.top, document.root)
    var folder = document.folder
    for change in changes {
      reader.file = change.file
      reader.make(change)
      if change.path == "society" { folder = change.folder }
    }
    let checks = ScenarioChecks(
      reader.scenario, file: document.file, places: reader.places, broken: reader.broken)
    checks.problems.forEach { reader.log.add($0) }
    try reader.log.check(hint: "docs/scenarios.md lists every setting.")
    if case .folder(let path) = reader.scenario.source, !path.hasPrefix("/"), path != "-" {
      reader.scenario.source = .folder(folder + path)
    }
    return reader.scenario
  }

  /// Changes one setting, or switches a section on or off.
  private mutating func make(_ change: ScenarioChange) {
    if let section = ScenarioSection.all.first(where: { $0.path == change.path && !$0.path.isEmpty }) {
      places[section.path] = ScenarioChecks.Place(file: file, line: change.line)
      return open(section, change.node, line: change.line)
    }
    guard let setting = Scenario.settings.first(where: { $0.path == change.path }) else {
      let names = Scenario.settings.map(\.path) + ScenarioSection.all.map(\.path).filter { !$0.isEmpty }
      let meant = NearestWord.hint(NearestWord.nearest(to: change.path, among: names) ?? Self.path(of: change.path))
      return add(
        InputProblem(
          file: file, line: change.line,
          "\"\(change.path)\" is no setting of a scenario\(meant); one such as propagation.susceptibility was expected"),
        of: change.path)
    }
    read(setting, change.node, line: change.line)
  }

  private mutating func add(_ problem: InputProblem, of path: String) {
    log.add(problem)
    broken.insert(path)
  }

  /// Reads a section, and those that stand in it.
  private mutating func read(_ section: ScenarioSection, _ node: Node) {
    let parts = section.parts
    let keys = section.settings.map(\.key) + parts.map(\.key)
    let what = section.path.isEmpty ? "the file" : "\"\(section.path)\""
    var problems: [InputProblem] = []
    let mapping: YAMLMapping
    do throws(InputProblem) {
      mapping = try YAMLMapping(
        node, file: file, what: what, keys: keys, elsewhere: Self.path(of:), report: { problems.append($0) })
    } catch {
      return add(error, of: section.path)
    }
    problems.forEach { add($0, of: section.path) }
    for setting in section.settings {
      guard let node = mapping.node(setting.key) else { continue }
      read(setting, node, line: node.mark?.line ?? mapping.line(setting.key))
    }
    for part in parts {
      guard let node = mapping.node(part.key) else { continue }
      places[part.path] = ScenarioChecks.Place(file: file, line: mapping.line(part.key))
      open(part, node, line: mapping.line(part.key))
    }
  }

  private mutating func read(_ setting: ScenarioSetting, _ node: Node, line: Int?) {
    let value = SettingText(file: file, line: line, setting: setting)
    do throws(InputProblem) {
      setting.set(&scenario, try value.read(node, in: scenario))
      places[setting.path] = ScenarioChecks.Place(file: file, line: line)
    } catch {
      add(error, of: setting.path)
    }
  }

  /// Switches a section on or off as its node says, and reads what stands in it.
  private mutating func open(_ section: ScenarioSection, _ node: Node, line: Int?) {
    if let scalar = node.scalar {
      switch (scalar.string, section.toggle) {
      case ("none", let toggle?) where scalar.style == .plain: toggle.turn(&scenario, false)
      case _ where SettingText.isNull(scalar): section.toggle?.turn(&scenario, true)
      default:
        let expected = "a mapping of settings\(section.toggle == nil ? "" : ", or none,") was expected"
        add(
          InputProblem(file: file, line: line, "\"\(section.path)\" is \"\(scalar.string)\"; \(expected)"),
          of: section.path)
      }
      return
    }
    section.toggle?.turn(&scenario, true)
    read(section, node)
  }

  /// The whole path of a setting or section that is known somewhere else by a key.
  private static func path(of key: String) -> String? {
    let paths = Scenario.settings.map { ($0.key, $0.path) } + ScenarioSection.all.map { ($0.key, $0.path) }
    return paths.first { $0.0 == key && $0.0 != $0.1 }?.1
  }
}
