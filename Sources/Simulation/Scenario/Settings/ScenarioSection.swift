/// A section of a scenario file: settings that stand together under one key.
package struct ScenarioSection: Sendable {
  /// How a section that can be absent is switched.
  package struct Switch: Sendable {
    /// Whether it is on in a scenario.
    package let isOn: @Sendable (Scenario) -> Bool
    /// Switches it on, with the defaults, or off.
    package let turn: @Sendable (inout Scenario, Bool) -> Void
  }

  /// Where it stands, such as `events.deeds`; empty for the top.
  package let path: String
  /// What it is, in a sentence.
  package let doc: String
  /// How it is switched; `nil` if it is always there.
  package let toggle: Switch?
  /// Its settings.
  package let settings: [ScenarioSetting]

  /// The last part of the path.
  package var key: String { String(path.split(separator: ".").last ?? "") }
  /// The path of the section it stands in.
  package var parent: String { path.split(separator: ".").dropLast().joined(separator: ".") }
  /// How many sections it stands in, the top not counted.
  package var depth: Int { path.count { $0 == "." } }
  /// Whether it is off in `Scenario()`.
  package var isOffByDefault: Bool { toggle.map { !$0.isOn(Scenario()) } ?? false }
  /// The sections that stand directly in it, in order.
  package var parts: [ScenarioSection] { Self.all.filter { !$0.path.isEmpty && $0.parent == path } }

  /// All sections, the top first, in the order of the template.
  package static let all = [
    top, generate, propagation, events, deeds, missedPayments, money, tiers, rewards, blacklist, response, effort,
    rewiring, trait, communities, output,
  ]
}

extension Scenario {
  /// All settings of a scenario file, in the order of the template.
  package static var settings: [ScenarioSetting] { ScenarioSection.all.flatMap(\.settings) }
}
