/// One line of `measures.csv`: a number, what it is of, and what it is compared with.
public struct MeasureRow: Sendable, Equatable, Codable {
  /// The period; 0 is the society as read.
  public private(set) var period: Int
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
  /// How many standard deviations of the null model the number lies above what it expects; `nil` without one.
  public let z: Double?
  /// What was random in the societies it is compared with: `permute`, `rewire`, or `analytic`; `nil` without a test.
  public let null: String?
  /// The seed of those societies; `nil` if none were drawn.
  public let seed: UInt64?

  init(
    _ measure: String, of: String = "", on: String = "", by: String = "", weighted: Bool? = nil, value: Double?,
    n: Int, expected: Double? = nil, missing: @autoclosure () -> String? = nil
  ) {
    period = 0
    self.measure = measure
    self.of = of
    self.on = on
    self.by = by
    self.weighted = weighted
    self.value = value
    self.expected = expected
    sd = nil
    p = nil
    self.n = n
    pHigh = nil
    pLow = nil
    draws = expected == nil ? nil : 0
    self.missing = value == nil ? missing() ?? "there is no spread" : nil
    z = nil
    null = expected == nil ? nil : "analytic"
    seed = nil
  }

  /// The same number, of a society in another period.
  package func at(period: Int) -> MeasureRow {
    var row = self
    row.period = period
    return row
  }

  /// The same number beside what random societies give.
  func compared(_ comparison: NullComparison, null: NullKind, seed: UInt64) -> MeasureRow {
    MeasureRow(self, comparison, null: null, seed: seed)
  }

  private init(_ row: MeasureRow, _ comparison: NullComparison, null: NullKind, seed: UInt64) {
    period = row.period
    measure = row.measure
    of = row.of
    on = row.on
    by = row.by
    weighted = row.weighted
    value = row.value
    expected = comparison.expected
    sd = comparison.deviation
    p = comparison.twoSided
    n = row.n
    pHigh = comparison.high
    pLow = comparison.low
    draws = comparison.draws
    missing = row.missing
    z = row.value.flatMap { comparison.z($0) }
    self.null = comparison.draws > 0 ? null.rawValue : "analytic"
    self.seed = comparison.draws > 0 ? seed : nil
  }
}
