import Compute

/// Which optional files a run folder gets.
public struct RunOptions: Sendable {
  /// Whether something that can be large is written.
  public enum Choice: Sendable, Equatable {
    /// If it is not too large.
    case standard
    /// In any case.
    case always
    /// Not at all.
    case never
  }

  /// `graph.graphml`; by default up to `graphLimit` ties.
  public var graph = Choice.standard
  /// How many communities get a file of their own, the largest first.
  public var clusters = 50
  /// Whether `ties.csv` is written.
  public var ties = false
  /// How many threads work at once; the bytes of the files do not depend on it.
  public var threads = ThreadCount.one
  /// Who follows the writing.
  public var progress = Progress.silent
  /// The largest graph that is written by default, in ties.
  public static let graphLimit = 1_000_000

  /// The defaults.
  public init() {}
}
