import Compute
import GraphModel
import Propagation

extension MeasureRow {
  /// All measures of a society whose scores are known, without random societies to compare them with.
  ///
  /// - Parameters:
  ///   - society: the society, with its own scores.
  ///   - equilibrium: its public scores.
  ///   - shares: the layers' shares in the mix.
  ///   - groupings: what people are divided by.
  ///   - resolution: gamma of the modularity of groups.
  ///   - threads: how many threads work at once.
  package static func all(
    _ society: Society, _ equilibrium: Equilibrium, shares: [Double], groupings: [Grouping], resolution: Double = 1,
    threads: ThreadCount
  ) -> [MeasureRow] {
    let combined = society.combined(shares: shares, threads: threads)
    let specimen = Specimen(
      own: society.ownScores, scores: equilibrium.scores, distinct: equilibrium.distinctScores,
      statistics: SortingStatistics(
        society, shares: shares, combined: combined, groupings: groupings, threads: threads),
      combined: combined, divided: groupings)
    let measuring = Measuring(
      scale: society.scale, resolution: resolution, communities: nil, isDraw: false, isDealing: true, threads: threads)
    return measuring.spread(ScoreSummary(specimen.own, on: society.scale), specimen.own, of: Measuring.own)
      + measuring.spread(ScoreSummary(specimen.scores, on: society.scale), specimen.scores, of: Measuring.publicScore)
      + measuring.order(specimen) + measuring.sorting(specimen)
      + measuring.others(specimen, measuring.segregation(specimen))
  }
}

extension Grouping {
  /// Communities, under a name that tells them from others.
  package static func communities(_ partition: Partition, by name: String = "community") -> Grouping {
    Grouping(by: name, partition: partition, names: nil)
  }
}
