import Compute
import GraphModel
import Propagation

/// All the measures of one society, as rows.
struct Measuring {
  let society: Society
  let model: FriedkinJohnsen
  let equilibrium: Equilibrium
  let combined: TieTable
  let shares: [Double]
  let groupings: [Grouping]
  let communities: Communities?
  let settings: AnalysisSettings

  static let own = "own_score"
  static let publicScore = "public_score"
  private static let nobody = "there are no people"
  /// Above so many ties, no permutations unless asked for.
  static let permutationLimit = 100_000

  /// The rows, how many random societies they are compared with, and what was left out.
  func rows(_ solve: Solve) -> (rows: [MeasureRow], draws: Int, notices: [Notice]) {
    let statistics = SortingStatistics(
      grounds: grounds, groupings: groupings.map { SortingStatistics.Grouping(by: $0.by, partition: $0.partition) })
    var notices: [Notice] = []
    let draws = draws(&notices)
    let isolates = settings.isolates
    let (network, scale) = (model.network, society.scale)
    let null = NullModel(
      model: model, ownScores: society.ownScores,
      anchors: { isolates.anchors($0, network: network, scale: scale) }, seed: settings.seed, draws: draws)
    let quick = solve.onOneThread
    let distributions = null.distributions(statistics, threads: settings.threads) { quick($0).distinctScores }
    var rows = spread(society.ownScores, of: Self.own) + spread(equilibrium.scores, of: Self.publicScore)
    rows.append(rankAgreement)
    rows += sorting(statistics, society.ownScores, of: Self.own, null: distributions.own)
    rows += sorting(statistics, equilibrium.distinctScores, of: Self.publicScore, null: distributions.public)
    rows += groupings.flatMap(partitionRows)
    return (rows, draws, notices)
  }

  private func draws(_ notices: inout [Notice]) -> Int {
    // Random societies would not converge either, each after as many rounds.
    if equilibrium.outcome == .notConverged {
      notices.append(Notice(.assumed, "no random societies: the scores themselves did not converge"))
      return 0
    }
    switch settings.permutations {
    case .count(let count): return count
    case .standard:
      let ties = society.layers.reduce(0) { $0 + $1.tieCount }
      if ties <= Self.permutationLimit { return 999 }
      notices.append(
        Notice(
          .assumed,
          "no random societies: more than \(Self.permutationLimit) ties; own scores have the analytic z, public scores no test (--permutations)"
        ))
      return 0
    }
  }

  /// Each layer with a share on its own arcs, with and without weights where they differ, then all layers combined.
  private var grounds: [SortingStatistics.Ground] {
    var grounds: [SortingStatistics.Ground] = []
    for (layer, share) in zip(society.layers, shares) where share > 0 && layer.ties.arcCount > 0 {
      for isWeighted in layer.isWeighted ? [true, false] : [false] {
        let frame = TieFrame(layer.ties, isWeighted: isWeighted, isSymmetric: !layer.isDirected)
        grounds.append(SortingStatistics.Ground(on: layer.name, frame: frame))
      }
    }
    if combined.arcCount > 0 {
      for isWeighted in [true, false] {
        let frame = TieFrame(combined, isWeighted: isWeighted, isSymmetric: true)
        grounds.append(SortingStatistics.Ground(on: "combined", frame: frame))
      }
    }
    return grounds
  }

  private func spread(_ scores: [Double], of name: String) -> [MeasureRow] {
    let summary = ScoreSummary(scores, on: society.scale)
    func row(_ measure: String, _ value: Double?) -> MeasureRow {
      MeasureRow(measure, of: name, value: value, n: scores.count, missing: summary.missing)
    }
    return [
      row("mean", summary.mean), row("standard_deviation", summary.sd), row("variance", Spread.variance(scores)),
      row("minimum", summary.lowest), row("first_quartile", summary.firstQuartile), row("median", summary.median),
      row("third_quartile", summary.thirdQuartile), row("maximum", summary.highest), row("gini", summary.gini),
      row("theil", summary.theil),
    ]
  }

  private var rankAgreement: MeasureRow {
    do throws(Missing) {
      let tau = try KendallTau.b(society.ownScores, equilibrium.distinctScores)
      return MeasureRow("kendall_tau_b", of: Self.publicScore, by: Self.own, value: tau, n: society.count)
    } catch {
      return MeasureRow(
        "kendall_tau_b", of: Self.publicScore, by: Self.own, value: nil, n: society.count, missing: error.reason)
    }
  }

  private func sorting(
    _ statistics: SortingStatistics, _ scores: [Double], of name: String, null: [[Double]]
  ) -> [MeasureRow] {
    let values = statistics.values(scores)
    return statistics.keys.indices.map { index in
      let key = statistics.keys[index]
      let value = values[index]
      var comparison = value.flatMap { NullComparison($0, null[index]) }
      if comparison == nil, name == Self.own, let value {
        comparison = analytic(key, value, statistics, scores)
      }
      let groups = groupings.first { $0.by == key.by }?.partition.count ?? 0
      let isShare = key.measure == "variance_between_share" && name == Self.own && key.people > 1
      return MeasureRow(
        key.measure, of: name, on: key.on, by: key.by, weighted: key.isWeighted, value: value, n: key.people,
        comparison: comparison, expected: isShare ? Double(groups - 1) / Double(key.people - 1) : nil,
        missing: reason(key, scores))
    }
  }

  /// Why a statistic of scores has no value, should it have none; `nil`: there is no spread.
  private func reason(_ key: SortingStatistics.Key, _ scores: [Double]) -> String? {
    guard let partition = groupings.first(where: { $0.by == key.by })?.partition else { return nil }
    if key.people == 0 { return Self.nobody }
    if partition.count == 1 { return "there is one group only" }
    do throws(Missing) {
      if key.measure == "social_gap" { _ = try SocialGap(scores, by: partition) }
      if key.measure == "theil_between_share" { _ = try Split.theil(scores, by: partition) }
      return nil
    } catch {
      return error.reason
    }
  }

  /// The randomisation moments of Moran's I and Geary's C, where no random societies were drawn.
  private func analytic(
    _ key: SortingStatistics.Key, _ value: Double, _ statistics: SortingStatistics, _ scores: [Double]
  ) -> NullComparison? {
    guard key.measure == "moran_i" || key.measure == "geary_c",
      let ground = statistics.grounds.first(where: { $0.on == key.on && $0.frame.isWeighted == key.isWeighted })
    else { return nil }
    let moments = MoranMoments(ground.frame)
    let null =
      key.measure == "moran_i"
      ? moments.moran(scores, tied: ground.frame.tied) : moments.geary(scores, tied: ground.frame.tied)
    return null.map { NullComparison(value, expected: $0.expected, deviation: $0.deviation) }
  }

  /// The splits in absolute terms, and the modularity of the groups.
  private func partitionRows(_ grouping: Grouping) -> [MeasureRow] {
    var rows: [MeasureRow] = []
    let people = grouping.partition.sizes.reduce(0, +)
    for (name, scores) in [(Self.own, society.ownScores), (Self.publicScore, equilibrium.scores)] {
      func row(_ measure: String, _ value: Double?, _ missing: String? = nil) {
        rows.append(MeasureRow(measure, of: name, by: grouping.by, value: value, n: people, missing: missing))
      }
      let variance = people > 0 ? Split.variance(scores, by: grouping.partition) : nil
      row("variance_between", variance?.between, Self.nobody)
      row("variance_within", variance?.within, Self.nobody)
      do throws(Missing) {
        let theil = try Split.theil(scores, by: grouping.partition)
        row("theil_between", theil.between)
        row("theil_within", theil.within)
      } catch {
        row("theil_between", nil, error.reason)
        row("theil_within", nil, error.reason)
      }
    }
    let isCommunity = grouping.by == "community"
    let modularity =
      isCommunity
      ? communities?.modularity : try? grouping.partition.modularity(on: combined, resolution: settings.resolution)
    rows.append(
      MeasureRow(
        "modularity", on: "combined", by: grouping.by, weighted: true, value: modularity, n: people,
        missing: "there are no ties"))
    return rows
  }
}
