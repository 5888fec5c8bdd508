import Analysis
import GraphModel
import Propagation
import Testing

@testable import Reporting

/// What the report says of the solver that made the scores.
struct EffortTests {
  private func report(_ change: (inout AnalysisSettings) -> Void) throws -> String {
    let findings = try Fixture.findings(Fixture.town()) {
      $0.permutations = .count(0)
      change(&$0)
    }
    return flat(TextReport(findings, width: 120, ink: .plain).text())
  }

  @Test func `Plain rounds are rounds`() throws {
    #expect(try report { $0.solver = .fixedPoint }.contains(/points \([0-9]+ rounds\)\./))
  }

  @Test(arguments: [
    (Solver.sor, "over-relaxation"), (.bicgstab, "biconjugate gradients"), (.chebyshev, "Chebyshev iteration"),
    (.cg, "conjugate gradients"),
  ])
  func `Sweeps of a solver are told with its name`(solver: Solver, words: String) throws {
    let text = try report {
      $0.solver = solver
      $0.mix = .pooled
    }
    #expect(text.contains("sweeps of \(words))."))
  }
}
