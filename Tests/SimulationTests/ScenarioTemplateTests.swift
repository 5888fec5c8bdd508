import GraphModel
import Simulation
import Testing

struct ScenarioTemplateTests {
  private static let lines = Scenario.template.split(separator: "\n", omittingEmptySubsequences: false)

  /// The template with every section switched on: `# ` taken away from the lines that begin with it.
  private static let uncommented = lines.map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")

  @Test func `the template as it is has the defaults`() throws {
    var expected = Scenario()
    expected.source = .folder("datasets/village")
    #expect(try Scenario.read(text: Scenario.template, name: "t.yaml") == expected)
  }

  @Test func `the template with every section switched on can be read`() throws {
    // A society and a section that makes one exclude each other.
    let text = Self.uncommented.replacing("\nsociety: datasets/village\n", with: "\n")
    var expected = Scenario()
    expected.source = .planted(Scenario.Planted())
    expected.deeds = Scenario.DeedRule()
    expected.missedPayments = Scenario.MissedPaymentRule()
    expected.money = Scenario.MoneyRule()
    expected.rewards = Scenario.RewardRule()
    var blacklist = Scenario.BlacklistRule()
    blacklist.below = 500
    expected.blacklist = blacklist
    expected.effort = Scenario.EffortRule()
    expected.rewiring = Scenario.RewiringRule()
    expected.trait = Scenario.TraitRule()
    #expect(try Scenario.read(text: text, name: "t.yaml") == expected)
  }

  @Test(arguments: ScenarioSection.all.filter(\.isOffByDefault).map(\.path).filter { $0 != "generate" })
  func `a section of the template can be switched on alone`(path: String) throws {
    let section = try #require(ScenarioSection.all.first { $0.path == path })
    let indent = String(repeating: "  ", count: section.depth)
    let start = try #require(Self.lines.firstIndex { $0 == "# \(indent)\(section.key):" })
    let rest = Self.lines[(start + 1)...]
    let end = rest.firstIndex { !$0.hasPrefix("# \(indent)  ") && !$0.hasPrefix("##") } ?? rest.endIndex
    let lines = Self.lines.enumerated().map { place, line in
      place >= start && place < end && line.hasPrefix("# ") ? line.dropFirst(2) : line
    }
    let scenario = try Scenario.read(text: lines.joined(separator: "\n"), name: "t.yaml")
    #expect(ScenarioSection.all.filter { $0.isOffByDefault && $0.toggle?.isOn(scenario) == true }.map(\.path) == [path])
  }

  @Test func `the template names every setting`() {
    let missing = Scenario.settings.filter { setting in
      !Self.lines.contains { $0.drop { $0 == " " || $0 == "#" }.hasPrefix("\(setting.key): ") }
    }
    #expect(missing.map(\.path) == [])
  }

  @Test(arguments: Scenario.settings.map(\.path))
  func `the template tells the default and the source of every setting`(path: String) throws {
    let setting = try #require(Scenario.settings.first { $0.path == path })
    // Explanations are wrapped, so they are joined again before they are searched.
    let text = Self.lines.map { $0.drop { $0 == "#" || $0 == " " } }.joined(separator: " ")
    let standard = setting.standardText.isEmpty ? "no default" : "default \(setting.standardText)"
    #expect(
      text.contains("\(setting.doc) [\(setting.kind.short)")
        && text.contains("\(standard); source: \(setting.source)] \(setting.key): "))
  }

  @Test func `no line of the template is longer than 100 columns`() {
    #expect(Self.lines.filter { $0.count > 100 } == [])
  }
}
