import Compute
import GraphModel
import IgraphKit
import Propagation

/// A society propagated, divided into communities and measured: the findings, and all that they were made of.
public struct Examination: Sendable {
  /// What was asked for.
  public let settings: AnalysisSettings
  /// The society.
  public let society: Society
  /// The layers' shares in the mix, adding up to 1.
  public let shares: [Double]
  /// `W`.
  public let network: InfluenceMatrix
  /// The model that was solved.
  let scoring: Scoring
  /// What the model was made of, but for own scores and ties.
  let rule: ScoringRule
  /// The susceptibility of each person, 0 for people without ties and for models that have none.
  public let susceptibility: [Double]
  /// The public scores and their bound.
  public let equilibrium: Equilibrium
  /// The public scores without differences that only rounding, or the end of the computation, made.
  let distinctScores: [Double]
  /// Own scores in a few numbers.
  let ownSummary: ScoreSummary
  /// Public scores in a few numbers.
  let publicSummary: ScoreSummary
  /// The mean public score of the network at the last step, `(W x)_i`; `nil` for people without ties.
  public let networkScores: [Double?]
  /// The mean own score of the network, `(W s)_i`; `nil` for people without ties.
  public let friendsOwnScores: [Double?]
  /// The peer effect by active layer (the order of `network.layers`), one number a person; empty for models that have no
  /// last step to split.
  public let layerEffects: [[Double]]
  /// All layers as one undirected graph.
  public let combined: TieTable
  /// The communities, or `nil` if they were not looked for.
  public let communities: Communities?
  /// The summary of every community.
  public let communitySummaries: [GroupSummary]
  /// The communities and the groups of columns that things are measured by.
  public let groupings: [Grouping]
  /// Public scores without each of the layers that were named.
  public let removals: [LayerRemoval]
  /// All measures, one row each.
  public let measures: [MeasureRow]
  /// The ties, seen by groups and tiers.
  let segregation: SegregationTable
  /// Who resembles their network in own scores, on all layers together; `nil` if it was not tested, or without ties or spread.
  public let local: LocalMoran?
  /// How many random societies were drawn.
  public let draws: Int
  /// What was assumed, merged, dropped and ignored.
  public let notices: [Notice]
  let susceptibilityText: String
  let tolerance: Double?
  /// What influence is traced in.
  let settled: SettledSociety

  /// Examines a society.
  ///
  /// - Parameters:
  ///   - read: the society as read, with the notices of reading.
  ///   - settings: what to do.
  /// - Throws: `ReadingError` for settings that do not fit the society, `IgraphError` if communities cannot be found.
  public init(_ read: ReadSociety, _ settings: AnalysisSettings) throws {
    let settled = try SettledSociety(read, settings)
    let (society, choices, network) = (settled.society, settled.choices, settled.network)
    let (scoring, equilibrium, progress) = (settled.scoring, settled.equilibrium, settings.progress)
    let combined = society.combined(shares: choices.shares, threads: settings.threads)
    let distinctScores = equilibrium.distinctScores
    let ownSummary = ScoreSummary(society.ownScores, on: society.scale)
    let publicSummary = ScoreSummary(equilibrium.scores, on: society.scale)
    var communities: Communities?
    if settings.findsCommunities {
      communities = try progress.during(Phase("finding communities", .ties)) { work in
        let found = try Communities.find(in: combined, resolution: settings.resolution, seed: settings.seed)
        work.ties = found.passes * combined.arcCount
        return found
      }
    }
    let names = communities.map { [Grouping(by: "community", partition: $0.partition, names: nil)] } ?? []
    let groupings = names + choices.groupings

    self.settings = settings
    self.society = society
    shares = choices.shares
    self.network = network
    self.scoring = scoring
    rule = choices.rule
    self.equilibrium = equilibrium
    self.distinctScores = distinctScores
    self.ownSummary = ownSummary
    self.publicSummary = publicSummary
    networkScores = network.networkScores(equilibrium.previousScores, threads: settings.threads)
    friendsOwnScores = network.networkScores(society.ownScores, threads: settings.threads)
    if case .contraction(let model) = scoring {
      layerEffects = model.attribution(of: equilibrium, threads: settings.threads)
      susceptibility = model.susceptibility
    } else {
      layerEffects = []
      susceptibility = choices.susceptibility
    }
    removals = try settled.removals()
    self.combined = combined
    self.communities = communities
    communitySummaries =
      communities.map { found in
        GroupSummary.all(
          found.partition, names: nil, own: society.ownScores, public: equilibrium.scores, combined: combined)
      } ?? []
    self.groupings = groupings
    let specimen = Specimen(
      own: society.ownScores, scores: equilibrium.scores, distinct: distinctScores,
      statistics: SortingStatistics(
        society, shares: choices.shares, combined: combined, groupings: groupings, threads: settings.threads),
      combined: combined, divided: groupings)
    let drawCount = MeasuredSociety.draws(settled).count
    let measured = progress.during(
      Phase("measuring", .draws, total: drawCount > 0 ? drawCount : nil)
    ) { _ in
      MeasuredSociety(
        settled, specimen, groupings: groupings, communities: communities, summaries: (ownSummary, publicSummary))
    }
    measures = measured.rows
    segregation = measured.segregation
    draws = measured.draws
    local = Self.local(specimen, draws: settings.localPermutations ?? measured.draws, settings)
    notices = settled.notices + measured.notices
    susceptibilityText = choices.susceptibilityText
    tolerance = settled.solve.tolerance
    self.settled = settled
  }

  private static func local(_ specimen: Specimen, draws: Int, _ settings: AnalysisSettings) -> LocalMoran? {
    let statistics = specimen.statistics
    guard draws > 0, let ground = statistics.grounds.first(where: { $0.on == "combined" && $0.isWeighted }) else {
      return nil
    }
    let local = settings.progress.during(Phase("looking for hot spots", .draws, total: draws)) { _ in
      LocalMoran(
        specimen.own, on: statistics.frames[ground.frame], draws: draws, seed: settings.seed, threads: settings.threads,
        progress: settings.progress)
    }
    return local.values.contains { $0 != nil } ? local : nil
  }
}

extension Examination {
  /// How closed each group and tier is, on all ties that are measured, the largest groups of a division first.
  public var groupSegregation: [GroupSegregation] { segregation.groups() }

  /// The spectral index of each person in communities and in the groups of columns; empty above 1,000,000 arcs.
  public var personSegregation: [(by: String, values: [Double?])] {
    groupings.indices.compactMap { index in segregation.people(index).map { (groupings[index].by, $0) } }
  }
}
