import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct CertificateTests {
  /// The seeds of random models whose answer is further from the exact one than its bound says.
  private func violations(
    _ kind: RandomModel.Susceptibilities, _ solve: (FriedkinJohnsen, UInt64) -> Equilibrium
  ) -> [UInt64] {
    (0..<100).filter { seed in
      let random = RandomModel(seed: seed, kind)
      let answer = solve(random.model, seed)
      return !(distance(answer.scores, random.exact) <= answer.bound.value)
    }
  }

  @Test(arguments: RandomModel.Susceptibilities.allCases)
  func `The true error of an equilibrium is never above its bound`(kind: RandomModel.Susceptibilities) {
    let violations = violations(kind) { model, seed in
      model.equilibrium(SolverSettings(tolerance: seed % 2 == 0 ? 1e-300 : 1e-6, maximumRounds: 2000))
    }
    #expect(violations == [])
  }

  @Test(arguments: RandomModel.Susceptibilities.allCases)
  func `The true error of a few rounds is never above its bound`(kind: RandomModel.Susceptibilities) {
    let violations = violations(kind) { model, seed in
      model.rounds(1 + Int(seed) % 7, SolverSettings(tolerance: 1e-6, maximumRounds: 2000))
    }
    #expect(violations == [])
  }

  @Test func `The contraction form holds where the weighted form is the tighter one`() {
    let violations = (0..<UInt64(100)).filter { seed in
      let random = RandomModel(seed: seed, .nearOne)
      guard let alpha = random.model.susceptibility.max(), alpha > 0.99 else { return false }
      let answer = random.model.rounds(30, SolverSettings(tolerance: 1e-6, maximumRounds: 1))
      let bound = Certificate.contraction(alpha).bound(change: answer.change, magnitude: 950, of: random.model)
      return distance(answer.scores, random.exact) > bound.value
    }
    #expect(violations == [])
  }

  @Test func `The weighted form holds where it is hardly needed`() {
    let violations = (0..<UInt64(100)).filter { seed in
      let random = RandomModel(seed: seed, .mixed)
      // v = (I - A W)^-1 1 by elimination has c = 1 but for rounding.
      let column = random.dense.equilibrium(
        random.model.susceptibility, random.model.susceptibility.map { 1 / (1 - $0) })
      let answer = random.model.rounds(5, SolverSettings(tolerance: 1e-6, maximumRounds: 1))
      let bound = Certificate.weighted(column, largest: column.max() ?? 1, margin: 1 - 1e-9).bound(
        change: answer.change, magnitude: 950, of: random.model)
      return distance(answer.scores, random.exact) > bound.value
    }
    #expect(violations == [])
  }

  /// Two people tied to each other, a = 0.5, s = 400 and 800: one round moves each by 200.
  @Test func `The bound of one round is alpha / (1 - alpha) times the change, and rounding`() {
    let answer = Self.pair(susceptibility: [0.5, 0.5]).rounds(1, SolverSettings(tolerance: 1))
    let rounding = (1 + 2 + 8) * Double.ulpOfOne * 800 / 0.5
    #expect((answer.bound.value - (200 + rounding)).magnitude < 1e-12)
  }

  @Test func `Somebody with a susceptibility of 1 who is reached by others is certified by the weighted form`() {
    #expect(Self.pair(susceptibility: [1, 0.5]).tight.bound.form == .weighted)
  }

  @Test func `Susceptibilities up to 0.99 are certified by the contraction form`() {
    #expect(Self.pair(susceptibility: [0.99, 0.5]).tight.bound.form == .contraction)
  }

  @Test func `Somebody nobody reaches leaves rounds without a bound`() {
    let answer = Self.pair(susceptibility: [1, 1]).rounds(3, SolverSettings(tolerance: 1e-6))
    #expect(answer.bound == ErrorBound(value: .infinity, rounding: 0, form: .none))
  }

  /// `a = 1 - 1e-12` for everyone: the equilibrium is the mean within 1e-12, and no number of rounds gets there.
  @Test func `A susceptibility of 1 - 1e-12 for everyone keeps an honest bound`() {
    let a = [Double](repeating: 1 - 1e-12, count: Karate.society.count)
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(Karate.society, shares: [1]), ownScores: Karate.ownScores, susceptibility: a)
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-6, maximumRounds: 300))
    let exact = DenseInfluence(Karate.society, shares: [1], isPooled: false).equilibrium(a, Karate.ownScores)
    #expect(distance(answer.scores, exact) <= answer.bound.value)
  }

  /// The centre of a star with leaves i = 1...n, weights w_i: `x_0 (1 - a^2) = (1 - a) (s_0 + a sum w_i s_i / sum w_i)`.
  @Test func `The bound holds for a person with 10,000 ties`() {
    var random = RandomStream(seed: 1, stream: 9)
    let count = 10_001
    let a = 0.9
    let own = (0..<count).map { _ in 350 + 600 * random.uniform() }
    let ties = (1..<count).map { (0, $0, 0.001 + random.uniform()) }
    let society = Society(ownScores: own, layers: [.undirected("star", people: count, weighted: ties)])
    let answer = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: own,
      susceptibility: [Double](repeating: a, count: count)
    ).equilibrium(SolverSettings(tolerance: 1e-300))
    var products = DoubleDouble.zero
    var weights = DoubleDouble.zero
    for (_, leaf, weight) in ties {
      products = products + DoubleDouble(weight) * DoubleDouble(own[leaf])
      weights = weights + DoubleDouble(weight)
    }
    let mean = DoubleDouble(own[0]) + DoubleDouble(a) * products / weights
    let centre = (mean / (DoubleDouble(1) + DoubleDouble(a))).value
    #expect((answer.scores[0] - centre).magnitude <= answer.bound.value)
  }

  private static func pair(susceptibility: [Double]) -> FriedkinJohnsen {
    let society = Society(ownScores: [400, 800], layers: [.undirected("friendship", people: 2, [(0, 1)])])
    return FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: susceptibility)
  }
}
