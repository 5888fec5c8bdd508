import Testing

@testable import Analysis
@testable import Propagation

struct DistinctScoresTests {
  private func distinct(
    _ scores: [Double], bound: Double = 1e-6, rounding: Double = 1e-11, outcome: Equilibrium.Outcome = .certified
  ) -> [Double] {
    Equilibrium(
      scores: scores, previousScores: scores, rounds: 1, solver: .fixedPoint, abandoned: nil, change: 0,
      bound: ErrorBound(value: bound, rounding: rounding, form: .contraction), outcome: outcome, closedClasses: []
    ).distinctScores
  }

  @Test func `Scores that differ by rounding are one score`() {
    #expect(distinct([600, 500, 600 + 1e-11, 700]) == [600, 500, 600, 700])
  }

  @Test func `Scores within the bound but not within rounding stay apart`() {
    let scores = [600, 500, 600 + 1e-8, 700]
    #expect(distinct(scores) == scores)
  }

  @Test func `Scores that all lie within twice the bound are one score`() {
    #expect(distinct([600 + 1e-6, 600, 600 + 5e-7]) == [600, 600, 600])
  }

  @Test func `After a number of rounds only rounding is no difference`() {
    let scores = [600 + 1e-6, 600, 600 + 5e-7]
    #expect(distinct(scores, bound: 100, outcome: .rounds) == scores)
  }

  @Test func `Scores that did not converge keep their differences`() {
    let scores = [610.0, 600, 605]
    #expect(distinct(scores, bound: 100, outcome: .notConverged) == scores)
  }

  @Test func `Nobody has no scores`() {
    #expect(distinct([]) == [])
  }
}
