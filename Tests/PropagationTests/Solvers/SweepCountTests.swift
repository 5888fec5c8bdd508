import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// How many sweeps solvers take, and that no number of threads changes a bit.
struct SweepCountTests {
  private static func sweeps(_ model: FriedkinJohnsen, _ solver: Solver) -> Int {
    let answer = model.equilibrium(SolverSettings(tolerance: 6e-7, solver: solver))
    return answer.outcome == .certified ? answer.rounds : .max
  }

  @Test(arguments: [0.95, 0.99, 0.999])
  func `The automatic choice takes a third of plain rounds at most where influence is mutual`(alpha: Double) {
    let model = SolverModels.large { _ in alpha }
    #expect(3 * Self.sweeps(model, .automatic) <= Self.sweeps(model, .fixedPoint))
  }

  @Test(arguments: [0.95, 0.99, 0.999])
  func `The automatic choice takes a third of plain rounds at most where influence is one-sided`(alpha: Double) {
    let model = SolverModels.directed { _ in alpha }
    #expect(3 * Self.sweeps(model, .automatic) <= Self.sweeps(model, .fixedPoint))
  }

  @Test func `Unequal susceptibilities up to 1 are certified in 100 sweeps where influence is mutual`() {
    #expect(Self.sweeps(SolverModels.large(SolverModels.unequal), .automatic) <= 100)
  }

  @Test func `Unequal susceptibilities up to 1 are certified in 100 sweeps where influence is one-sided`() {
    #expect(Self.sweeps(SolverModels.directed(SolverModels.unequal), .automatic) <= 100)
  }

  @Test(arguments: [Solver.sor, .chebyshev, .cg, .bicgstab])
  func `Every other solver takes less than half of plain rounds at 0.95`(solver: Solver) {
    let model = SolverModels.large { _ in 0.95 }
    #expect(2 * Self.sweeps(model, solver) < Self.sweeps(model, .fixedPoint))
  }

  @Test func `Sweeps person by person take fewer rounds where influence is one-sided`() {
    let model = SolverModels.directed { $0 % 9 == 0 ? 0.98 : 0.9 }
    #expect(Self.sweeps(model, .sor) < Self.sweeps(model, .fixedPoint))
  }

  // MARK: Threads

  private static let threadCases = Solver.allCases.flatMap { solver in [2, 3, 7].map { (solver, $0) } }

  @Test(arguments: threadCases)
  func `Any number of threads gives the same bits`(solver: Solver, threads: Int) {
    let model = SolverModels.large(SolverModels.unequal)
    let one = model.equilibrium(SolverSettings(tolerance: 6e-7, solver: solver))
    let many = model.equilibrium(
      SolverSettings(tolerance: 6e-7, solver: solver, threads: ThreadCount(threads)))
    #expect(model.network.blocks.count >= 2)
    #expect(one.scores == many.scores)
    #expect(one.bound == many.bound)
    #expect(one.rounds == many.rounds)
  }

  @Test(arguments: [Solver.sor, .bicgstab], [2, 3, 7])
  func `Any number of threads gives the same bits where influence is one-sided`(solver: Solver, threads: Int) {
    let model = SolverModels.directed(SolverModels.unequal)
    let one = model.equilibrium(SolverSettings(tolerance: 6e-7, solver: solver))
    let many = model.equilibrium(
      SolverSettings(tolerance: 6e-7, solver: solver, threads: ThreadCount(threads)))
    #expect(one.scores == many.scores)
    #expect(one.bound == many.bound)
  }
}
