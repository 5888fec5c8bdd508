import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct EquilibriumTests {
  private static func karate(_ susceptibility: Double) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(Karate.society, shares: [1]), ownScores: Karate.ownScores,
      susceptibility: [Double](repeating: susceptibility, count: 34))
  }

  /// A ring of three that nobody reaches from outside.
  private static var ring: FriedkinJohnsen {
    let society = Society(
      ownScores: [400, 500, 900],
      layers: [.directed("follows", people: 3, weighted: [(0, 1, 1), (1, 2, 1), (2, 0, 1), (0, 2, 2)])])
    return .deGroot(network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores)
  }

  // MARK: How it ends

  @Test func `A tolerance that is reached is certified`() {
    #expect(Self.karate(0.8).equilibrium(SolverSettings(tolerance: 6e-7)).outcome == .certified)
  }

  @Test func `A certified bound is within the tolerance`() {
    #expect(Self.karate(0.8).equilibrium(SolverSettings(tolerance: 6e-7)).bound.value <= 6e-7)
  }

  @Test func `Too few rounds do not converge`() {
    #expect(Self.karate(0.8).equilibrium(SolverSettings(tolerance: 6e-7, maximumRounds: 5)).outcome == .notConverged)
  }

  @Test func `A tolerance below rounding ends at the rounding floor`() {
    #expect(Self.karate(0.8).equilibrium(SolverSettings(tolerance: 1e-300)).outcome == .roundingFloor)
  }

  @Test func `A tolerance below rounding ends at the rounding floor for an undirected class`() {
    #expect(Self.karate(1).equilibrium(SolverSettings(tolerance: 1e-300)).outcome == .roundingFloor)
  }

  @Test func `A tolerance below rounding ends at the rounding floor for a directed class`() {
    #expect(Self.ring.equilibrium(SolverSettings(tolerance: 1e-300)).outcome == .roundingFloor)
  }

  @Test func `A class that had too few rounds does not converge`() {
    #expect(Self.ring.equilibrium(SolverSettings(tolerance: 1e-6, maximumRounds: 4)).outcome == .notConverged)
  }

  /// Rounding can keep the change of a round hovering a few units above the floor; 5029 and 5066 are such societies.
  @Test(arguments: [UInt64](5025..<5070))
  func `No society is turned over for ever above the rounding floor`(seed: UInt64) {
    let model = RandomModel(seed: seed, .oftenOne).model
    let answer = model.equilibrium(SolverSettings(tolerance: 1e-300, maximumRounds: 20_000))
    let goesRound = answer.closedClasses.contains { $0.period > 1 }
    #expect(answer.outcome == (goesRound ? .periodic : .roundingFloor))
  }

  @Test func `With a susceptibility of 0 for everyone the answer is the own scores`() {
    #expect(Self.karate(0).equilibrium(SolverSettings(tolerance: 6e-7)).scores == Karate.ownScores)
  }

  @Test func `One person keeps the own score`() {
    let society = Society(ownScores: [612.5], layers: [.undirected("friendship", people: 1, [])])
    let model = FriedkinJohnsen.deGroot(network: InfluenceMatrix(society, shares: [1]), ownScores: [612.5])
    #expect(model.tight.scores == [612.5])
  }

  @Test func `Nobody is a society too`() {
    let society = Society(ownScores: [], layers: [.undirected("friendship", people: 0, [])])
    let model = FriedkinJohnsen.deGroot(network: InfluenceMatrix(society, shares: [1]), ownScores: [])
    #expect(model.tight.outcome == .certified)
  }

  @Test func `The answer is one application of F to the scores before it`() {
    let answer = Self.karate(0.8).tight
    var next = answer.scores
    _ = Self.karate(0.8).apply(answer.previousScores, into: &next, threads: .one)
    #expect(next == answer.scores)
  }

  @Test func `The change is the largest distance to the scores before`() {
    let answer = Self.karate(0.8).tight
    #expect(answer.change == distance(answer.scores, answer.previousScores))
  }

  // MARK: Rounds

  /// Three people in a row, a = 0.5: by hand from (400, 500, 900).
  @Test func `Two rounds are two applications of F`() {
    let society = Society(
      ownScores: [400, 500, 900], layers: [.undirected("friendship", people: 3, [(0, 1), (1, 2)])])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: [0.5, 0.5, 0.5])
    // After one round (450, 575, 700), after two (200 + 287.5, 250 + 287.5, 450 + 287.5).
    #expect(model.rounds(2, SolverSettings(tolerance: 1)).scores == [487.5, 537.5, 737.5])
  }

  @Test func `No round leaves the own scores`() {
    #expect(Self.karate(0.8).rounds(0, SolverSettings(tolerance: 1)).scores == Karate.ownScores)
  }

  @Test func `No round has no bound`() {
    #expect(Self.karate(0.8).rounds(0, SolverSettings(tolerance: 1)).bound.value == .infinity)
  }

  @Test func `A number of rounds is never called converged`() {
    #expect(Self.karate(0.8).rounds(500, SolverSettings(tolerance: 1)).outcome == .rounds)
  }

  // MARK: The same answer whatever the threads and the order of people

  private static let large = RandomSociety.large(seed: 4, people: 6000, tiesPerPerson: 6)

  private static func largeModel(_ susceptibility: (Int) -> Double) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(large, shares: [1]), ownScores: large.ownScores,
      susceptibility: (0..<large.count).map(susceptibility))
  }

  @Test func `The large society is cut into several blocks`() {
    #expect(Self.largeModel { _ in 0.5 }.network.blocks.count >= 3)
  }

  @Test(arguments: [2, 3, 7])
  func `Any number of threads gives the same bits`(threads: Int) {
    let model = Self.largeModel { _ in 0.5 }
    let one = model.equilibrium(SolverSettings(tolerance: 1e-6))
    let many = model.equilibrium(SolverSettings(tolerance: 1e-6, threads: ThreadCount(threads)))
    #expect(one.scores == many.scores)
  }

  @Test(arguments: [2, 3])
  func `Any number of threads gives the same bits of the weighted bound`(threads: Int) {
    let model = Self.largeModel { $0 % 5 == 0 ? 0.5 : 1 }
    let one = model.rounds(3, SolverSettings(tolerance: 1e-6))
    let many = model.rounds(3, SolverSettings(tolerance: 1e-6, threads: ThreadCount(threads)))
    #expect(one.bound == many.bound)
  }

  @Test func `Relabelling people changes nothing beyond the bound`() {
    let violations = (0..<UInt64(60)).filter { seed in
      let random = RandomModel(seed: seed, seed % 2 == 0 ? .mixed : .oftenOne)
      let settings = SolverSettings(tolerance: 1e-7, maximumRounds: 2000)
      var stream = RandomStream(seed: seed, stream: 5)
      let order = stream.permutation(of: random.society.count)
      var susceptibility = random.susceptibility
      for (person, place) in order.enumerated() { susceptibility[place] = random.susceptibility[person] }
      let society = random.society.relabelled(order)
      let other = FriedkinJohnsen(
        network: InfluenceMatrix(society, shares: random.shares, mix: random.mix), ownScores: society.ownScores,
        susceptibility: susceptibility
      ).equilibrium(settings)
      let one = random.model.equilibrium(settings)
      return distance(one.scores, order.map { other.scores[$0] }) > one.bound.value + other.bound.value
    }
    #expect(violations == [])
  }
}
