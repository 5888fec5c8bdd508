import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// Where solving starts shows in no result beyond the bound.
struct WarmStartTests {
  /// Scores in and far out of the range of own scores.
  private func start(_ seed: UInt64, _ count: Int) -> [Double] {
    var random = RandomStream(seed: seed, stream: 930)
    return (0..<count).map { _ in 4000 * random.uniform() - 1500 }
  }

  private func drag(_ random: RandomModel) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: random.model.network, ownScores: random.society.ownScores, susceptibility: random.susceptibility,
      pull: .down)
  }

  // MARK: Equilibria

  @Test(arguments: Solver.allCases, RandomModel.Susceptibilities.allCases)
  func `From any start every solver finds the same within both bounds`(
    solver: Solver, kind: RandomModel.Susceptibilities
  ) {
    let settings = SolverSettings(tolerance: 1e-6, maximumRounds: 5_000, solver: solver)
    let violations = (0..<UInt64(25)).filter { seed in
      let model = RandomModel(seed: seed, kind).model
      guard solver.works(for: model) else { return false }
      let cold = model.equilibrium(settings)
      let warm = model.equilibrium(settings, from: start(seed, model.ownScores.count))
      return distance(cold.scores, warm.scores) > cold.bound.value + warm.bound.value
        || cold.closedClasses != warm.closedClasses
    }
    #expect(violations == [])
  }

  @Test(arguments: RandomModel.Susceptibilities.allCases)
  func `From any start the true error is within the bound`(kind: RandomModel.Susceptibilities) {
    let violations = (0..<UInt64(40)).filter { seed in
      let random = RandomModel(seed: seed, kind)
      let answer = random.model.equilibrium(
        SolverSettings(tolerance: 1e-4, maximumRounds: 5_000), from: start(seed, random.society.count))
      return distance(answer.scores, random.exact) > answer.bound.value
    }
    #expect(violations == [])
  }

  @Test(arguments: RandomModel.Susceptibilities.allCases)
  func `Where the network pulls down only, too`(kind: RandomModel.Susceptibilities) {
    let settings = SolverSettings(tolerance: 1e-6, maximumRounds: 5_000)
    let violations = (0..<UInt64(40)).filter { seed in
      let model = drag(RandomModel(seed: seed, kind))
      let cold = model.equilibrium(settings)
      let warm = model.equilibrium(settings, from: start(seed, model.ownScores.count))
      return distance(cold.scores, warm.scores) > cold.bound.value + warm.bound.value
    }
    #expect(violations == [])
  }

  @Test func `Closed groups agree on the mean of own scores, wherever scores start`() {
    let society = Society(
      ownScores: [400, 500, 600, 700],
      layers: [.undirected("friendship", people: 4, [(0, 1), (1, 2), (0, 2)])])
    let model = FriedkinJohnsen.deGroot(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores)
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-9), from: [700, 700, 700, 400])
    #expect(distance(answer.scores, [500, 500, 500, 700]) < 1e-9)
  }

  @Test(arguments: Solver.allCases)
  func `From the solution it takes two rounds at most`(solver: Solver) {
    let settings = SolverSettings(tolerance: 1e-6, solver: solver)
    for kind in [RandomModel.Susceptibilities.constant, .mixed, .oftenOne] {
      for seed in 0..<UInt64(25) {
        let random = RandomModel(seed: seed, kind)
        // Where no group is closed: what those settle on may itself be found by rounds, to the tolerance only.
        guard solver.works(for: random.model), random.model.hasEquilibrium else { continue }
        let answer = random.model.equilibrium(settings, from: random.exact)
        #expect(answer.rounds <= 2 && answer.outcome == .certified, "seed \(seed), \(kind)")
      }
    }
  }

  @Test func `A start that is near saves rounds`() {
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(Karate.society, shares: [1]), ownScores: Karate.society.ownScores,
      susceptibility: [Double](repeating: 0.9, count: 34))
    let settings = SolverSettings(tolerance: 1e-9, solver: .fixedPoint)
    let before = model.equilibrium(settings)
    let changed = model.with(ownScores: model.ownScores.map { $0 + 1e-7 })
    #expect(changed.equilibrium(settings, from: before.scores).rounds < changed.equilibrium(settings).rounds * 2 / 3)
  }

  // MARK: Rounds

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Rounds from a start are that many applications of the map`(seed: UInt64) {
    let random = RandomModel(seed: seed, .mixed)
    let model = seed % 2 == 0 ? random.model : drag(random)
    let settings = SolverSettings(tolerance: 1e-6)
    let first = start(seed, random.society.count)
    var scores = first
    for count in 1...4 {
      let company = random.dense.networkScores(scores)
      scores = scores.indices.map { person in
        let own = random.society.ownScores[person]
        let a = random.dense.isTied[person] ? random.susceptibility[person] : 0
        return (1 - a) * own + a * (model.pull == .down ? min(own, company[person]) : company[person])
      }
      let answer = model.rounds(count, settings, from: first)
      #expect(distance(answer.scores, scores) < 1e-9)
      #expect(answer.rounds == count)
      // One after the other, they have the same bits.
      #expect(model.rounds(1, settings, from: answer.previousScores).scores == answer.scores)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `The bound of rounds from a start holds`(seed: UInt64) {
    let random = RandomModel(seed: seed, .constant)
    for count in [1, 3, 30] {
      let answer = random.model.rounds(
        count, SolverSettings(tolerance: 1e-6), from: start(seed, random.society.count).map { $0 * 1e9 })
      #expect(distance(answer.scores, random.exact) <= answer.bound.value)
    }
  }

  @Test func `No rounds give the start back`() {
    let model = RandomModel(seed: 1, .mixed).model
    let first = start(1, model.ownScores.count)
    #expect(model.rounds(0, SolverSettings(tolerance: 1), from: first).scores == first)
  }

  @Test func `Without a start, rounds start from own scores`() {
    let model = RandomModel(seed: 1, .mixed).model
    let settings = SolverSettings(tolerance: 1)
    #expect(model.rounds(5, settings).scores == model.rounds(5, settings, from: model.ownScores).scores)
  }

  @Test func `A start for too few people stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomModel(seed: 1, .mixed).model.equilibrium(SolverSettings(tolerance: 1), from: [500])
    }
  }
}
