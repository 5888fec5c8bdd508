import Analysis
import Compute
import GraphModel
import Propagation

/// The cheap measures of a period.
struct PeriodMeasuring {
  private let plan: Plan
  private let state: SimulationState
  private let model: FriedkinJohnsen
  private let equilibrium: Equilibrium
  /// The state of the period before; `nil` in period 0.
  var before: SimulationState?
  var listChanges: [Status.Change] = []
  var communities: CommunityChanges?
  var flows: [[Int]] = []
  var happened = PeriodRecord.Ties()
  var points = PointsMoved()

  init(_ plan: Plan, _ state: SimulationState, _ model: FriedkinJohnsen, _ equilibrium: Equilibrium) {
    self.plan = plan
    self.state = state
    self.model = model
    self.equilibrium = equilibrium
  }

  func record() -> PeriodRecord {
    let layer = state.layers[plan.mainLayer]
    let frame =
      layer.ties.arcCount > 0
      ? TieFrame(layer.ties, isWeighted: layer.isWeighted, isSymmetric: !layer.isDirected, threads: plan.threads) : nil
    var ties = happened
    ties.counts = state.layers.map(\.tieCount)
    var tiers = [Int](repeating: 0, count: plan.cuts.count + 1)
    for tier in state.status.tiers { tiers[Int(tier)] += 1 }
    return PeriodRecord(
      period: state.period, isPublic: plan.isPublic(state.period),
      own: moments(state.own), publicScores: moments(state.scores), ownSorting: sorting(state.own, frame),
      publicSorting: sorting(state.scores, frame), isolated: model.network.isTied.count { !$0 },
      friendless: (0..<layer.ties.personCount).count { layer.ties.degree(of: $0) == 0 }, ties: ties,
      tiers: tiers, flows: flows, listed: state.status.listedCount, newlyListed: listChanges.count { $0.isListed },
      released: listChanges.count { !$0.isListed },
      effortCost: (plan.scenario.effort?.cost ?? 0) * state.effort.compensatedSum, points: points,
      ownChange: largestChange(before?.own, state.own), publicChange: largestChange(before?.scores, state.scores),
      settling: PeriodRecord.Settling(
        sweeps: equilibrium.rounds, bound: equilibrium.bound.value.isFinite ? equilibrium.bound.value : nil,
        outcome: equilibrium.outcome), opinions: opinions, communities: communities?.now)
  }

  private var opinions: PeriodRecord.Opinions? {
    guard let largest = state.opinions.max() else { return nil }
    var holders = [Int](repeating: 0, count: largest + 1)
    for opinion in state.opinions { holders[opinion] += 1 }
    return PeriodRecord.Opinions(
      count: holders.count { $0 > 0 },
      largestShare: Double(holders.max() ?? 0) / Double(state.opinions.count))
  }

  private func moments(_ scores: [Double]) -> PeriodRecord.Moments {
    PeriodRecord.Moments(
      mean: scores.compensatedMean, sd: Spread.variance(scores).squareRoot(), lowest: scores.min() ?? 0,
      highest: scores.max() ?? 0)
  }

  private func sorting(_ scores: [Double], _ frame: TieFrame?) -> PeriodRecord.Sorting {
    let statistics = frame.map { TieStatistics(scores, on: $0, threads: plan.threads) }
    func share(_ partition: Partition?) -> Double? {
      partition.flatMap { $0.count > 1 ? Split.variance(scores, by: $0).betweenShare : nil }
    }
    return PeriodRecord.Sorting(
      assortativity: statistics?.assortativity, moran: statistics?.moran, betweenFirst: share(state.firstPartition),
      betweenNow: share(state.partition),
      gapFirst: state.firstPartition.flatMap { (try? SocialGap(scores, by: $0))?.difference })
  }

  private func largestChange(_ before: [Double]?, _ after: [Double]) -> Double {
    guard let before else { return 0 }
    return zip(before, after).lazy.map { ($0 - $1).magnitude }.max() ?? 0
  }
}
