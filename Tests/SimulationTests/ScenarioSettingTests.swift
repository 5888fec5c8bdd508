import GraphModel
import Simulation
import Testing

/// Every setting of a scenario can be reached from a file.
struct ScenarioSettingTests {
  /// A file in which every section is on.
  private static let base: [String: String] = [
    "generate": "{}", "events.deeds": "{}", "events.missed_payments": "{}", "money": "{}", "rewards": "{}",
    "blacklist.below": "-5", "response.effort": "{}", "rewiring": "{}", "trait": "{}",
  ]

  /// Values for settings whose range alone does not say what is possible.
  private static let special = [
    "generate.people": "3000", "scale": "-10:2000", "twins": "[network]",
    "propagation.layer_weights": "{friendship: 2}",
    "events.deeds.groups": "{a: {rate: 2}}", "start": "2025-01-01", "propagation.susceptibility": "0.25",
  ]

  /// What else must be there for a setting to make sense.
  private static let company = ["events.deeds.groups": "events.deeds.by", "rewiring.own_group": "rewiring.group_by"]

  private static func another(_ setting: ScenarioSetting) -> String {
    if let text = special[setting.path] { return text }
    func first(_ values: [Double], _ bounds: SettingBounds) -> String {
      let value = values.first { bounds.contains($0) && "\(Numerals.plain($0))" != setting.standardText }
      return Numerals.plain(value ?? .nan)
    }
    switch setting.kind {
    case .number(let bounds): return first([0.25, 0.75, 3], bounds)
    case .whole(let bounds): return first([5, 6, 3000], bounds)
    case .seed: return "9"
    case .flag: return setting.standard == .flag(true) ? "false" : "true"
    case .choice(let words): return words.last { $0 != setting.standardText } ?? ""
    case .rising: return "[1, 2]"
    case .texts: return "[other]"
    default: return "other"
    }
  }

  /// One file of settings by path, in YAML's flow style.
  private static func yaml(_ settings: [String: String]) -> String {
    let names = Set(settings.keys.map { String($0.prefix { $0 != "." }) }).sorted()
    let members = names.map { name in
      var inside: [String: String] = [:]
      for (path, value) in settings where path.hasPrefix(name + ".") {
        inside[String(path.dropFirst(name.count + 1))] = value
      }
      return "\(name): \(inside.isEmpty ? settings[name] ?? "" : yaml(inside))"
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func read(_ settings: [String: String]) throws -> Scenario {
    try Scenario.read(text: yaml(settings), name: "s.yaml")
  }

  private static func changed(_ setting: ScenarioSetting) throws -> Scenario {
    var settings = base
    if setting.path == "society" { settings["generate"] = nil }
    if let other = company[setting.path] { settings[other] = "column" }
    settings[setting.path] = another(setting)
    return try read(settings)
  }

  @Test(arguments: Scenario.settings.map(\.path))
  func `changing a setting in the file changes the scenario`(path: String) throws {
    let setting = try #require(Scenario.settings.first { $0.path == path })
    let value = setting.get(try Self.changed(setting))
    #expect(value != setting.get(try Self.read(Self.base)))
  }

  /// By reflection: every stored property of `Scenario` and its rules.
  @Test func `every property of a scenario is changed by some setting`() throws {
    let standard = Self.properties(try Self.read(Self.base))
    var untouched = Set(standard.keys)
    for setting in Scenario.settings {
      let changed = Self.properties(try Self.changed(setting))
      untouched = untouched.filter { changed[$0] == standard[$0] }
    }
    #expect(untouched.sorted() == [])
  }

  /// The properties of a scenario by path, as text.
  private static func properties(_ value: Any, path: String = "") -> [String: String] {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional, let inside = mirror.children.first {
      return properties(inside.value, path: path)
    }
    let isPart = mirror.displayStyle == .struct && String(reflecting: type(of: value)).hasPrefix("Simulation.")
    guard isPart else {
      if mirror.displayStyle == .enum, let inside = mirror.children.first {
        return properties(inside.value, path: path)
      }
      return [path: String(reflecting: value)]
    }
    var found: [String: String] = [:]
    for child in mirror.children {
      found.merge(properties(child.value, path: "\(path).\(child.label ?? "")")) { one, _ in one }
    }
    return found
  }

  @Test(arguments: Scenario.settings.filter { $0.absence != nil && $0.path != "twins" }.map(\.path))
  func `none, and the setting's own word for it, take a value away`(path: String) throws {
    let setting = try #require(Scenario.settings.first { $0.path == path })
    let word = try #require(setting.absence?.word)
    for text in ["none", word] {
      var settings = Self.base
      // Something else must then list people.
      settings["blacklist.missed"] = "3"
      settings[path] = text
      #expect(setting.get(try Self.read(settings)) == .absent)
    }
  }

  @Test func `settings have one place each`() {
    #expect(Set(Scenario.settings.map(\.path)).count == Scenario.settings.count)
  }
}
