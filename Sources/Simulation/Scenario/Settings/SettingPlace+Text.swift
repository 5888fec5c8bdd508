import GraphModel

extension SettingPlace {
  func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, _ value: any Path<Choice>, source: String? = nil, _ doc: String
  ) -> ScenarioSetting where Choice.RawValue == String {
    setting(key, .choice(Choice.allCases.map(\.rawValue)), source: source, doc) {
      .text($0[keyPath: value].rawValue)
    } write: {
      if case .text(let text) = $1, let choice = Choice(rawValue: text) { $0[keyPath: value] = choice }
    }
  }

  func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, _ value: any Path<Choice?>, absent: ScenarioSetting.Absence, source: String? = nil, _ doc: String
  ) -> ScenarioSetting where Choice.RawValue == String {
    setting(key, .choice(Choice.allCases.map(\.rawValue)), absent: absent, source: source, doc) {
      $0[keyPath: value].map { .text($0.rawValue) } ?? .absent
    } write: {
      if case .text(let text) = $1 { $0[keyPath: value] = Choice(rawValue: text) } else { $0[keyPath: value] = nil }
    }
  }

  func text(_ key: String, _ value: any Path<String>, _ what: String, _ doc: String) -> ScenarioSetting {
    setting(key, .text(what), doc) {
      .text($0[keyPath: value])
    } write: {
      if case .text(let text) = $1 { $0[keyPath: value] = text }
    }
  }

  func text(
    _ key: String, _ value: any Path<String?>, _ what: String, absent: ScenarioSetting.Absence, source: String? = nil,
    _ doc: String
  ) -> ScenarioSetting {
    setting(key, .text(what), absent: absent, source: source, doc) {
      $0[keyPath: value].map(SettingValue.text) ?? .absent
    } write: {
      if case .text(let text) = $1 { $0[keyPath: value] = text } else { $0[keyPath: value] = nil }
    }
  }

  func texts(_ key: String, _ value: any Path<[String]>, _ what: String, _ doc: String) -> ScenarioSetting {
    setting(key, .texts(what, isNeeded: false), doc) {
      .texts($0[keyPath: value])
    } write: {
      if case .texts(let texts) = $1 { $0[keyPath: value] = texts }
    }
  }

  func texts(
    _ key: String, _ value: any Path<[String]?>, _ what: String, absent: ScenarioSetting.Absence, _ doc: String
  ) -> ScenarioSetting {
    setting(key, .texts(what, isNeeded: true), absent: absent, doc) {
      $0[keyPath: value].map(SettingValue.texts) ?? .absent
    } write: {
      if case .texts(let texts) = $1 { $0[keyPath: value] = texts } else { $0[keyPath: value] = nil }
    }
  }
}
