import GraphModel

/// The numbers that a setting takes.
package struct SettingBounds: Sendable, Equatable {
  /// The least, or `nil`.
  package var low: Double?
  /// The greatest, or `nil`.
  package var high: Double?
  /// Whether the least itself is left out.
  package var isAbove = false
  /// Whether the greatest itself is left out.
  package var isBelow = false

  /// Any number.
  package static let any = SettingBounds()
  /// 0 or more.
  package static let zeroOrMore = SettingBounds(low: 0)
  /// Above 0.
  package static let aboveZero = SettingBounds(low: 0, isAbove: true)
  /// 1 or more.
  package static let oneOrMore = SettingBounds(low: 1)
  /// 0 to 1.
  package static let share = SettingBounds(low: 0, high: 1)
  /// Above 0, up to 1.
  package static let positiveShare = SettingBounds(low: 0, high: 1, isAbove: true)

  /// Whether a number lies within.
  package func contains(_ value: Double) -> Bool {
    if let low, value < low || (isAbove && value == low) { return false }
    if let high, value > high || (isBelow && value == high) { return false }
    return true
  }

  /// The bounds in words, such as `0 to 1` or `above 0`; empty for any number.
  package var words: String {
    let lowest = low.map(Numerals.plain)
    let highest = high.map(Numerals.plain)
    switch (lowest, highest) {
    case (let low?, let high?) where isAbove || isBelow:
      return "\(isAbove ? "above" : "from") \(low) and \(isBelow ? "below" : "up to") \(high)"
    case (let low?, let high?): return "\(low) to \(high)"
    case (let low?, nil): return isAbove ? "above \(low)" : "\(low) or more"
    case (nil, let high?): return isBelow ? "below \(high)" : "\(high) or less"
    case (nil, nil): return ""
    }
  }
}
