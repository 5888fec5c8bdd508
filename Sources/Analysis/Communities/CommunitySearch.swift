import Compute
import GraphModel

/// Communities of a society, with its own scores: what `communities` finds.
public struct CommunitySearch: Sendable {
  /// One community, before anything has moved.
  public struct Community: Sendable, Equatable, Codable {
    /// The number, from 1.
    public let number: Int
    /// How many people.
    public let people: Int
    /// The mean own score, in points.
    public let meanOwnScore: Double
    /// The standard deviation of own scores (divided by n).
    public let sdOwnScore: Double
    /// Pairs of people inside who are tied.
    public let tiesWithin: Int
    /// Pairs of one person inside and one outside who are tied.
    public let tiesOutside: Int
    /// The share of its tie weight that stays inside, see `GroupSummary.closure`.
    public let closure: Double?

    init(_ group: GroupSummary) {
      number = group.number
      people = group.people
      meanOwnScore = group.meanOwnScore
      sdOwnScore = group.sdOwnScore
      tiesWithin = group.tiesWithin
      tiesOutside = group.tiesOutside
      closure = group.closure
    }
  }

  /// The same as values.
  public struct Findings: Sendable, Equatable, Codable {
    /// What the society is called.
    public let name: String
    /// The range of scores.
    public let scale: Scale
    /// How many communities there are.
    public let count: Int
    /// How many people belong to one.
    public let people: Int
    /// How many people belong to none.
    public let alone: Int
    /// Modularity, or `nil` without ties.
    public let modularity: Double?
    /// Modularity after each pass of the algorithm.
    public let modularityByPass: [Double]
    /// The resolution.
    public let resolution: Double
    /// The seed.
    public let seed: UInt64
    /// Every community.
    public let communities: [Community]
    /// What reading did to the input.
    public let notices: [Notice]
  }

  /// Who belongs to which.
  public let communities: Communities
  /// The same as values.
  public let findings: Findings

  /// Finds communities.
  ///
  /// - Throws: `ReadingError` for layer weights that do not fit, igraph's error should it fail.
  public init(_ read: ReadSociety, _ settings: AnalysisSettings) throws {
    let society = read.society
    let shares = try Choices(society, settings).shares
    let combined = society.combined(shares: shares, threads: settings.threads)
    let found = try settings.progress.during(Phase("finding communities", .ties)) { work in
      let found = try Communities.find(in: combined, resolution: settings.resolution, seed: settings.seed)
      work.ties = found.passes * combined.arcCount
      return found
    }
    let people = found.partition.sizes.reduce(0, +)
    communities = found
    findings = Findings(
      name: society.name, scale: society.scale, count: found.partition.count, people: people,
      alone: society.count - people, modularity: found.modularity, modularityByPass: found.modularityByPass,
      resolution: settings.resolution, seed: settings.seed,
      communities: GroupSummary.all(
        found.partition, names: nil, own: society.ownScores, public: society.ownScores, combined: combined
      ).map(Community.init),
      notices: read.notices)
  }
}
