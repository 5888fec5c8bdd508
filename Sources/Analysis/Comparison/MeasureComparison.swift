/// The measures of two runs that have other values in each.
public struct MeasureComparison: Sendable, Equatable, Codable {
  /// What a difference is seen beside.
  public enum Yardstick: String, Sendable, Equatable, Codable {
    /// The standard deviation over random societies, the mean of both runs' (a root of the mean square).
    case chance
    /// The standard deviation of own scores in the first run: for measures in points.
    case scores
    /// The mean size of the two values: for measures in points squared and sums.
    case size
    /// 1: for measures without a unit.
    case one
  }

  /// A measure that differs.
  public struct Row: Sendable, Equatable, Codable {
    /// The measure's name, as in docs/measures.md.
    public let measure: String
    /// What is measured.
    public let of: String
    /// The ties it is measured on.
    public let on: String
    /// The groups it is measured by.
    public let by: String
    /// Whether tie weights count; `nil` where there are none.
    public let weighted: Bool?
    /// The period in the first run.
    public let periodFirst: Int
    /// The period in the second run.
    public let periodSecond: Int
    /// The value in the first run; `nil` if it is undefined there.
    public let first: Double?
    /// The value in the second run.
    public let second: Double?
    /// The second value less the first.
    public let difference: Double?
    /// The difference in units of the yardstick; `nil` if that is 0.
    public let relative: Double?
    /// What the difference is seen beside.
    public let yardstick: Yardstick
  }

  /// Measures that differ, the largest relative difference first; those with a yardstick of chance before the others, and
  /// undefined ones last.
  public let rows: [Row]
  /// How many measures are the same to the last bit.
  public let equal: Int
  /// How many measures only the first run has.
  public let onlyFirst: Int
  /// How many only the second run has.
  public let onlySecond: Int

  /// Rows of one period are matched, and, where the runs end at different ones, those of their last periods.
  init(_ first: ComparedRun, _ second: ComparedRun) {
    let spread = Spread.variance(first.people.ownScores).squareRoot()
    var others: [Key: MeasureRow] = [:]
    for row in second.measures { others[Key(row, period: row.period)] = row }
    var rows: [Row] = []
    var (equal, onlyFirst) = (0, 0)
    func match(_ row: MeasureRow, _ other: MeasureRow) {
      if row.value == other.value {
        equal += 1
      } else {
        rows.append(Row(row, other, spread: spread))
      }
    }
    for row in first.measures {
      if let other = others.removeValue(forKey: Key(row, period: row.period)) {
        match(row, other)
      } else if row.period != first.period || first.period == second.period {
        onlyFirst += 1
      }
    }
    var onlySecond = others.values.count { $0.period != second.period || first.period == second.period }
    if first.period != second.period {
      var ends: [Key: MeasureRow] = [:]
      for row in second.measures where row.period == second.period { ends[Key(row, period: first.period)] = row }
      for row in first.measures where row.period == first.period {
        if let other = ends.removeValue(forKey: Key(row, period: row.period)) {
          match(row, other)
        } else {
          onlyFirst += 1
        }
      }
      onlySecond += ends.count
    }
    self.equal = equal
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
    // The order of the first run decides between equals.
    self.rows = rows.enumerated().sorted { one, other in
      let (rank, otherRank) = (one.element.rank, other.element.rank)
      return (rank.kind, -rank.size, one.offset) < (otherRank.kind, -otherRank.size, other.offset)
    }.map(\.element)
  }

  /// What tells one measure from another.
  private struct Key: Hashable {
    let period: Int
    let names: [String]
    let weighted: Bool?

    init(_ row: MeasureRow, period: Int) {
      self.period = period
      names = [row.measure, row.of, row.on, row.by]
      weighted = row.weighted
    }
  }
}

extension MeasureComparison.Row {
  /// Measures in points; see docs/measures.md.
  private static let inPoints: Set<String> = [
    "mean", "standard_deviation", "minimum", "percentile_10", "first_quartile", "median", "third_quartile",
    "percentile_90", "maximum", "social_gap", "esteban_ray", "friends_excess",
  ]
  /// Measures in points squared, and sums.
  private static let bySize: Set<String> = [
    "variance", "variance_between", "variance_within", "polarisation", "disagreement", "internal_conflict",
  ]

  fileprivate init(_ one: MeasureRow, _ other: MeasureRow, spread: Double) {
    (measure, of, on, by, weighted) = (one.measure, one.of, one.on, one.by, one.weighted)
    (periodFirst, periodSecond) = (one.period, other.period)
    (first, second) = (one.value, other.value)
    let difference = one.value.flatMap { before in other.value.map { $0 - before } }
    self.difference = difference
    let unit: Double
    if let chance = one.sd, let alsoChance = other.sd {
      yardstick = .chance
      unit = ((chance * chance + alsoChance * alsoChance) / 2).squareRoot()
    } else if Self.inPoints.contains(one.measure) {
      (yardstick, unit) = (.scores, spread)
    } else if Self.bySize.contains(one.measure) {
      (yardstick, unit) = (.size, ((one.value ?? 0).magnitude + (other.value ?? 0).magnitude) / 2)
    } else {
      (yardstick, unit) = (.one, 1)
    }
    relative = unit > 0 ? difference.map { $0 / unit } : nil
  }

  /// Where it stands: kinds first, then falling size.
  fileprivate var rank: (kind: Int, size: Double) {
    guard let relative else { return (2, 0) }
    return (yardstick == .chance ? 0 : 1, relative.magnitude)
  }
}
