import GraphModel
import Yams

/// Reads a scenario file by the list of settings, and collects all that is wrong.
struct ScenarioReader {
  private let file: String
  private var scenario = Scenario()
  private var log = ProblemLog()
  /// Where the settings and sections stand that the file has.
  private var lines: [String: Int] = [:]
  /// The settings that could not be read, and the sections with a key that is not understood.
  private var broken: Set<String> = []

  private init(file: String) { self.file = file }

  /// The scenario of a file.
  ///
  /// - Parameter folder: where a relative path of a society starts: empty, or with a slash at its end.
  static func read(_ input: InputFile, folder: String) throws(ReadingError) -> Scenario {
    var reader = ScenarioReader(file: input.name)
    do throws(InputProblem) {
      reader.read(ScenarioSection.top, try YAMLMapping.root(of: input))
    } catch {
      throw ReadingError(.badData, [error])
    }
    let checks = ScenarioChecks(reader.scenario, file: input.name, lines: reader.lines, broken: reader.broken)
    checks.problems.forEach { reader.log.add($0) }
    try reader.log.check(hint: "docs/scenarios.md lists every setting.")
    if case .folder(let path) = reader.scenario.source, !path.hasPrefix("/"), path != "-" {
      reader.scenario.source = .folder(folder + path)
    }
    return reader.scenario
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
      let value = SettingText(file: file, line: node.mark?.line ?? mapping.line(setting.key), setting: setting)
      do throws(InputProblem) {
        setting.set(&scenario, try value.read(node, in: scenario))
        lines[setting.path] = value.line
      } catch {
        add(error, of: setting.path)
      }
    }
    for part in parts {
      guard let node = mapping.node(part.key) else { continue }
      lines[part.path] = mapping.line(part.key)
      open(part, node, line: mapping.line(part.key))
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
