/// One setting of a scenario file: where it stands, what it takes, what it means.
///
/// Reading, the template, the schema and the table in the documentation are all made from these.
package struct ScenarioSetting: Sendable {
  /// What it means that nothing is said.
  package struct Absence: Sendable, Equatable {
    /// The word that says so in a file; `none` does too.
    package let word: String
    /// What follows, such as `never`, `the society's own`.
    package let meaning: String

    /// Nothing: `none`.
    package static func none(_ meaning: String) -> Absence { Absence(word: "none", meaning: meaning) }
    /// At no time: `never`.
    package static func never(_ meaning: String) -> Absence { Absence(word: "never", meaning: meaning) }
    /// Chosen elsewhere: `auto`.
    package static func auto(_ meaning: String) -> Absence { Absence(word: "auto", meaning: meaning) }
  }

  /// Where it stands, such as `rewiring.review`.
  package let path: String
  /// The last part of the path.
  package let key: String
  /// What it takes.
  package let kind: SettingKind
  /// What a number counts, such as `points`; `score` is a place on the scale; or `nil`.
  package let unit: String?
  /// What absence means, or `nil` if there is always a value.
  package let absence: Absence?
  /// What it is, in a sentence.
  package let doc: String
  /// The publication it comes from, or `design`.
  package let source: String
  /// What the template shows instead of the default, because without a value the section would not be one.
  package let example: SettingValue?
  /// The value in a scenario; the default, where its section is off.
  package let get: @Sendable (Scenario) -> SettingValue
  /// Puts a value of the kind into a scenario; its section is then on.
  package let set: @Sendable (inout Scenario, SettingValue) -> Void

  /// The default: what `Scenario()` has.
  package var standard: SettingValue { self.get(Scenario()) }
  /// The default as it stands in a file; empty if there is none, and the file must say something.
  package var standardText: String { standard == .text("") ? "" : text(standard) }
  /// A value as it stands in a file.
  package func text(_ value: SettingValue) -> String { value.text(absence: absence?.word ?? "") }
}
