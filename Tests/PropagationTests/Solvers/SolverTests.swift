import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct SolverTests {
  // MARK: The automatic choice

  @Test func `A susceptibility of 0.5 is left to plain rounds`() {
    #expect(SolverModels.large { _ in 0.5 }.automaticSolver(tolerance: 6e-7) == .fixedPoint)
  }

  @Test func `Mutual influence above that is left to conjugate gradients`() {
    #expect(SolverModels.large { _ in 0.7 }.automaticSolver(tolerance: 6e-7) == .cg)
  }

  @Test func `One-sided influence above that is left to biconjugate gradients`() {
    #expect(SolverModels.directed { _ in 0.7 }.automaticSolver(tolerance: 6e-7) == .bicgstab)
  }

  @Test func `A coarse tolerance is left to plain rounds`() {
    #expect(SolverModels.large { _ in 0.9 }.automaticSolver(tolerance: 10) == .fixedPoint)
  }

  @Test func `One person with a susceptibility of 1 is no case for plain rounds`() {
    #expect(SolverModels.large { $0 == 5 ? 1 : 0.5 }.automaticSolver(tolerance: 6e-7) == .cg)
  }

  @Test func `Equal own scores are left to plain rounds`() {
    let model = SolverModels.large { _ in 0.99 }
    let equal = model.with(ownScores: model.ownScores.map { _ in 500 })
    #expect(equal.automaticSolver(tolerance: 6e-7) == .fixedPoint)
  }

  @Test func `The choice is told with the answer`() {
    let answer = SolverModels.large { _ in 0.7 }.equilibrium(SolverSettings(tolerance: 6e-7))
    #expect(answer.solver == .cg)
    #expect(answer.abandoned == nil)
  }

  // MARK: What works where

  @Test(arguments: [
    (Solver.automatic, true), (.fixedPoint, true), (.sor, true), (.chebyshev, false), (.cg, false), (.bicgstab, true),
  ])
  func `Solvers that need mutual influence do not work for a directed layer`(solver: Solver, works: Bool) {
    #expect(solver.works(for: SolverModels.directed { _ in 0.5 }.network) == works)
  }

  private static let twoLayers = Society(
    ownScores: [400, 500, 900],
    layers: [.undirected("one", people: 3, [(0, 1)]), .undirected("two", people: 3, [(0, 2), (1, 2)])])

  @Test func `Undirected layers work with conjugate gradients if pooled`() {
    #expect(Solver.cg.works(for: InfluenceMatrix(Self.twoLayers, shares: [1, 1], mix: .pooled)))
  }

  @Test func `Undirected layers do not work with conjugate gradients if averaged one by one`() {
    #expect(!Solver.cg.works(for: InfluenceMatrix(Self.twoLayers, shares: [1, 1], mix: .perLayer)))
  }

  // MARK: When a solver fails

  /// Two triangles whose weights are 160 powers of ten apart: sums over people see only one of them.
  private static let farApart = Society(
    ownScores: [400, 500, 900, 350, 700, 950],
    layers: [
      .undirected(
        "friendship", people: 6,
        weighted: [
          (0, 1, 1e80), (1, 2, 2e80), (0, 2, 3e80), (3, 4, 1e-80), (4, 5, 2e-80), (3, 5, 3e-80),
        ])
    ])

  @Test func `Weights far apart are certified with conjugate gradients`() {
    let a = [0.9, 0.8, 0.95, 0.9, 0.8, 0.95]
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(Self.farApart, shares: [1]), ownScores: Self.farApart.ownScores, susceptibility: a)
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-9, solver: .cg))
    let exact = DenseInfluence(Self.farApart, shares: [1], isPooled: false).equilibrium(a, Self.farApart.ownScores)
    #expect(answer.outcome == .certified)
    #expect(distance(answer.scores, exact) <= answer.bound.value)
  }

  /// Susceptibilities that make `d_i / a_i` infinite, so that nothing can be summed.
  @Test func `Sums that leave the range of numbers are a breakdown and no answer`() {
    let a = [Double.leastNonzeroMagnitude, 0.95, 0.95, 0.95, 0.95, 0.95]
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(Self.farApart, shares: [1]), ownScores: Self.farApart.ownScores, susceptibility: a)
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-9, solver: .cg))
    let exact = DenseInfluence(Self.farApart, shares: [1], isPooled: false).equilibrium(a, Self.farApart.ownScores)
    #expect(answer.abandoned == .cg)
    #expect(answer.outcome == .certified)
    #expect(distance(answer.scores, exact) <= answer.bound.value)
  }

  /// Eight people follow 0, who follows the stubborn 9: with these numbers the first residual r is (150, 75, ..., 75, 0)
  /// and `r (I - A W) r = 150 * 150 - 8 * 75 * 37.5` is 0, by which the first step divides.
  @Test func `Biconjugate gradients that break down at once start again from an application of F`() {
    let society = Society(
      ownScores: [500] + [Double](repeating: 400, count: 8) + [800],
      layers: [.directed("follows", people: 10, weighted: [(0, 9, 1), (9, 0, 1)] + (1...8).map { ($0, 0, 1) })])
    let a = [0.5] + [Double](repeating: 0.75, count: 8) + [0]
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: a)
    var scores = society.ownScores
    var solver = BiconjugateGradients(
      system: LinearSystem(
        network: model.network, susceptibility: a, constant: zip(a, society.ownScores).map { (1 - $0) * $1 },
        threads: .one))
    let attempt = solver.improve(&scores, to: 1e-6, limit: 100)
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-6, solver: .bicgstab))
    #expect(attempt.applications == 2)
    #expect(!attempt.isReached)
    #expect(scores == society.ownScores)
    #expect(answer.outcome == .certified)
    #expect(distance(answer.scores, [650] + [Double](repeating: 587.5, count: 8) + [800]) < 1e-6)
  }
}
