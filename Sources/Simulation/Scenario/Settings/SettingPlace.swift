import GraphModel

/// Where the rule of a section lives in a scenario; makes the settings of the section.
struct SettingPlace<Rule: Sendable>: Sendable {
  typealias Path<Value> = WritableKeyPath<Rule, Value> & Sendable

  let path: String
  let source: String
  let get: @Sendable (Scenario) -> Rule
  let set: @Sendable (inout Scenario, Rule) -> Void

  /// A rule that is always there.
  init(_ path: String, source: String = "design", _ rule: any WritableKeyPath<Scenario, Rule> & Sendable) {
    self.path = path
    self.source = source
    get = { $0[keyPath: rule] }
    set = { $0[keyPath: rule] = $1 }
  }

  /// A rule that can be absent; then its defaults are shown.
  init(
    _ path: String, source: String = "design", _ rule: any WritableKeyPath<Scenario, Rule?> & Sendable, default: Rule
  ) {
    self.path = path
    self.source = source
    get = { $0[keyPath: rule] ?? `default` }
    set = { $0[keyPath: rule] = $1 }
  }

  init(
    _ path: String, source: String = "design", get: @escaping @Sendable (Scenario) -> Rule,
    set: @escaping @Sendable (inout Scenario, Rule) -> Void
  ) {
    self.path = path
    self.source = source
    self.get = get
    self.set = set
  }

  /// A setting of any kind.
  func setting(
    _ key: String, _ kind: SettingKind, unit: String? = nil, absent: ScenarioSetting.Absence? = nil,
    source: String? = nil, example: SettingValue? = nil, _ doc: String,
    read: @escaping @Sendable (Rule) -> SettingValue, write: @escaping @Sendable (inout Rule, SettingValue) -> Void
  ) -> ScenarioSetting {
    let get = get
    let set = set
    return ScenarioSetting(
      path: path.isEmpty ? key : "\(path).\(key)", key: key, kind: kind, unit: unit, absence: absent, doc: doc,
      source: source ?? self.source, example: example, get: { read(get($0)) },
      set: { scenario, value in
        var rule = get(scenario)
        write(&rule, value)
        set(&scenario, rule)
      })
  }

  func number(
    _ key: String, _ value: any Path<Double>, _ bounds: SettingBounds, unit: String? = nil, source: String? = nil,
    _ doc: String
  ) -> ScenarioSetting {
    setting(key, .number(bounds), unit: unit, source: source, doc) {
      .number($0[keyPath: value])
    } write: {
      if case .number(let number) = $1 { $0[keyPath: value] = number }
    }
  }

  func number(
    _ key: String, _ value: any Path<Double?>, _ bounds: SettingBounds, unit: String? = nil,
    absent: ScenarioSetting.Absence, source: String? = nil, example: Double? = nil, _ doc: String
  ) -> ScenarioSetting {
    setting(
      key, .number(bounds), unit: unit, absent: absent, source: source, example: example.map(SettingValue.number), doc
    ) {
      $0[keyPath: value].map(SettingValue.number) ?? .absent
    } write: {
      if case .number(let number) = $1 { $0[keyPath: value] = number } else { $0[keyPath: value] = nil }
    }
  }

  func whole(
    _ key: String, _ value: any Path<Int>, _ bounds: SettingBounds, unit: String? = nil, source: String? = nil,
    _ doc: String
  ) -> ScenarioSetting {
    setting(key, .whole(bounds), unit: unit, source: source, doc) {
      .whole($0[keyPath: value])
    } write: {
      if case .whole(let number) = $1 { $0[keyPath: value] = number }
    }
  }

  func whole(
    _ key: String, _ value: any Path<Int?>, _ bounds: SettingBounds, unit: String? = nil,
    absent: ScenarioSetting.Absence, source: String? = nil, _ doc: String
  ) -> ScenarioSetting {
    setting(key, .whole(bounds), unit: unit, absent: absent, source: source, doc) {
      $0[keyPath: value].map(SettingValue.whole) ?? .absent
    } write: {
      if case .whole(let number) = $1 { $0[keyPath: value] = number } else { $0[keyPath: value] = nil }
    }
  }

  func seed(_ key: String, _ value: any Path<UInt64>, _ doc: String) -> ScenarioSetting {
    setting(key, .seed, doc) {
      .seed($0[keyPath: value])
    } write: {
      if case .seed(let number) = $1 { $0[keyPath: value] = number }
    }
  }

  func flag(_ key: String, _ value: any Path<Bool>, _ doc: String) -> ScenarioSetting {
    setting(key, .flag, doc) {
      .flag($0[keyPath: value])
    } write: {
      if case .flag(let flag) = $1 { $0[keyPath: value] = flag }
    }
  }
}
