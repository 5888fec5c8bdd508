import GraphModel

/// What a setting of a scenario file can hold.
package enum SettingValue: Sendable, Equatable {
  /// Nothing is said: the setting's absence.
  case absent
  /// A number.
  case number(Double)
  /// A whole number.
  case whole(Int)
  /// A seed.
  case seed(UInt64)
  /// Yes or no.
  case flag(Bool)
  /// A text or a word.
  case text(String)
  /// Numbers.
  case numbers([Double])
  /// Texts or words.
  case texts([String])
  /// Numbers by name.
  case weights([String: Double])
  /// Laws of deeds by group.
  case laws([String: Scenario.DeedRule.Law])

  /// The value as it stands in a scenario file, on one line.
  ///
  /// - Parameter absence: the word for `absent`.
  package func text(absence: String) -> String {
    switch self {
    case .absent: absence
    case .number(let value): Numerals.plain(value)
    case .whole(let value): "\(value)"
    case .seed(let value): "\(value)"
    case .flag(let value): value ? "true" : "false"
    case .text(let value): Self.quoted(value)
    case .numbers(let values): "[\(values.map(Numerals.plain).joined(separator: ", "))]"
    case .texts(let values): "[\(values.map(Self.quoted).joined(separator: ", "))]"
    case .weights(let values):
      Self.mapping(values.sorted { $0.key < $1.key }.map { ($0.key, Numerals.plain($0.value)) })
    case .laws(let laws):
      Self.mapping(
        laws.sorted { $0.key < $1.key }.map { group, law in
          let numbers = [("rate", law.rate), ("mean", law.mean), ("sd", law.sd)]
          return (group, Self.mapping(numbers.map { ($0.0, Numerals.plain($0.1)) }))
        })
    }
  }

  private static func mapping(_ entries: [(key: String, value: String)]) -> String {
    "{\(entries.map { "\(quoted($0.key)): \($0.value)" }.joined(separator: ", "))}"
  }

  /// A text that YAML reads as the same text: in quotes unless it is plain beyond doubt.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./".contains($0)) }
    if isPlain, !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) {
      return text
    }
    return JSONValue.text(text).compact
  }
}
