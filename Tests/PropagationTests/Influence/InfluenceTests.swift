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

  /// The shares by elimination, for any weights.
  private func exactShares(_ random: RandomModel, _ susceptibility: [Double], _ weights: [Double]) -> [Double] {
    let reach = random.dense.reach(susceptibility)
    return weights.indices.map { column in
      weights.indices.reduce(0) { $0 + weights[$1] * reach[$1][column] }
    }
  }

  @Test(arguments: [0.7, 0.9, 0.99], [true, nil])
  func `Influence that is not mutual is certified near susceptibility 1 too`(
    susceptibility: Double, areDirected: Bool?
  ) {
    for seed in 0..<20 as Range<UInt64> {
      let random = RandomModel(seed: seed, .constant, people: 10...24, areDirected: areDirected)
      let count = random.society.count
      let everyone = [Double](repeating: susceptibility, count: count)
      let model = FriedkinJohnsen(
        network: random.model.network, ownScores: random.society.ownScores, susceptibility: everyone)
      for weights in [[Double](repeating: 1 / Double(count), count: count), (0..<count).map { $0 == 3 ? 1.0 : 0 }] {
        let influence = model.influence(on: weights, SolverSettings(tolerance: 1e-10))
        let exact = exactShares(random, everyone, weights)
        let error = zip(influence.shares, exact).map { ($0 - $1).magnitude }.reduce(0, +)
        #expect(influence.isCertified, "seed \(seed)")
        #expect(error <= influence.bound + 1e-14 * Double(count), "seed \(seed)")
        #expect(influence.shares.allSatisfy { $0 >= 0 })
      }
    }
  }

  /// 5,000 people who each follow ten at random; plain iteration takes log(1e-9) / log(0.99), about 2000 rounds.
  private func followers(threads: Int = 1) -> (FriedkinJohnsen, SolverSettings) {
    var draws = RandomStream(seed: 31, stream: 1)
    var arcs = ArcList()
    for person in 0..<5_000 {
      for _ in 0..<10 { arcs.append(person, draws.integer(below: 5_000), 0.1 + draws.uniform()) }
    }
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(TieTable(personCount: 5_000, arcs: arcs)),
      ownScores: (0..<5_000).map { _ in 350 + 600 * draws.uniform() },
      susceptibility: [Double](repeating: 0.99, count: 5_000))
    return (model, SolverSettings(tolerance: 1e-9, threads: ThreadCount(threads)))
  }

  @Test func `Influence that is not mutual takes few rounds near susceptibility 1`() {
    let (model, settings) = followers()
    let influence = model.influence(on: [Double](repeating: 1 / 5_000, count: 5_000), settings)
    #expect(influence.isCertified)
    #expect(influence.rounds < 100)
  }

  @Test func `The number of threads changes no bit where influence is not mutual`() {
    let (alone, together) = (followers(), followers(threads: 3))
    let weights = [Double](repeating: 1 / 5_000, count: 5_000)
    let (one, other) = (
      alone.0.influence(on: weights, alone.1), together.0.influence(on: weights, together.1)
    )
    #expect(one.shares == other.shares && one.bound == other.bound && one.rounds == other.rounds)
  }

  /// Eight people follow 0 and are followed by one each, 0 follows the stubborn 9: with these weights the first residual r
  /// is 2 at 0 and 1 at the eight, so `r (I - W'A) r = 2 * 2 + 8 - 8 * 0.75 * 2` vanishes, by which the first step divides.
  @Test func `Biconjugate gradients that break down leave it to plain iteration`() {
    var arcs = ArcList()
    arcs.append(0, 9, 1)
    arcs.append(9, 0, 1)
    for person in 1...8 {
      arcs.append(person, 0, 1)
      arcs.append(person + 9, person, 1)
    }
    let society = Society(
      ownScores: (0..<18).map { 400 + 10 * Double($0) },
      layers: [
        Layer(
          name: "follows", kind: .friendship, isDirected: true, isWeighted: true,
          ties: TieTable(personCount: 18, arcs: arcs))
      ])
    let a = [0.5] + [Double](repeating: 0.75, count: 8) + [0] + [Double](repeating: 0.75, count: 8)
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: a)
    let weights =
      [0] + [Double](repeating: 1 / 3.0, count: 8) + [0] + [Double](repeating: 1 / 0.75, count: 8)
    let influence = model.influence(on: weights, SolverSettings(tolerance: 1e-9))
    let reach = DenseInfluence(society, shares: [1], isPooled: false).reach(a)
    let exact = (0..<18).map { column in (0..<18).reduce(0) { $0 + weights[$1] * reach[$1][column] } }
    #expect(influence.isCertified)
    #expect(zip(influence.shares, exact).map { ($0 - $1).magnitude }.reduce(0, +) <= influence.bound + 1e-12)
  }
}
