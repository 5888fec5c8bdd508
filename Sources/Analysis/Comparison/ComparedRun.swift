import GraphModel

/// One run as it is compared with another: how it was made, and how everyone stands at its end.
public struct ComparedRun: Sendable, Equatable {
  /// The command that made a run.
  public enum Command: String, Sendable, Equatable, Codable {
    /// One society at one moment.
    case analyze
    /// A society over time, of which the last period is compared.
    case simulate
  }

  /// Everyone at the end of a run, one entry a person in each list.
  public struct People: Sendable, Equatable {
    /// The ids, all different.
    public let ids: [String]
    /// Own scores, in points.
    public let ownScores: [Double]
    /// Public scores, in points.
    public let publicScores: [Double]
    /// Tiers of the public scores, from 0; `nil` if they are not known.
    public let tiers: [Int]?
    /// The number of everyone's community, from 1, and 0 for people in none; `nil` if there are none to tell.
    public let communities: [Int]?

    /// Everyone.
    ///
    /// - Precondition: one entry a person, and no id twice.
    public init(ids: [String], ownScores: [Double], publicScores: [Double], tiers: [Int]?, communities: [Int]?) {
      precondition(
        [ownScores.count, publicScores.count, tiers?.count ?? ids.count, communities?.count ?? ids.count]
          .allSatisfy { $0 == ids.count }, "one entry a person")
      self.ids = ids
      self.ownScores = ownScores
      self.publicScores = publicScores
      self.tiers = tiers
      self.communities = communities
    }
  }

  /// The run's folder, as it was named.
  public let folder: String
  /// What made it.
  public let command: Command
  /// What the society or the scenario is called.
  public let name: String
  /// How it was made; the scenario file of a simulation stands first among its inputs.
  public let record: RunRecord
  /// The scale of its scores.
  public let scale: Scale
  /// What its tiers are called, lowest first.
  public let tierNames: [String]
  /// The period that is compared; 0 for `analyze`.
  public let period: Int
  /// Everyone then.
  public let people: People
  /// Its measures, of all periods that have some.
  public let measures: [MeasureRow]

  /// A run.
  public init(
    folder: String, command: Command, name: String, record: RunRecord, scale: Scale, tierNames: [String], period: Int,
    people: People, measures: [MeasureRow]
  ) {
    self.folder = folder
    self.command = command
    self.name = name
    self.record = record
    self.scale = scale
    self.tierNames = tierNames
    self.period = period
    self.people = people
    self.measures = measures
  }
}
