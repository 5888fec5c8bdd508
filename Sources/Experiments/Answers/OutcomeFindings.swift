/// What came of one outcome of a study.
public struct OutcomeFindings: Sendable, Equatable, Codable {
  /// The outcome in one cell.
  public struct CellSummary: Sendable, Equatable, Codable {
    /// The cell's number.
    public let cell: Int
    /// How many of its runs were made.
    public let runs: Int
    /// What came of them; `nil` if the outcome is defined in none.
    public let summary: SampleSummary?
    /// Why it is not defined, and in how many runs.
    public let missing: [String: Int]
  }

  /// Two cells that differ in one factor, replicate by replicate.
  public struct Difference: Sendable, Equatable, Codable {
    /// The factor.
    public let factor: String
    /// Its level.
    public let level: String
    /// The level that is taken away.
    public let against: String
    /// The values of the other factors; `all` for the mean over all of them, empty if there are none.
    public let others: String
    /// The cell, if it is one.
    public let cell: Int?
    /// The cell that is taken away, if it is one.
    public let otherCell: Int?
    /// The difference; `nil` if no replicate has both.
    public let difference: PairedDifference?
  }

  /// What it is called.
  public let name: String
  /// The group of people that it is of; empty without groups.
  public let group: String
  /// What it is, in words.
  public let meaning: String
  /// The outcome in each cell.
  public let cells: [CellSummary]
  /// Cells compared.
  public let differences: [Difference]
  /// What each factor does, over all cells of a grid; `nil` for other designs, or without a number in every cell.
  public let mainEffects: MainEffects?
  /// The shares of the variance that factors account for; `nil` for other designs than Sobol's.
  public let sobol: SobolIndices?
  /// How the outcome goes with numeric factors; `nil` for other designs than Latin hypercubes, and if it does not vary.
  public let regression: FactorRegression?

  /// The name with its group: `gap`, `score [north]`.
  public var title: String { group.isEmpty ? name : "\(name) [\(group)]" }
}

/// A number that was followed from period to period, in each cell.
public struct SeriesFindings: Sendable, Equatable, Codable {
  /// A period of one cell.
  public struct Point: Sendable, Equatable, Codable {
    /// The period.
    public let period: Int
    /// In how many runs it is defined.
    public let n: Int
    /// The mean over them.
    public let mean: Double
    /// Student's interval of the mean; `nil` for fewer than two runs.
    public let interval: Interval?
  }

  /// What it is: a name of `periods.csv`, or an outcome of groups.
  public let measure: String
  /// The group of people that it is of; empty without groups.
  public let group: String
  /// The cells' numbers.
  public let cells: [Int]
  /// The points of each of these cells.
  public let points: [[Point]]
}
