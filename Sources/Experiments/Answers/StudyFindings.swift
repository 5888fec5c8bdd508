import GraphModel
import Simulation

/// Everything a report says about a study, as values.
public struct StudyFindings: Sendable, Equatable, Codable {
  /// A cell: a combination of settings.
  public struct CellInfo: Sendable, Equatable, Codable {
    /// Its number, from 1.
    public let cell: Int
    /// The cell in words; `-` without factors.
    public let label: String
    /// The value of each factor.
    public let values: [FactorValue]
  }

  /// A run that failed.
  public struct Failure: Sendable, Equatable, Codable {
    /// The run.
    public let run: Int
    /// Its cell.
    public let cell: Int
    /// Its replicate.
    public let replicate: Int
    /// Why.
    public let message: String
  }

  /// What the study is called.
  public let name: String
  /// What the scenario is called.
  public let scenario: String
  /// Which combinations are run.
  public let design: Experiment.Design
  /// What is varied.
  public let factors: [Factor]
  /// The combinations.
  public let cells: [CellInfo]
  /// Which cells are compared.
  public let comparisons: [Experiment.Comparison]
  /// How many replicates of each cell there are so far.
  public let replicates: Int
  /// How many there are to be at most.
  public let mostReplicates: Int
  /// How far it is.
  public let runs: StudyStore.Count
  /// The seed that all others are drawn from.
  public let seed: UInt64
  /// Whether the cells of one replicate share random numbers.
  public let randomNumbers: Experiment.RandomNumbers
  /// Whether replicates share their society.
  public let societies: Experiment.Societies
  /// The chance that an interval is to hold its number.
  public let level: Double
  /// When replicates are enough, as it is written.
  public let until: String?
  /// Whether they are, by that rule; `nil` without one.
  public let isEnough: Bool?
  /// What came of each outcome, those of groups group by group.
  public let outcomes: [OutcomeFindings]
  /// What was followed from period to period.
  public let series: [SeriesFindings]
  /// Runs that failed, the first 20.
  public let failures: [Failure]
  /// What went in, by its content.
  public let files: [StudyFile]
  /// The program's versions that made its runs.
  public let versions: [String]
  /// A file that went into a study.
  public struct StudyFile: Sendable, Equatable, Codable {
    /// What it was: `experiment`, `scenario` or `society`.
    public let role: String
    /// Its name.
    public let name: String
    /// Its size.
    public let bytes: Int
    /// The SHA-256 digest of its content.
    public let sha256: String
  }
}

extension StudyFindings {
  /// The findings of some outcomes alone.
  ///
  /// - Throws: `StudyError` for an outcome that is not there.
  public func only(_ names: [String]) throws(StudyError) -> StudyFindings {
    if let odd = names.first(where: { name in !outcomes.contains { $0.name == name } }) {
      let known = outcomes.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      throw StudyError(
        .damaged, "there is no outcome \"\(odd)\" in this study; expected one of \(known.joined(separator: ", "))")
    }
    return StudyFindings(
      name: name, scenario: scenario, design: design, factors: factors, cells: cells, comparisons: comparisons,
      replicates: replicates, mostReplicates: mostReplicates, runs: runs, seed: seed, randomNumbers: randomNumbers,
      societies: societies, level: level, until: until, isEnough: isEnough,
      outcomes: outcomes.filter { names.contains($0.name) }, series: series, failures: failures, files: files,
      versions: versions)
  }
}
