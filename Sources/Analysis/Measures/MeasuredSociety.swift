import Compute
import GraphModel
import Propagation

/// The measures of a settled society beside what random societies give.
struct MeasuredSociety {
  /// Above so many ties, no permutations unless asked for.
  static let permutationLimit = 100_000

  /// All measures, one row each.
  let rows: [MeasureRow]
  /// How many random societies were drawn.
  let draws: Int
  /// The ties, seen by groups and tiers.
  let segregation: SegregationTable
  /// What was left out.
  let notices: [Notice]

  /// How many random societies the settings ask for, and what is said about it.
  static func draws(_ settled: SettledSociety) -> (count: Int, notices: [Notice]) {
    // Random societies would not converge either, each after as many rounds.
    if settled.equilibrium.outcome == .notConverged {
      return (0, [Notice(.assumed, "no random societies: the scores themselves did not converge")])
    }
    switch settled.settings.permutations {
    case .count(let count): return (count, [])
    case .standard:
      let ties = settled.society.layers.reduce(0) { $0 + $1.tieCount }
      if ties <= permutationLimit { return (999, []) }
      return (
        0,
        [
          Notice(
            .assumed,
            "no random societies: more than \(permutationLimit) ties; own scores have the analytic z, public scores no test (--permutations)"
          )
        ]
      )
    }
  }

  /// Measures a society.
  ///
  /// - Parameters:
  ///   - specimen: the society's scores, ties and groups.
  ///   - summaries: own and public scores in a few numbers.
  init(
    _ settled: SettledSociety, _ specimen: Specimen, groupings: [Grouping], communities: Communities?,
    summaries: (own: ScoreSummary, public: ScoreSummary)
  ) {
    let settings = settled.settings
    (draws, notices) = Self.draws(settled)
    let measuring = Measuring(
      scale: settled.society.scale, resolution: settings.resolution, communities: communities, isDraw: false,
      isDealing: settings.null == .permute || draws == 0, threads: settings.threads)
    let ownSpread = measuring.spread(summaries.own, specimen.own, of: Measuring.own)
    let publicSpread = measuring.spread(summaries.public, specimen.scores, of: Measuring.publicScore)
    let order = measuring.order(specimen)
    let sorting = measuring.sorting(specimen)
    segregation = measuring.segregation(specimen)
    let others = measuring.others(specimen, segregation)

    let societies = DrawnSocieties(settled: settled, kind: settings.null, groupings: groupings, specimen: specimen)
    let null = NullModel(seed: settings.seed, draws: draws, progress: settings.progress)
    let quick = measuring.ofDraws
    let isAll = settings.tested == .all
    // No measure of scores on a scale is that small, but for rounding: shares and the like, points, and points squared.
    let noise = 1e-12 * min(1, settled.society.scale.width * settled.society.scale.width)
    let found = Set(groupings.filter(\.isFound).map(\.by))
    func compared(_ rows: [MeasureRow], _ quick: [MeasureRow], _ distributions: ArraySlice<[Double]>) -> [MeasureRow] {
      zip(zip(rows, quick), distributions).map { rows, draws in
        let (row, quick) = rows
        // Communities were made of the ties that there are: among rewired ones, propagation would set them apart by itself.
        if settings.null == .rewire, found.contains(row.by) || found.contains(row.of) { return row }
        guard row.value != nil, let value = quick.value, let comparison = NullComparison(value, draws, noise: noise),
          !comparison.isSame
        else {
          return row
        }
        return row.compared(comparison, null: settings.null, seed: settings.seed)
      }
    }
    // What the random societies are measured by, in this order.
    let tested = isAll ? [sorting, publicSpread, order, others] : [sorting]
    // What is measured less exactly in random societies is compared with the observed society measured so, too.
    var alike = tested
    if isAll, draws > 0 { alike[3] = quick.others(specimen, quick.segregation(specimen)) }
    let distributions = null.distributions(tested.joined().count, threads: settings.threads) { random in
      let drawn = societies.draw(&random)
      var rows = quick.sorting(drawn)
      if isAll {
        let summary = ScoreSummary(drawn.scores, on: quick.scale)
        rows += quick.spread(summary, drawn.scores, of: Measuring.publicScore)
        rows += quick.order(drawn)
        rows += quick.others(drawn, quick.segregation(drawn))
      }
      return rows.map(\.value)
    }
    var start = 0
    var parts = zip(tested, alike).map { rows, alike in
      defer { start += rows.count }
      return compared(rows, alike, distributions[start..<start + rows.count])
    }
    if !isAll { parts += [publicSpread, order, others] }
    if draws == 0 { parts[0] = parts[0].map(AnalyticLaw(specimen, threads: settings.threads).compared) }
    rows = ownSpread + parts[1] + parts[2] + parts[0] + parts[3]
  }
}

/// The randomisation law of Moran's I and Geary's C of own scores, where no random societies were drawn.
private final class AnalyticLaw {
  private let specimen: Specimen
  private let threads: ThreadCount
  private lazy var moments = specimen.statistics.frames.map { MoranMoments($0, threads: threads) }

  init(_ specimen: Specimen, threads: ThreadCount) {
    self.specimen = specimen
    self.threads = threads
  }

  /// The row beside its law, if it has one and no other comparison.
  func compared(_ row: MeasureRow) -> MeasureRow {
    let statistics = specimen.statistics
    guard row.of == Measuring.own, row.measure == "moran_i" || row.measure == "geary_c", row.sd == nil,
      let value = row.value,
      let ground = statistics.grounds.first(where: { $0.on == row.on && $0.isWeighted == row.weighted })
    else { return row }
    let tied = statistics.frames[ground.frame].tied
    let law = moments[ground.frame]
    let null = row.measure == "moran_i" ? law.moran(specimen.own, tied: tied) : law.geary(specimen.own, tied: tied)
    guard let null else { return row }
    return row.compared(
      NullComparison(value, expected: null.expected, deviation: null.deviation), null: .permute, seed: 0)
  }
}
