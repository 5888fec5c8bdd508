import GraphModel

extension ScenarioSection.Switch {
  /// A rule that is off where there is none.
  init<Rule: Sendable>(_ rule: any WritableKeyPath<Scenario, Rule?> & Sendable, on: Rule) {
    isOn = { $0[keyPath: rule] != nil }
    turn = { $0[keyPath: rule] = $1 ? ($0[keyPath: rule] ?? on) : nil }
  }
}

extension ScenarioSection {
  /// The society, time, and what is compared.
  static let top: ScenarioSection = {
    let place = SettingPlace("", \.self)
    return ScenarioSection(
      path: "", doc: "What is simulated, and for how long.", toggle: nil,
      settings: [
        place.text("name", \.name, "text", "What the scenario is called."),
        place.setting(
          "society", .text("the path of a folder or file"), example: .text("datasets/village"),
          "Where the society stands, seen from this file's folder; a scenario has this or a section generate."
        ) {
          if case .folder(let path) = $0.source { .text(path) } else { .text("") }
        } write: {
          if case .text(let path) = $1 { $0.source = .folder(path) }
        },
        place.setting("scale", .scale, absent: .auto("the society's own"), "The scale that scores are on.") {
          $0.scale.map { .text($0.settingText) } ?? .absent
        } write: {
          if case .text(let text) = $1 { $0.scale = Scale(named: text) } else { $0.scale = nil }
        },
        place.choice(
          "scores", \.scores,
          "Where own scores come from: the society's files, or invented, unrelated to people and ties."),
        place.seed("seed", \.seed, "The seed of everything random."),
        place.whole("periods", \.periods, .zeroOrMore, unit: "periods", "How many periods follow period 0."),
        place.number("period_days", \.periodDays, .aboveZero, unit: "days", "How many days a period has."),
        place.setting(
          "start", .time, absent: .auto("the first dated event, if there is one"), "The moment of period 0."
        ) {
          $0.start.map(SettingValue.number) ?? .absent
        } write: {
          if case .number(let seconds) = $1 { $0.start = seconds } else { $0.start = nil }
        },
        place.whole(
          "announcement", \.announcement, .zeroOrMore, unit: "period",
          absent: .never("scores stay secret, and nobody acts on them"),
          "The period from which people see public scores and act on them."),
        place.whole(
          "settle_periods", \.settlePeriods, .zeroOrMore, unit: "periods",
          "After how many quiet periods in a row the simulation ends before its horizon; 0 is never."),
        place.setting(
          "twins", .choices(Scenario.Twin.allCases.map(\.rawValue)),
          absent: .auto("those the findings need, in societies of up to \(Scenario.twinLimit) people"),
          "Simulations beside the main one, with one rule off and the same random numbers; none asks for none."
        ) {
          $0.twins.map { .texts($0.map(\.rawValue)) } ?? .absent
        } write: {
          if case .texts(let texts) = $1 { $0.twins = texts.compactMap(Scenario.Twin.init) } else { $0.twins = nil }
        },
      ])
  }()

  /// A society made on the spot.
  static let generate: ScenarioSection = {
    let place = SettingPlace("generate", source: "design, see docs/generate.md") { scenario in
      if case .planted(let planted) = scenario.source { planted } else { Scenario.Planted() }
    } set: {
      $0.source = .planted($1)
    }
    let toggle = Switch {
      if case .planted = $0.source { true } else { false }
    } turn: { scenario, isOn in
      scenario.source = isOn ? .planted(place.get(scenario)) : .folder("")
    }
    return ScenarioSection(
      path: "generate", doc: "A society with communities, made on the spot instead of read.", toggle: toggle,
      settings: [
        place.whole("people", \.people, SettingBounds(low: 2, high: 1e8), unit: "people", "How many people."),
        place.whole("ties", \.ties, .zeroOrMore, unit: "ties", "How many friendships."),
        place.number("inside", \.inside, .share, "The share of ties inside communities."),
        place.number("homophily", \.homophily, .share, "The share of own scores' variance that is the community's."),
        place.seed("seed", \.seed, "The seed of the society, beside that of the simulation."),
      ])
  }()
}

extension Scale {
  /// The text that names the scale in a scenario file.
  fileprivate var settingText: String {
    for name in ["zhima", "fico", "unit"] where Scale(named: name) == self { return name }
    return "\(Numerals.plain(low)):\(Numerals.plain(high))"
  }
}
