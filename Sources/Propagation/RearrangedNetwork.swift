import Compute
import GraphModel
import Synchronization

/// A network that can be had with people in another order, made when it is first asked for.
final class RearrangedNetwork: Sendable {
  /// From how many applications of `W` on it pays to rearrange the ties first.
  static let worthwhileFrom = 12.0

  /// The order.
  let order: PeopleOrder
  private let network = Mutex<InfluenceMatrix?>(nil)

  init(_ order: PeopleOrder) { self.order = order }

  /// A model with people in the order.
  func model(of model: FriedkinJohnsen, threads: ThreadCount) -> FriedkinJohnsen {
    let rearranged = network.withLock { kept in
      let network = kept ?? InfluenceMatrix(model.network, in: order, threads: threads)
      kept = network
      return network
    }
    return FriedkinJohnsen(
      network: rearranged, ownScores: order.arranged(model.ownScores, threads: threads),
      susceptibility: order.arranged(model.susceptibility, threads: threads), pull: model.pull)
  }

  /// What was found in the order, told by the people's own indices.
  func restored(_ equilibrium: Equilibrium, threads: ThreadCount) -> Equilibrium {
    let classes = equilibrium.closedClasses.map { group in
      ClosedClass(
        members: group.members.map { Int(order.people[$0]) }.sorted(), value: group.value, period: group.period,
        error: group.error, isSettled: group.isSettled)
    }
    return Equilibrium(
      scores: order.restored(equilibrium.scores, threads: threads),
      previousScores: order.restored(equilibrium.previousScores, threads: threads), rounds: equilibrium.rounds,
      solver: equilibrium.solver, abandoned: equilibrium.abandoned, change: equilibrium.change,
      bound: equilibrium.bound, outcome: equilibrium.outcome,
      closedClasses: classes.sorted { ($0.members.first ?? 0) < ($1.members.first ?? 0) })
  }
}
