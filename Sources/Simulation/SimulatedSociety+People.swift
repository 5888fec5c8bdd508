import Compute
import GraphModel
import Propagation

extension SimulatedSociety {
  /// The society of period 0.
  package var firstSociety: Society { plan.society }
  /// The layers as they are now.
  package var layers: [Layer] { state.layers }
  /// The layer that measures of every period are taken on.
  package var mainLayerName: String { plan.society.layers[plan.mainLayer].name }
  /// The tier of each person's own score in period 0, from 1.
  package var firstOwnTiers: [Int] {
    plan.society.ownScores.map { score in 1 + plan.cuts.count { $0 <= score } }
  }

  /// How many tiers there are.
  package var tierCount: Int { plan.cuts.count + 1 }

  /// The numbers that every period has.
  package var periodMeasures: [PeriodMeasure] {
    PeriodMeasure.all(layers: plan.society.layers.map(\.name), mainLayer: mainLayerName, tiers: tierCount)
  }

  /// The weighted mean of the public scores that each person is tied to, `W x`, in points; `nil` for people without ties.
  ///
  /// It is of the public scores as they are, so it does not depend on how they were found.
  package var networkScores: [Double?] { network.networkScores(state.scores, threads: plan.threads) }

  /// The same mean of own scores, `W s`.
  package var friendsOwnScores: [Double?] { network.networkScores(state.own, threads: plan.threads) }

  /// The lasting label of each person's community at the last look, 0 for none; `nil` if there was no look.
  package var communityLabels: [Int]? {
    guard let tracking = state.tracking, tracking.period != nil else { return nil }
    return tracking.labels
  }

  /// Whether anybody can be listed.
  package var hasList: Bool { scenario.blacklist != nil }

  /// The layer whose ties new payments change, in every period; `nil` without money.
  package var paymentLayer: Int? { plan.money?.layer }

  /// The moment of a period in Unix seconds; `nil` if neither the scenario nor a dated event gives one.
  package func moment(of period: Int) -> Double? {
    guard scenario.start != nil || plan.start != 0 else { return nil }
    return plan.start + Double(period) * scenario.periodDays * Timestamp.day
  }

  /// Everyone's values now.
  package var snapshot: PeopleSnapshot {
    PeopleSnapshot(
      period: period, ownScores: ownScores, publicScores: publicScores, communities: communityLabels,
      tiers: tiers.map { $0 + 1 }, listed: hasList ? isListed : nil)
  }

  /// The society as it is now, asking for the susceptibility, the mix and the shares of layers that it lives by.
  ///
  /// Whoever reads it from a pack and lets scores settle gets the same public scores, within the bounds.
  package var selfContained: Society {
    var wishes = plan.society.wishes
    switch scenario.propagation.susceptibility {
    case .column(let name): wishes.susceptibility = name
    case .some(let rule): wishes.susceptibility = rule.description
    case .none: break
    }
    wishes.mix = plan.mix.rawValue
    let layers = zip(state.layers, plan.shares).map { layer, share in
      Layer(
        name: layer.name, kind: layer.kind, isDirected: layer.isDirected, isWeighted: layer.isWeighted,
        ties: layer.ties, rowTies: layer.scalesRows ? layer.rowTies : nil, share: share)
    }
    return Society(
      name: plan.society.name, people: plan.society.people, scale: plan.society.scale, ownScores: state.own,
      layers: layers, wishes: wishes)
  }
}
