/// One line of `measures.csv`: a number, what it is of, and what it is compared with.
public struct MeasureRow: Sendable, Equatable, Codable {
  /// The period; 0 is the society as read.
  public let period: Int
  /// The measure's name, as in docs/measures.md.
  public let measure: String
  /// What is measured: `own_score`, `public_score`, a column, or empty for the ties themselves.
  public let of: String
  /// The ties it is measured on: a layer, `combined`, or empty.
  public let on: String
  /// The groups it is measured by: `community`, a column, or empty.
  public let by: String
  /// Whether tie weights count; `nil` where there are none.
  public let weighted: Bool?
  /// The number, or `nil` if it is undefined.
  public let value: Double?
  /// What the null model expects.
  public let expected: Double?
  /// The standard deviation of the null model.
  public let sd: Double?
  /// The two-sided p.
  public let p: Double?
  /// How many people it is over.
  public let n: Int
  /// The chance of a number as high or higher.
  public let pHigh: Double?
  /// The chance of a number as low or lower.
  public let pLow: Double?
  /// How many random societies it was compared with; 0 with an expectation means the analytic one.
  public let draws: Int?
  /// Why there is no value.
  public let missing: String?

  init(
    _ measure: String, of: String = "", on: String = "", by: String = "", weighted: Bool? = nil, value: Double?,
    n: Int, comparison: NullComparison? = nil, expected: Double? = nil, missing: String? = nil
  ) {
    period = 0
    self.measure = measure
    self.of = of
    self.on = on
    self.by = by
    self.weighted = weighted
    self.value = value
    self.expected = comparison?.expected ?? expected
    sd = comparison?.deviation
    p = comparison?.twoSided
    self.n = n
    pHigh = comparison?.high
    pLow = comparison?.low
    draws = comparison?.draws ?? (self.expected == nil ? nil : 0)
    self.missing = value == nil ? missing ?? "there is no spread" : nil
  }
}
