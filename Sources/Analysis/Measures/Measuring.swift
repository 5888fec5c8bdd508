import Compute
import GraphModel
import Propagation

/// All the measures of a society, as rows: the same ones, in the same order, for the observed society and for random ones.
struct Measuring {
  let scale: Scale
  /// Gamma of the modularity of groups.
  let resolution: Double
  /// The modularity of communities where it is known, see `Communities`.
  let communities: Communities?
  /// Whether the society is a random one, of which there are many: what takes long is worked out less exactly.
  let isDraw: Bool
  /// Whether own scores are what chance deals out, so that it is known what groups account for on average.
  let isDealing: Bool
  let threads: ThreadCount

  static let own = "own_score"
  static let publicScore = "public_score"
  private static let nobody = "there are no people"

  /// The same for a random society: on one thread, and without anything known about it.
  var ofDraws: Measuring {
    Measuring(scale: scale, resolution: resolution, communities: nil, isDraw: true, isDealing: false, threads: .one)
  }

  /// How scores are distributed.
  func spread(_ summary: ScoreSummary, _ scores: [Double], of name: String) -> [MeasureRow] {
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

  /// How far the order of people and their tiers stay.
  func order(_ specimen: Specimen) -> [MeasureRow] {
    let people = specimen.own.count
    func row(_ measure: String, _ value: Double?, _ missing: String?) -> MeasureRow {
      MeasureRow(measure, of: Self.publicScore, by: Self.own, value: value, n: people, missing: missing)
    }
    let shorrocks = row(
      "shorrocks", Mobility(specimen.own, specimen.scores, on: scale).shorrocks, "all own scores are in one tier")
    do throws(Missing) {
      return [row("kendall_tau_b", try KendallTau.b(specimen.own, specimen.distinct), nil), shorrocks]
    } catch {
      return [row("kendall_tau_b", nil, error.reason), shorrocks]
    }
  }

  /// How scores are sorted over ties, and how they differ between groups: of own, then of public scores.
  func sorting(_ specimen: Specimen) -> [MeasureRow] {
    [(Self.own, specimen.own), (Self.publicScore, specimen.distinct)].flatMap { name, scores in
      let statistics = specimen.statistics
      return zip(statistics.keys, statistics.values(scores, threads: threads)).map { key, value in
        let partition = statistics.groupings.first { $0.by == key.by }?.partition
        let isShare = isDealing && key.measure == "variance_between_share" && name == Self.own && key.people > 1
        return MeasureRow(
          key.measure, of: name, on: key.on, by: key.by, weighted: key.isWeighted, value: value, n: key.people,
          expected: isShare && value != nil ? Double((partition?.count ?? 0) - 1) / Double(key.people - 1) : nil,
          missing: partition.flatMap { Self.reason(key, scores, $0) })
      }
    }
  }

  /// Why a statistic of scores by groups has no value, should it have none; `nil`: there is no spread.
  private static func reason(_ key: SortingStatistics.Key, _ scores: [Double], _ partition: Partition) -> String? {
    if key.people == 0 { return nobody }
    if partition.count == 1 { return "there is one group only" }
    do throws(Missing) {
      if key.measure == "social_gap" { _ = try SocialGap(scores, by: partition) }
      if key.measure == "theil_between_share" { _ = try Split.theil(scores, by: partition) }
      return nil
    } catch {
      return error.reason
    }
  }

  /// Everything else: the splits in absolute terms, how closed groups and tiers are, how they agree, and conflict.
  ///
  /// - Parameter segregation: the society's ties, seen by groups and tiers.
  func others(_ specimen: Specimen, _ segregation: SegregationTable) -> [MeasureRow] {
    var rows = specimen.statistics.groupings.flatMap { splits(specimen, $0) }
    rows += specimen.divided.map { modularity(specimen, $0) }
    rows += segregation.rows()
    let groups = specimen.statistics.groupings.map { Grouping(by: $0.by, partition: $0.partition, names: nil) }
    rows += agreement(groups + segregation.divisions.dropFirst(groups.count))
    rows += conflict(specimen)
    return rows
  }

  /// The splits in absolute terms.
  private func splits(_ specimen: Specimen, _ grouping: SortingStatistics.Grouping) -> [MeasureRow] {
    var rows: [MeasureRow] = []
    let people = grouping.partition.sizes.reduce(0, +)
    for (name, scores) in [(Self.own, specimen.own), (Self.publicScore, specimen.scores)] {
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
    return rows
  }

  private func modularity(_ specimen: Specimen, _ grouping: Grouping) -> MeasureRow {
    let isKnown = grouping.by == "community" && communities != nil
    return MeasureRow(
      "modularity", on: "combined", by: grouping.by, weighted: true,
      value: isKnown
        ? communities?.modularity
        : try? grouping.partition.modularity(on: specimen.combined, resolution: resolution),
      n: grouping.partition.sizes.reduce(0, +), missing: "there are no ties")
  }
}
