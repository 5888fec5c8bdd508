import Analysis
import Compute
import Propagation
import Testing

@testable import Simulation

struct RepeatedSimulationsTests {
  private func side(_ change: (inout Scenario) -> Void) throws -> RepeatedSimulations.Side {
    var scenario = SmallSociety.still(periods: 3)
    scenario.deeds = Scenario.DeedRule()
    change(&scenario)
    let read = SmallSociety.of(
      (0..<12).map { 400 + 30 * Double($0 * 5 % 12) }, friends: (0..<12).map { ($0, ($0 + 1) % 12) })
    var run = try SimulationRun(read, scenario, threads: .one)
    while !run.isOver { try run.advance() }
    return RepeatedSimulations.Side(read, scenario, last: run.society.record, layers: ["friendship"])
  }

  /// Student's t at 0.975 with two and with three degrees of freedom, from any table.
  private func compared(_ repeated: RepeatedSimulations, threads: Int = 1) throws -> SeedComparison {
    try repeated.comparison(threads: ThreadCount(threads), progress: .silent) { _, freedom in
      freedom == 2 ? 4.30265 : 3.18245
    }
  }

  @Test func `Seeds are the smallest numbers from 1 that neither run has had`() throws {
    let repeated = RepeatedSimulations(try side { $0.seed = 2 }, try side { $0.seed = 4 }, count: 4)
    #expect(repeated.seeds == [1, 3, 5, 6])
  }

  @Test func `The result does not depend on threads`() throws {
    let repeated = RepeatedSimulations(try side { $0.seed = 9 }, try side { $0.decay = 0.5 }, count: 3)
    #expect(try compared(repeated) == compared(repeated, threads: 3))
  }

  @Test func `Equal scenarios never differ under one seed`() throws {
    let seeds = try compared(RepeatedSimulations(try side { $0.seed = 9 }, try side { $0.seed = 10 }, count: 3))
    #expect(seeds.measures.allSatisfy { $0.meanDifference == nil || $0.meanDifference == 0 })
    #expect(seeds.count(.more) == 0)
    #expect(seeds.measures.contains { ($0.sdFirst ?? 0) > 0 })
  }

  @Test func `A rule that moves scores is more than seeds explain`() throws {
    let seeds = try compared(
      RepeatedSimulations(try side { _ in }, try side { $0.propagation.susceptibility = .constant(0) }, count: 4))
    #expect(seeds.status == .paired)
    #expect(seeds.measures.first { $0.name == "public_sd" }?.verdict == .more)
    #expect(seeds.measures.first { $0.name == "own_mean" }?.verdict == .noMore)
  }
}
