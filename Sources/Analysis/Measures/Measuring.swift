import Compute
import GraphModel
import Propagation

/// All the measures of one society, as rows.
struct Measuring {
  let society: Society
  let model: FriedkinJohnsen
  let equilibrium: Equilibrium
  /// The public scores without differences that only rounding made.
  let distinctScores: [Double]
  let ownSummary: ScoreSummary
  let publicSummary: ScoreSummary
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

  /// How many random societies will be drawn.
  var drawCount: Int {
    var notices: [Notice] = []
    return draws(&notices)
  }

  /// The rows, how many random societies they are compared with, and what was left out.
  func rows(_ solve: Solve) -> (rows: [MeasureRow], draws: Int, notices: [Notice]) {
    let statistics = statistics()
    var notices: [Notice] = []
    let draws = draws(&notices)
    let isolates = settings.isolates
    let (network, scale) = (model.network, society.scale)
    let null = NullModel(
      model: model, ownScores: society.ownScores,
      anchors: { isolates.anchors($0, network: network, scale: scale) }, seed: settings.seed, draws: draws,
      progress: settings.progress)
    let quick = solve.onOneThread
    let distributions = null.distributions(statistics, threads: settings.threads) { quick($0).distinctScores }
    var rows = spread(ownSummary, society.ownScores, of: Self.own)
    rows += spread(publicSummary, equilibrium.scores, of: Self.publicScore)
    rows.append(rankAgreement)
    rows.append(
      MeasureRow(
        "shorrocks", of: Self.publicScore, by: Self.own,
        value: Mobility(society.ownScores, equilibrium.scores, on: society.scale).shorrocks, n: society.count,
        missing: "all own scores are in one tier"))
    rows += sorting(statistics, society.ownScores, of: Self.own, null: distributions.own)
    rows += sorting(statistics, distinctScores, of: Self.publicScore, null: distributions.public)
    rows += groupings.flatMap(partitionRows)
    let divisions = divisions()
    rows += segregation(statistics, divisions)
    rows += agreement(divisions)
    rows += conflict(statistics)
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

  /// What scores are measured on: each layer with a share on its own arcs, with and without weights where they differ,
  /// then all layers combined.
  private func statistics() -> SortingStatistics {
    var frames: [TieFrame] = []
    var grounds: [SortingStatistics.Ground] = []
    let threads = settings.threads
    func add(_ on: String, _ weighted: [Bool], _ frame: (Bool) -> TieFrame) {
      for isWeighted in weighted {
        grounds.append(SortingStatistics.Ground(on: on, isWeighted: isWeighted, frame: frames.count))
        frames.append(frame(isWeighted))
      }
    }
    let active = zip(society.layers, shares).filter { $1 > 0 && $0.ties.arcCount > 0 }.map(\.0)
    for layer in active {
      let reversed = layer.isDirected ? layer.ties.transposed(threads: threads) : nil
      add(layer.name, layer.isWeighted ? [true, false] : [false]) { isWeighted in
        TieFrame(
          layer.ties, isWeighted: isWeighted, isSymmetric: !layer.isDirected, reversed: reversed, threads: threads)
      }
    }
    if active.count == 1, !active[0].isDirected, active[0].ties.arcCount == combined.arcCount {
      // All measures are the same for a multiple of the weights, and the combined graph is one of this layer's.
      for isWeighted in [true, false] {
        grounds.append(
          SortingStatistics.Ground(
            on: "combined", isWeighted: isWeighted, frame: isWeighted || !active[0].isWeighted ? 0 : 1))
      }
    } else if combined.arcCount > 0 {
      add("combined", [true, false]) { isWeighted in
        TieFrame(combined, isWeighted: isWeighted, isSymmetric: true, threads: threads)
      }
    }
    return SortingStatistics(
      frames: frames, grounds: grounds,
      groupings: groupings.map { SortingStatistics.Grouping(by: $0.by, partition: $0.partition) })
  }

  private func spread(_ summary: ScoreSummary, _ scores: [Double], of name: String) -> [MeasureRow] {
    func row(_ measure: String, _ value: Double?) -> MeasureRow {
      MeasureRow(measure, of: name, value: value, n: scores.count, missing: summary.missing)
    }
    return [
      row("mean", summary.mean), row("standard_deviation", summary.sd), row("variance", Spread.variance(scores)),
      row("minimum", summary.lowest), row("percentile_10", summary.percentile10),
      row("first_quartile", summary.firstQuartile), row("median", summary.median),
      row("third_quartile", summary.thirdQuartile), row("percentile_90", summary.percentile90),
      row("maximum", summary.highest),
      MeasureRow(
        "percentile_ratio", of: name,
        value: summary.percentile10 > 0 ? summary.percentile90 / summary.percentile10 : nil, n: scores.count,
        missing: scores.isEmpty ? Self.nobody : "the 10th percentile is not above 0"),
      row("gini", summary.gini), row("theil", summary.theil),
    ]
  }

  private var rankAgreement: MeasureRow {
    do throws(Missing) {
      let tau = try KendallTau.b(society.ownScores, distinctScores)
      return MeasureRow("kendall_tau_b", of: Self.publicScore, by: Self.own, value: tau, n: society.count)
    } catch {
      return MeasureRow(
        "kendall_tau_b", of: Self.publicScore, by: Self.own, value: nil, n: society.count, missing: error.reason)
    }
  }

  private func sorting(
    _ statistics: SortingStatistics, _ scores: [Double], of name: String, null: [[Double]]
  ) -> [MeasureRow] {
    let values = statistics.values(scores, threads: settings.threads)
    var moments: [MoranMoments]?
    return statistics.keys.indices.map { index in
      let key = statistics.keys[index]
      let value = values[index]
      var comparison = value.flatMap { NullComparison($0, null[index]) }
      if comparison == nil, name == Self.own, let value {
        let known = moments ?? statistics.frames.map { MoranMoments($0, threads: settings.threads) }
        moments = known
        comparison = analytic(key, value, statistics, known, scores)
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

  /// The randomisation law of Moran's I and Geary's C, where no random societies were drawn.
  private func analytic(
    _ key: SortingStatistics.Key, _ value: Double, _ statistics: SortingStatistics, _ moments: [MoranMoments],
    _ scores: [Double]
  ) -> NullComparison? {
    guard key.measure == "moran_i" || key.measure == "geary_c",
      let ground = statistics.grounds.first(where: { $0.on == key.on && $0.isWeighted == key.isWeighted })
    else { return nil }
    let tied = statistics.frames[ground.frame].tied
    let null =
      key.measure == "moran_i"
      ? moments[ground.frame].moran(scores, tied: tied) : moments[ground.frame].geary(scores, tied: tied)
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
