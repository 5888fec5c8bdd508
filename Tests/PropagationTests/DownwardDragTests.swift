import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct DownwardDragTests {
  private let settings = SolverSettings(tolerance: 1e-9)

  private func model(_ society: Society, _ susceptibility: [Double]) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: society.layers.map { _ in 1 }), ownScores: society.ownScores,
      susceptibility: susceptibility, pull: .down)
  }

  /// x_0 = 400; x_1 = 0.5 * 800 + 0.5 * min(800, 400) = 600.
  @Test func `A friend who scores lower drags down, one who scores higher does nothing`() {
    let society = Society(ownScores: [400, 800], layers: [.undirected("friendship", people: 2, [(0, 1)])])
    let answer = model(society, [0.5, 0.5]).equilibrium(settings)
    #expect(distance(answer.scores, [400, 600]) <= answer.bound.value)
    #expect(answer.outcome == .certified)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Nobody ends above the own score, nor above the linear model`(seed: UInt64) {
    let random = RandomModel(seed: seed, .mixed)
    let drag = FriedkinJohnsen(
      network: random.model.network, ownScores: random.society.ownScores, susceptibility: random.susceptibility,
      pull: .down
    ).equilibrium(settings)
    for (person, score) in drag.scores.enumerated() {
      #expect(score <= random.society.ownScores[person] + drag.bound.value)
      #expect(score <= random.exact[person] + drag.bound.value)
    }
  }

  /// The answer is a fixed point, found from another start by another program: a plain loop over a full matrix.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `The true error is never above the bound`(seed: UInt64) {
    let random = RandomModel(seed: seed, .constant)
    let drag = FriedkinJohnsen(
      network: random.model.network, ownScores: random.society.ownScores, susceptibility: random.susceptibility,
      pull: .down
    ).equilibrium(SolverSettings(tolerance: 1e-4))
    var scores = [Double](repeating: 350, count: random.society.count)
    for _ in 0..<3000 {
      let company = random.dense.networkScores(scores)
      scores = scores.indices.map { person in
        let (own, a) = (
          random.society.ownScores[person], random.dense.isTied[person] ? random.susceptibility[person] : 0
        )
        return (1 - a) * own + a * min(own, company[person])
      }
    }
    #expect(distance(drag.scores, scores) <= drag.bound.value + 1e-9)
  }

  @Test func `A group without anchor ends at its lowest own score`() {
    let society = Society(
      ownScores: [700, 500, 900, 400],
      layers: [.undirected("friendship", people: 4, [(0, 1), (1, 2), (2, 0)])])
    let answer = model(society, [1, 1, 1, 1]).equilibrium(settings)
    #expect(answer.scores == [500, 500, 500, 400])
    #expect(answer.closedClasses.map(\.value) == [500])
  }

  @Test func `Whoever is not pulled has no effect of any layer`() {
    let model = model(Florentine.society, [Double](repeating: 0.5, count: 16))
    let answer = model.equilibrium(settings)
    let effects = model.attribution(of: answer)
    for person in 0..<16 {
      let effect = effects.reduce(0) { $0 + $1[person] }
      #expect(abs(effect - (answer.scores[person] - Florentine.ownScores[person])) <= 1e-6)
      if answer.scores[person] == Florentine.ownScores[person] { #expect(effects.allSatisfy { $0[person] == 0 }) }
    }
  }

  @Test func `Only plain rounds work`() {
    let model = model(Florentine.society, [Double](repeating: 0.999, count: 16))
    #expect(model.automaticSolver(tolerance: 1e-9) == .fixedPoint)
    #expect(Solver.allCases.filter { $0.works(for: model) } == [.automatic, .fixedPoint])
  }
}
