/// What kind of value a setting takes.
package enum SettingKind: Sendable, Equatable {
  /// A number.
  case number(SettingBounds)
  /// A whole number.
  case whole(SettingBounds)
  /// A whole number of 64 bits without a sign.
  case seed
  /// True or false.
  case flag
  /// One of a few words.
  case choice([String])
  /// A text; what it should be, such as `the name of a column`.
  case text(String)
  /// Rising numbers, one at least.
  case rising
  /// Texts; what each should be, and whether there must be one.
  case texts(String, isNeeded: Bool)
  /// Some of a few words.
  case choices([String])
  /// Numbers of 0 or more by layer.
  case weights
  /// Laws of deeds by group.
  case laws
  /// A number from 0 to 1, a column, or `degree`.
  case susceptibility
  /// A scale's name, or two numbers.
  case scale
  /// A moment.
  case time

  /// The kind as a table shows it.
  package var short: String {
    switch self {
    case .number(let bounds): bounds.words.isEmpty ? "number" : "number, \(bounds.words)"
    case .whole(let bounds): bounds.words.isEmpty ? "whole number" : "whole number, \(bounds.words)"
    case .seed: "whole number, 0 to 18446744073709551615"
    case .flag: "true or false"
    case .choice(let words): Self.list(words)
    case .text(let what): what
    case .rising: "list of rising numbers"
    case .texts(let what, _): "list, each \(what)"
    case .choices(let words): "list of \(words.joined(separator: ", "))"
    case .weights: "a number of 0 or more for each layer, {NAME: NUMBER, ...}"
    case .laws: "{VALUE: {rate, mean, sd}, ...}"
    case .susceptibility: "number, 0 to 1, or a column, or degree"
    case .scale: "zhima, fico, unit or LOW:HIGH"
    case .time: "ISO 8601 date or time, or Unix seconds"
    }
  }

  /// What was expected, as a message says it.
  package var expected: String {
    switch self {
    case .number(let bounds): Self.number("a number", bounds)
    case .whole(let bounds): Self.number("a whole number", bounds)
    case .seed: "a whole number from 0 to 18446744073709551615"
    case .flag: "true or false"
    case .choice(let words): Self.list(words)
    case .text(let what): what
    case .rising: "a list of rising numbers"
    case .texts(let what, _): "a list, each \(what),"
    case .choices(let words): "a list of some of \(words.joined(separator: ", "))"
    case .weights: "a mapping of layers to numbers of 0 or more"
    case .laws: "a mapping of groups to rate, mean and sd"
    case .susceptibility: "a number from 0 to 1, a column or degree"
    case .scale: "zhima, fico, unit or LOW:HIGH"
    case .time: "an ISO 8601 date or time, or Unix seconds,"
    }
  }

  private static func number(_ what: String, _ bounds: SettingBounds) -> String {
    switch (bounds.low, bounds.high) {
    case (nil, nil): what
    case (_?, _?) where !bounds.isAbove && !bounds.isBelow: "\(what) from \(bounds.words)"
    case (_?, nil) where !bounds.isAbove, (nil, _?) where !bounds.isBelow: "\(what) of \(bounds.words)"
    default: "\(what) \(bounds.words)"
    }
  }

  private static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }
}
