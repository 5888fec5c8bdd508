import GraphModel
import Simulation

/// A study of one scenario under many settings: what is varied, how often each cell is run, and what is asked of each run.
///
/// A *cell* is one combination of settings; its *replicates* are runs that differ in their seeds alone.
public struct Experiment: Sendable {
  /// Which combinations of the factors' values are run.
  public enum Design: Sendable, Equatable {
    /// Every combination.
    case grid
    /// The first value of every factor, and from there each other value of each factor alone.
    case oneAtATime
    /// So many points that fill the ranges evenly in every factor (McKay, Beckman, Conover 1979).
    case latinHypercube(points: Int)
    /// The points that first-order and total Sobol indices are estimated from, so many times factors + 2 (Saltelli 2010).
    case sobol(base: Int)
  }

  /// Whether the cells of one replicate share random numbers.
  public enum RandomNumbers: String, Sendable, CaseIterable, Codable {
    /// One seed a replicate: cells differ by their settings alone, so that differences are sharper.
    case common
    /// One seed a run.
    case independent
  }

  /// Whether replicates share their society.
  public enum Societies: String, Sendable, CaseIterable, Codable {
    /// One society for all runs of a cell.
    case one
    /// A generated society of its own for each replicate.
    case each
  }

  /// Cells that are compared: all levels of a factor with one of them, all else being equal.
  public struct Comparison: Sendable, Equatable, Codable {
    /// The factor's name.
    public let factor: String
    /// The label of the level that the others are compared with.
    public let against: String
  }

  /// What the study is called.
  public let name: String
  /// Which combinations are run.
  public let design: Design
  /// What is varied.
  public let factors: [Factor]
  /// The combinations, in their order.
  public let cells: [Cell]
  /// How many runs each cell gets at most.
  public let replicates: Int
  /// The seed that all others are drawn from.
  public let seed: UInt64
  /// Whether the cells of one replicate share random numbers.
  public let randomNumbers: RandomNumbers
  /// Whether replicates share their society.
  public let societies: Societies
  /// What is asked of each run.
  public let outcomes: [Outcome]
  /// Which cells are compared.
  public let comparisons: [Comparison]
  /// When replicates are enough; `nil`: at `replicates`.
  public let until: StoppingRule?
  /// How many replicates are added at a time until they are enough.
  public let batch: Int
  /// The chance that an interval is to hold its number, such as 0.95.
  public let level: Double
  /// Which numbers of each period are kept, by name, beside those that outcomes need.
  public let series: [String]
  /// Whether the numbers of each period that outcomes need are kept.
  public let keepsOutcomeSeries: Bool
  /// The experiment's file and the scenario's, by their content.
  public let files: [FileRecord]
  /// The files, as they stand.
  let texts: [String]
  /// The scenario's name.
  public let scenarioName: String
  /// What somebody asked for beside the file.
  var asked = Asked()

  /// Whether something else was asked for than the file says: only that changes a study that was begun.
  struct Asked: Sendable, Equatable {
    var replicates = false
    var until = false
  }

  /// What tells one experiment from another: the digests of its files.
  public var fingerprint: String { files.map(\.sha256).joined(separator: "+") }
}

/// One combination of settings.
public struct Cell: Sendable, Equatable {
  /// Its number, from 1.
  public let number: Int
  /// The value of each factor.
  public let values: [FactorValue]
  /// The scenario, but for its seeds.
  public let scenario: Scenario
  /// The cell in words, such as `review=0.1, policy=control`; `-` without factors.
  public let label: String
}

/// What a factor is in a cell.
public struct FactorValue: Sendable, Hashable, Codable {
  /// The position of the level; `nil` for a place in a range.
  public let level: Int?
  /// The value as text.
  public let text: String
  /// The value as a number, if it is one.
  public let number: Double?
}
