import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// The order in which people are computed with shows in no result.
struct RearrangedNetworkTests {
  /// A model and the same one with people shuffled inside.
  private func models(
    _ seed: UInt64, _ kind: RandomModel.Susceptibilities, areDirected: Bool? = nil
  ) -> (FriedkinJohnsen, FriedkinJohnsen) {
    let drawn = RandomModel(seed: seed, kind, people: 8...60, areDirected: areDirected)
    var people = (0..<Int32(drawn.society.count)).map { $0 }
    var random = RandomStream(seed: seed, stream: 9)
    random.shuffle(&people)
    let society = Society(
      name: "shuffled", people: drawn.society.people, scale: drawn.society.scale, ownScores: drawn.society.ownScores,
      layers: drawn.society.layers, wishes: SocietyWishes(), order: PeopleOrder(SharedBuffer(people)))
    let other = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: drawn.shares, mix: drawn.mix), ownScores: society.ownScores,
      susceptibility: drawn.susceptibility)
    return (drawn.model, other)
  }

  private let settings = SolverSettings(tolerance: 1e-9, maximumRounds: 3000, solver: .fixedPoint)

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Rounds and fixed points have the same bits`(seed: UInt64) {
    let (plain, shuffled) = models(seed, .mixed)
    let start = plain.ownScores.map { 1200 - $0 }
    for (one, other) in [
      (plain.rounds(20, settings), shuffled.rounds(20, settings)),
      (plain.equilibrium(settings), shuffled.equilibrium(settings)),
      (plain.rounds(20, settings, from: start), shuffled.rounds(20, settings, from: start)),
      (plain.equilibrium(settings, from: start), shuffled.equilibrium(settings, from: start)),
    ] {
      #expect(one.scores == other.scores)
      #expect(one.previousScores == other.previousScores)
      #expect(one.rounds == other.rounds && one.change == other.change)
      if one.bound.form == .contraction { #expect(one.bound == other.bound) }
    }
  }

  @Test(arguments: Solver.allCases)
  func `Every solver is as near to the truth`(solver: Solver) {
    for seed in 0..<20 as Range<UInt64> {
      let (plain, shuffled) = models(seed, .mixed, areDirected: false)
      guard solver.works(for: plain.network) else { continue }
      let settings = SolverSettings(tolerance: 1e-7, solver: solver)
      let (one, other) = (plain.equilibrium(settings), shuffled.equilibrium(settings))
      #expect(distance(one.scores, other.scores) <= one.bound.value + other.bound.value)
      #expect(other.outcome == one.outcome)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Closed groups have the same members`(seed: UInt64) {
    let (plain, shuffled) = models(seed, .all)
    let (one, other) = (plain.equilibrium(settings), shuffled.equilibrium(settings))
    #expect(one.closedClasses.map(\.members) == other.closedClasses.map(\.members))
    #expect(distance(one.scores, other.scores) <= one.bound.value + other.bound.value)
  }

  @Test func `A few rounds are not worth it, and give the same too`() {
    let (plain, shuffled) = models(3, .mixed)
    #expect(plain.rounds(5, settings).scores == shuffled.rounds(5, settings).scores)
  }
}
