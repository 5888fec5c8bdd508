import Compute

extension MainEffects {
  /// A combination of levels and what came of it.
  public struct Cell: Sendable, Equatable {
    /// The level of each factor, from 0 on.
    public let levels: [Int]
    /// The outcome of each replicate, finite; nil where it is missing.
    public let outcomes: [Double?]

    /// A cell of the grid.
    public init(levels: [Int], outcomes: [Double?]) {
      self.levels = levels
      self.outcomes = outcomes
    }
  }

  /// What a factor does.
  public struct Factor: Sendable, Equatable, Codable {
    /// Its part of the sum of squares of cell means, from 0 to 1; nil where these do not vary.
    public let share: Double?
    /// Its levels, from 0 on.
    public let levels: [Level]
  }

  /// What a level of a factor does.
  public struct Level: Sendable, Equatable, Codable {
    /// The mean over the cells that have it.
    public let mean: Double
    /// That less the mean over all cells.
    public let effect: Double
    /// Student's interval of the effect over whole replicates; nil for fewer than two.
    public let interval: Interval?
  }
}

extension MainEffects.Level {
  /// The level that some cells have.
  ///
  /// - Parameters:
  ///   - members: which cells have it.
  ///   - cellMeans: the mean of each cell.
  ///   - grandMean: the mean of the cell means.
  ///   - replicates: by whole replicate, the outcome of each cell.
  ///   - level: the coverage of the interval.
  init(_ members: [Int], of cellMeans: [Double], mean grandMean: Double, replicates: [[Double]], level: Double) {
    mean = members.map { cellMeans[$0] }.compensatedMean
    effect = mean - grandMean
    let effects = replicates.map { outcomes in
      members.map { outcomes[$0] }.compensatedMean - outcomes.compensatedMean
    }
    interval = SampleSummary.tInterval(effects, level: level)
  }
}
