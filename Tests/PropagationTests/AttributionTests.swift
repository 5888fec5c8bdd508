import Compute
import GraphModel
import Propagation
import TestSupport
import Testing

struct AttributionTests {
  /// Person 0 has friend 1 and pays 2, shares 3/4 and 1/4, a = 1/2; the others are stubborn.
  private static let society = Society(
    ownScores: [600, 400, 800],
    layers: [
      .directed("friendship", people: 3, weighted: [(0, 1, 5)]),
      .directed("transaction", people: 3, weighted: [(0, 2, 7)]),
    ])

  private static func model(_ mix: LayerMix) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [0.75, 0.25], mix: mix), ownScores: society.ownScores,
      susceptibility: [0.5, 0, 0])
  }

  private static func sums(_ effects: [[Double]]) -> [Double] {
    (effects.first ?? []).indices.map { person in effects.reduce(0) { $0 + $1[person] } }
  }

  @Test func `A peer effect of two layers is split as by hand`() {
    let model = Self.model(.perLayer)
    // 1/2 * 3/4 * (400 - 600) and 1/2 * 1/4 * (800 - 600).
    #expect(model.attribution(of: model.tight).map { $0[0] } == [-75, 25])
  }

  @Test func `A peer effect of two pooled layers is split as by hand`() {
    let model = Self.model(.pooled)
    // The layers' shares in person 0's network score are 15/22 and 7/22.
    let expected = [0.5 * 15 / 22 * -200, 0.5 * 7 / 22 * 200]
    #expect(distance(model.attribution(of: model.tight).map { $0[0] }, expected) < 1e-12)
  }

  @Test(arguments: RandomModel.Susceptibilities.allCases)
  func `Effects of the layers add up to the peer effect`(kind: RandomModel.Susceptibilities) {
    let violations = (0..<UInt64(60)).filter { seed in
      let random = RandomModel(seed: seed, kind)
      let answer = random.model.equilibrium(SolverSettings(tolerance: 1e-6, maximumRounds: 300))
      let effects = zip(answer.scores, random.society.ownScores).map { $0 - $1 }
      return distance(Self.sums(random.model.attribution(of: answer)), effects) > 1e-12 * 600
    }
    #expect(violations == [])
  }

  @Test(arguments: [0, 1, 4])
  func `Effects of the layers add up to the peer effect after some rounds`(rounds: Int) {
    let random = RandomModel(seed: 5, .mixed)
    let answer = random.model.rounds(rounds, SolverSettings(tolerance: 1))
    let effects = zip(answer.scores, random.society.ownScores).map { $0 - $1 }
    #expect(distance(Self.sums(random.model.attribution(of: answer)), effects) <= 1e-12 * 600)
  }

  @Test func `A person without ties has no effect from any layer`() {
    let network = InfluenceMatrix(Florentine.society, shares: [0.5, 0.5])
    let model = FriedkinJohnsen(
      network: network, ownScores: Florentine.ownScores, susceptibility: [Double](repeating: 0.5, count: 16))
    #expect(model.attribution(of: model.tight).map { $0[Florentine.pucci] } == [0, 0])
  }

  @Test func `Only layers with a share get an effect`() {
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(Florentine.society, shares: [0, 1]), ownScores: Florentine.ownScores,
      susceptibility: [Double](repeating: 0.5, count: 16))
    #expect(model.attribution(of: model.tight).count == 1)
  }

  @Test func `Any number of threads gives the same bits of effects`() {
    let society = RandomSociety.large(seed: 4, people: 6000, tiesPerPerson: 6)
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores,
      susceptibility: [Double](repeating: 0.5, count: society.count))
    let answer = model.rounds(2, SolverSettings(tolerance: 1))
    #expect(model.attribution(of: answer) == model.attribution(of: answer, threads: ThreadCount(3)))
  }
}
