import Experiments

/// How an outcome goes over the levels of one factor, and between which of them it differs beyond chance.
struct LevelProfile: Sendable {
  /// A level.
  struct Level: Sendable {
    let label: String
    let number: Double?
    /// The outcome's mean; over all cells with the level, if other factors vary, too.
    let mean: Double
    /// The interval that levels are compared by: it may be that of the level's effect rather than of the mean.
    let interval: Interval?
  }

  /// Two levels that were compared replicate by replicate.
  struct Pair: Sendable {
    let level: String
    let against: String
    let difference: PairedDifference
  }

  let factor: String
  /// The levels, numbers in rising order.
  let levels: [Level]
  let isNumeric: Bool
  let pairs: [Pair]

  /// A profile; levels that are numbers are brought in order.
  init(_ factor: Factor, levels: [Level], pairs: [Pair]) {
    self.factor = factor.name
    isNumeric = factor.isNumeric
    self.levels = isNumeric ? levels.sorted { ($0.number ?? 0) < ($1.number ?? 0) } : levels
    self.pairs = pairs
  }

  /// The same with those levels only of which chance can be told, if there are two at least.
  var measured: LevelProfile? {
    let sure = levels.filter { $0.interval != nil }
    return sure.count < 2 ? nil : LevelProfile(self, levels: sure)
  }

  private init(_ profile: LevelProfile, levels: [Level]) {
    (factor, isNumeric, pairs) = (profile.factor, profile.isNumeric, profile.pairs)
    self.levels = levels
  }

  /// The levels with the lowest and the highest mean.
  var extremes: (low: Int, high: Int)? {
    guard let low = levels.indices.min(by: { levels[$0].mean < levels[$1].mean }),
      let high = levels.indices.max(by: { levels[$0].mean < levels[$1].mean })
    else { return nil }
    return (low, high)
  }

  /// What was found of two levels, first less second, if they were compared.
  func difference(_ one: Int, _ other: Int) -> (mean: Double, interval: Interval?)? {
    let (first, second) = (levels[one].label, levels[other].label)
    if let pair = pairs.first(where: { $0.level == first && $0.against == second }) {
      return (pair.difference.mean, pair.difference.t)
    }
    if let pair = pairs.first(where: { $0.level == second && $0.against == first }) {
      return (-pair.difference.mean, pair.difference.t.map { Interval(low: -$0.high, high: -$0.low) })
    }
    return nil
  }

  /// Whether two levels differ beyond chance; `nil` where that cannot be told.
  ///
  /// By the paired difference, if there is one; otherwise by intervals that do not overlap. For as many replicates each,
  /// these prove as much: the standard error of a difference is at most the sum of those of its parts, whatever the
  /// parts have in common, so the interval of the difference leaves out 0 wherever those of the parts are apart.
  func differ(_ one: Int, _ other: Int) -> Bool? {
    if let found = difference(one, other) {
      // With numbers missing, the mean of differences may point another way than the difference of means.
      guard found.mean * (levels[one].mean - levels[other].mean) >= 0 else { return nil }
      return found.interval.map { !$0.contains(0) }
    }
    guard let first = levels[one].interval, let second = levels[other].interval else { return nil }
    return first.high < second.low || second.high < first.low
  }
}
