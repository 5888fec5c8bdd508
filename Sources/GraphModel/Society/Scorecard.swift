/// How an own score is composed from behaviour factors.
///
/// `score = low + width * sum_f weight_f u_f / sum_f weight_f`, where `u_f` in [0, 1] is the factor after normalisation:
/// a weighted arithmetic mean, the form of every points-based scorecard (L. C. Thomas, "Consumer Credit Models", 2009,
/// chapter 1).
public struct Scorecard: Sendable, Equatable {
  /// How a factor's values become numbers from 0 to 1.
  public enum Normalisation: String, Sendable, CaseIterable {
    /// Linearly, from the factor's `low` to its `high`; values outside are an error.
    case range
    /// Linearly, from the smallest to the largest value in the data.
    case minmax
    /// By rank: (mean rank - 1) / (people - 1), ties sharing their mean rank.
    case rank
  }

  /// One column that counts.
  public struct Factor: Sendable, Equatable {
    /// The column's name in the people file.
    public let name: String
    /// What it counts, against the sum of the weights.
    public let weight: Double
    /// How it is brought to 0...1.
    public let normalisation: Normalisation
    /// The value that counts 0, for `range`.
    public let low: Double
    /// The value that counts 1, for `range`.
    public let high: Double
    /// Whether a high value is bad: then 1 - u counts.
    public let isReversed: Bool
  }

  /// The short name.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// The scale it is meant for, or `nil` for any.
  public let scale: Scale?
  /// Whether the weights are the scheme's own and published; `nil` if the card is not of a known scheme.
  public let isOfficial: Bool?
  /// Where the weights come from.
  public let note: String
  /// The factors; weights are positive.
  public let factors: [Factor]

  /// The names of the scorecards that are built in.
  public static let builtInNames = ["zhima", "fico"]

  /// The own scores of people whose factors are given by columns.
  ///
  /// - Parameters:
  ///   - columns: one column of values a factor, `nil` where missing; all of one length.
  ///   - scale: the scale of the result.
  /// - Returns: the scores; `nil` where any factor is missing.
  public func scores(_ columns: [[Double?]], on scale: Scale) -> [Double?] {
    precondition(columns.count == factors.count, "one column a factor")
    let total = factors.reduce(0) { $0 + $1.weight }
    let units = zip(factors, columns).map { factor, values in Self.units(values, factor) }
    return (0..<(columns.first?.count ?? 0)).map { person in
      var sum = 0.0
      for (factor, unit) in zip(factors, units) {
        guard let value = unit[person] else { return nil }
        sum += factor.weight * value
      }
      return min(max(scale.low + scale.width * (sum / total), scale.low), scale.high)
    }
  }

  private static func units(_ values: [Double?], _ factor: Factor) -> [Double?] {
    let known = values.compactMap { $0 }
    let units: [Double?]
    switch factor.normalisation {
    case .range:
      units = values.map { $0.map { ($0 - factor.low) / (factor.high - factor.low) } }
    case .minmax:
      guard let low = known.min(), let high = known.max(), low < high else { return values.map { $0.map { _ in 0.5 } } }
      units = values.map { $0.map { ($0 - low) / (high - low) } }
    case .rank:
      guard known.count > 1 else { return values.map { $0.map { _ in 0.5 } } }
      let sorted = known.sorted()
      units = values.map { value in
        value.map { value in
          let below = lowerBound(sorted, value)
          let upTo = lowerBound(sorted, value.nextUp)
          return (Double(below + upTo - 1) / 2) / Double(sorted.count - 1)
        }
      }
    }
    return factor.isReversed ? units.map { $0.map { 1 - $0 } } : units
  }

  /// How many of the rising numbers are below a value.
  private static func lowerBound(_ sorted: [Double], _ value: Double) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
