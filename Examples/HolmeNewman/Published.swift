/// What Holme and Newman found, as far as it can be held against.
enum Published {
  /// A share of people who hold the commonest opinion in the end.
  struct Value {
    let phi: Double
    let share: Double
    /// What counts as near: the share is known to one or two digits.
    let range: ClosedRange<Double>
  }

  static let people = 3200
  static let values = [
    Value(phi: 0.04, share: 0.96, range: 0.94...0.98),
    Value(phi: 0.30, share: 0.75, range: 0.70...0.80),
    Value(phi: 0.43, share: 0.07, range: 0.05...0.10),
    Value(phi: 0.458, share: 0.03, range: 0.02...0.04),
    Value(phi: 0.96, share: 0.007, range: 0.006...0.008),
  ]
  /// The exponent at the transition, 0.61 (5).
  static let exponent = 0.61
  static let sizes = [400, 800, 1600, 3200]
  static let below = 0.43
  static let above = 0.48
}
