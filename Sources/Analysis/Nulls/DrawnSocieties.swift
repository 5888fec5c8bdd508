import Compute
import GraphModel
import Propagation

/// Random societies to compare one with.
struct DrawnSocieties: Sendable {
  let settled: SettledSociety
  let kind: NullKind
  let groupings: [Grouping]
  /// The observed society.
  let specimen: Specimen

  /// One random society, propagated, on one thread.
  func draw(_ random: inout RandomStream) -> Specimen {
    switch kind {
    case .permute: permuted(&random)
    case .rewire: rewired(&random)
    }
  }

  /// Own scores dealt out, as if at random.
  ///
  /// So are the groups of columns, as ties see them:
  /// a column that has nothing to do with ties is dealt as scores are. Communities are made of ties and stay.
  private func permuted(_ random: inout RandomStream) -> Specimen {
    let order = random.permutation(of: specimen.own.count)
    let own = order.map { specimen.own[$0] }
    let equilibrium = settled.dealt(order, &random)
    let divided = groupings.map { grouping in
      grouping.isFound
        ? grouping
        : Grouping(by: grouping.by, partition: grouping.partition.dealt(order), names: grouping.names)
    }
    return Specimen(
      own: own, scores: equilibrium.scores, distinct: equilibrium.distinctScores, statistics: specimen.statistics,
      combined: specimen.combined, divided: divided)
  }

  private func rewired(_ random: inout RandomStream) -> Specimen {
    let society = settled.society.rewired(random: &random)
    let shares = settled.choices.shares
    let combined = society.combined(shares: shares)
    let equilibrium = settled.resettled(society, &random)
    return Specimen(
      own: specimen.own, scores: equilibrium.scores, distinct: equilibrium.distinctScores,
      statistics: SortingStatistics(
        society, shares: shares, combined: combined, groupings: groupings, threads: .one),
      combined: combined, divided: groupings)
  }
}
