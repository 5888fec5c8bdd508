import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct InfluenceTests {
  private let settings = SolverSettings(tolerance: 1e-13)

  private var florentine: FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(Florentine.society, shares: [0.5, 0.5]), ownScores: Florentine.ownScores,
      susceptibility: Reference.florentineSusceptibility)
  }

  @Test func `Who moves the Medici is a row of V`() {
    let sources = florentine.sources(of: Florentine.medici, settings)
    #expect(distance(sources.shares, Reference.mediciRow) < 1e-12)
    #expect(sources.isCertified)
  }

  @Test func `Whom the Medici move is a column of V`() {
    let reach = florentine.reach(of: Florentine.medici, settings)
    #expect(distance(reach.scores, Reference.mediciColumn) < 1e-12)
  }

  @Test func `Global influence is the mean of the columns of V`() {
    let influence = florentine.influence(on: [Double](repeating: 1 / 16, count: 16), settings)
    #expect(distance(influence.shares, Reference.florentineInfluence) < 1e-12)
  }

  /// The example with influence (2/5, 2/5, 1/5).
  ///
  /// B. Golub, M. O. Jackson, "Naïve learning in social networks and the wisdom of crowds", AEJ: Microeconomics 2 (2010).
  @Test func `In DeGroot's model influence is the left eigenvector`() {
    var arcs = ArcList()
    for (one, other, weight) in [(0, 1, 0.5), (0, 2, 0.5), (1, 0, 1), (2, 1, 1)] { arcs.append(one, other, weight) }
    let model = FriedkinJohnsen.deGroot(
      network: InfluenceMatrix(TieTable(personCount: 3, arcs: arcs)), ownScores: [400, 500, 600])
    let influence = model.influence(on: [1 / 3.0, 1 / 3.0, 1 / 3.0], settings)
    #expect(distance(influence.shares, [0.4, 0.4, 0.2]) < 1e-14)
    #expect(influence.isCertified)
  }

  /// With symmetric ties the eigenvector is the strengths: DeGroot's own result for the karate club.
  @Test func `With mutual ties influence in DeGroot's model is strength`() {
    let network = InfluenceMatrix(Karate.society, shares: [1])
    let strengths = Karate.society.layers[0].ties.strengths
    let total = strengths.reduce(0, +)
    let model = FriedkinJohnsen.deGroot(network: network, ownScores: Karate.society.ownScores)
    let influence = model.influence(on: [Double](repeating: 1 / 34, count: 34), settings)
    #expect(distance(influence.shares, strengths.map { $0 / total }) < 1e-14)
  }

  @Test(arguments: RandomModel.Susceptibilities.allCases)
  func `The errors of all people together are never above the bound`(kind: RandomModel.Susceptibilities) {
    for seed in 0..<50 as Range<UInt64> {
      let random = RandomModel(seed: seed, kind)
      let count = random.society.count
      var draws = RandomStream(seed: seed, stream: 11)
      let weights = (0..<count).map { _ in draws.uniform() }
      let reach = random.dense.reach(random.susceptibility)
      let exact = (0..<count).map { column in (0..<count).reduce(0) { $0 + weights[$1] * reach[$1][column] } }
      for tolerance in [1e-3, 1e-9] {
        let influence = random.model.influence(
          on: weights, SolverSettings(tolerance: tolerance, maximumRounds: 200_000))
        let error = zip(influence.shares, exact).map { ($0 - $1).magnitude }.reduce(0, +)
        // The reference itself is rounded to doubles.
        #expect(error <= influence.bound + 1e-14 * Double(count), "seed \(seed)")
        #expect(influence.shares.allSatisfy { $0 >= 0 })
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Shares of somebody's sources sum to 1`(seed: UInt64) {
    let random = RandomModel(seed: seed, .mixed)
    let sources = random.model.sources(of: 0, settings)
    #expect(abs(sources.shares.reduce(0, +) - 1) <= sources.bound + 1e-14)
  }

  @Test(arguments: [2, 5])
  func `The number of threads changes no bit`(threads: Int) {
    let society = RandomSociety.large(seed: 3, people: 20_000, tiesPerPerson: 4)
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores,
      susceptibility: [Double](repeating: 0.9, count: society.count))
    let weights = [Double](repeating: 1 / 20_000, count: 20_000)
    let alone = model.influence(on: weights, SolverSettings(tolerance: 1e-9))
    let together = model.influence(on: weights, SolverSettings(tolerance: 1e-9, threads: ThreadCount(threads)))
    #expect(alone.shares == together.shares && alone.bound == together.bound)
  }

  @Test func `People without ties move themselves alone`() {
    let sources = florentine.sources(of: Florentine.pucci, settings)
    #expect(sources.shares[Florentine.pucci] == 1)
    #expect(sources.shares.reduce(0, +) == 1)
  }
}
