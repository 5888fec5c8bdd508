import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// Every solver against elimination in numbers of 32 digits.
struct SolverAgreementTests {
  /// What goes wrong with a model: a seed, and what happened.
  private func violations(
    _ solver: Solver, _ kind: RandomModel.Susceptibilities, tolerance: Double, seeds: Range<UInt64>,
    isWrong: (Equilibrium, RandomModel) -> Bool
  ) -> [UInt64] {
    seeds.filter { seed in
      let random = RandomModel(seed: seed, kind, areDirected: solver.needsMutualInfluence ? false : nil)
      guard solver.works(for: random.model.network) else { return false }
      let settings = SolverSettings(tolerance: tolerance, maximumRounds: 20_000, solver: solver)
      return isWrong(random.model.equilibrium(settings), random)
    }
  }

  private static let cases = Solver.allCases.flatMap { solver in
    RandomModel.Susceptibilities.allCases.map { (solver, $0) }
  }

  @Test(arguments: cases)
  func `The true error is never above the bound`(solver: Solver, kind: RandomModel.Susceptibilities) {
    let violations = violations(solver, kind, tolerance: 1e-6, seeds: 0..<60) { answer, random in
      !(distance(answer.scores, random.exact) <= answer.bound.value)
    }
    #expect(violations == [])
  }

  @Test(arguments: cases)
  func `The true error at the rounding floor is never above the bound`(
    solver: Solver, kind: RandomModel.Susceptibilities
  ) {
    let violations = violations(solver, kind, tolerance: 1e-300, seeds: 100..<130) { answer, random in
      !(distance(answer.scores, random.exact) <= answer.bound.value)
    }
    #expect(violations == [])
  }

  @Test(arguments: cases)
  func `Nothing but rounding keeps a bound above the tolerance`(solver: Solver, kind: RandomModel.Susceptibilities) {
    let violations = violations(solver, kind, tolerance: 1e-6, seeds: 200..<240) { answer, random in
      switch answer.outcome {
      case .certified: answer.bound.value > 1e-6
      case .periodic: !answer.closedClasses.contains { $0.period > 1 }
      case .roundingFloor: answer.bound.value > 1e-6 && answer.bound.rounding < 1e-8
      // Near a susceptibility of 1 these need more rounds than there are, and so may a class.
      case .notConverged:
        !(kind == .nearOne && [.fixedPoint, .sor, .chebyshev].contains(answer.solver))
          && answer.closedClasses.allSatisfy(\.isSettled)
      case .rounds, .settled: true
      }
    }
    #expect(violations == [])
  }

  @Test(arguments: Solver.allCases, [0.5, 0.85, 0.95, 0.99, 0.999])
  func `The karate club is solved at any constant susceptibility`(solver: Solver, susceptibility: Double) {
    let a = [Double](repeating: susceptibility, count: 34)
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(Karate.society, shares: [1]), ownScores: Karate.ownScores, susceptibility: a)
    let answer = model.equilibrium(SolverSettings(tolerance: 6e-7, solver: solver))
    let exact = DenseInfluence(Karate.society, shares: [1], isPooled: false).equilibrium(a, Karate.ownScores)
    #expect(answer.outcome == .certified)
    #expect(distance(answer.scores, exact) <= answer.bound.value)
    #expect(solver == .automatic || answer.solver == solver)
  }

  @Test(arguments: Solver.allCases)
  func `The answer is one application of F to the scores before it`(solver: Solver) {
    let random = RandomModel(seed: 11, .mixed, people: 24...24, areDirected: false)
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(random.society, shares: random.shares, mix: .pooled),
      ownScores: random.society.ownScores, susceptibility: random.susceptibility)
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-6, solver: solver))
    var next = answer.scores
    let change = model.apply(answer.previousScores, into: &next, threads: .one)
    #expect(next == answer.scores)
    #expect(change == answer.change)
  }

  /// 0 to 2 copy each other in a ring of period 3; 3 listens to 0 and to the stubborn 4.
  @Test(arguments: Solver.allCases.filter { !$0.needsMutualInfluence })
  func `A closed class stands fixed for everyone else with any solver`(solver: Solver) {
    let society = Society(
      ownScores: [400, 500, 900, 700, 800],
      layers: [
        .directed(
          "follows", people: 5, weighted: [(0, 1, 1), (1, 2, 1), (2, 0, 1), (3, 0, 1), (3, 4, 3), (4, 3, 1)])
      ])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores,
      susceptibility: [1, 1, 1, 1, 0])
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-6, solver: solver))
    #expect(answer.outcome == .periodic)
    #expect(distance(answer.scores, [600, 600, 600, 750, 800]) < 1e-6)
  }

  /// Two people who copy each other, and two of whom one is stubborn.
  @Test(arguments: Solver.allCases)
  func `An undirected class stands fixed with any solver`(solver: Solver) {
    let society = Society(
      ownScores: [400, 600, 500, 900], layers: [.undirected("friendship", people: 4, [(0, 1), (2, 3)])])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: [1, 1, 1, 0.5])
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-6, solver: solver))
    #expect(answer.outcome == .periodic)
    #expect(distance(answer.scores, [500, 500, 900, 900]) < 1e-6)
  }

  @Test(arguments: Solver.allCases)
  func `Nobody is a society for any solver`(solver: Solver) {
    let society = Society(ownScores: [], layers: [.undirected("friendship", people: 0, [])])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: [], susceptibility: [])
    #expect(model.equilibrium(SolverSettings(tolerance: 1e-6, solver: solver)).outcome == .certified)
  }

  @Test(arguments: Solver.allCases, [1, 2, 3, 4, 5, 9])
  func `No solver does more rounds than it may`(solver: Solver, limit: Int) {
    let answer = SolverModels.large { _ in 0.97 }.equilibrium(
      SolverSettings(tolerance: 1e-6, maximumRounds: limit, solver: solver))
    #expect(answer.rounds == limit)
    #expect(answer.outcome == .notConverged)
    #expect(answer.bound.value.isFinite)
  }
}
