import Testing

@testable import Propagation

struct SweepPlanTests {
  private func plan(
    _ asked: Solver = .automatic, isSymmetric: Bool, _ spectralRadius: Double, arcs: Int = 1_000_000
  ) -> SweepPlan {
    SweepPlan(
      asked: asked, isSymmetric: isSymmetric, spectralRadius: spectralRadius, arcs: arcs, people: 50_000)
  }

  @Test func `Mutual influence is swept by conjugate gradients, other influence by biconjugate ones where that pays`() {
    #expect(plan(isSymmetric: true, 0.5).solver == .cg)
    #expect(plan(isSymmetric: false, 0.9).solver == .bicgstab)
    #expect(plan(isSymmetric: false, 0.5).solver == .fixedPoint)
  }

  @Test func `A solver that was asked for is taken where it works`() {
    #expect(plan(.chebyshev, isSymmetric: true, 0.9).solver == .chebyshev)
    #expect(plan(.chebyshev, isSymmetric: false, 0.9).solver == .bicgstab)
    #expect(plan(.fixedPoint, isSymmetric: true, 0.9).solver == .fixedPoint)
  }

  /// Plain iteration at a radius of 1/2 halves residuals once a sweep.
  @Test func `What may be pushed grows with the sweeps that it saves`() {
    let plan = plan(.fixedPoint, isSymmetric: true, 0.5)
    let one = plan.arcs(from: 2, to: 1)
    #expect((plan.arcs(from: 8, to: 1) - 3 * one).magnitude <= 3)
    #expect(plan.arcs(from: 1, to: 2) == 0)
  }

  @Test(arguments: [0, 0.3, 1, 1.000001])
  func `Any radius gives a finite plan`(radius: Double) {
    #expect(plan(isSymmetric: true, radius).arcs(from: 1e300, to: 1e-300) > 0)
  }

  /// Stages of 1,000, 4,000, 16,000 arcs and so on; how many there are, and how many arcs, until pushing is given up.
  private func growingStages(last: Double) -> (count: Int, arcs: Int) {
    var work = PushWork(plan(.fixedPoint, isSymmetric: true, 0.5), isRewired: false)
    var count = 0
    var degree = 1_000
    while work.begin(from: 2, to: 1, last: last) {
      let start = work.arcs
      work.push(along: degree)
      if work.isGivenUp { break }
      work.end(since: start)
      degree *= 4
      count += 1
    }
    return (count, work.arcs)
  }

  /// A sweep over 1,000,000 arcs of 50,000 people is worth 43,750 pushed ones, and a stage here saves one.
  @Test func `Pushing is given up before a stage that costs more than it saves`() {
    #expect(growingStages(last: 1e-9) == (3, 21_000))
  }

  /// Three sweeps more are worth 131,250 arcs: 64,000 are not too many, 256,000 are.
  @Test func `The last stage may also cost what it takes to sweep at all`() {
    #expect(growingStages(last: 1) == (4, 85_000))
  }

  @Test func `Pushing is given up in a stage that takes longer than was thought`() {
    var work = PushWork(plan(.fixedPoint, isSymmetric: true, 0.5), isRewired: false)
    let begins = work.begin(from: 2, to: 1, last: 1)
    #expect(begins)
    work.push(along: 100_000)
    #expect(!work.isGivenUp)
    work.push(along: 100_000)
    #expect(work.isGivenUp)
  }
}
