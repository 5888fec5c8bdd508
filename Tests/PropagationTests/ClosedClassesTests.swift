import Foundation
import GraphModel
import Propagation
import TestSupport
import Testing

struct ClosedClassesTests {
  private static func deGroot(_ society: Society, mix: LayerMix = .perLayer) -> FriedkinJohnsen {
    FriedkinJohnsen.deGroot(
      network: InfluenceMatrix(society, shares: society.layers.map { _ in 1 }, mix: mix), ownScores: society.ownScores)
  }

  private static func directed(_ ownScores: [Double], _ arcs: [(Int, Int, Double)]) -> Society {
    Society(ownScores: ownScores, layers: [.directed("follows", people: ownScores.count, weighted: arcs)])
  }

  // MARK: Who cannot be reached

  /// 0 and 1 follow each other, 2 follows 0, 3 follows the stubborn 4; everyone else has a = 1.
  @Test func `People whom nobody with a susceptibility below 1 reaches are named`() {
    let society = Self.directed([400, 500, 600, 700, 800], [(0, 1, 1), (1, 0, 1), (2, 0, 1), (3, 4, 1), (4, 3, 1)])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: [1, 1, 1, 1, 0.3])
    #expect(model.tight.closedClasses.map(\.members) == [[0, 1]])
  }

  @Test func `One person with a susceptibility below 1 opens a class`() {
    let society = Self.directed([400, 500, 600], [(0, 1, 1), (1, 2, 1), (2, 0, 1)])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: [1, 1, 1 - 1e-12])
    #expect(model.rounds(1, SolverSettings(tolerance: 1)).closedClasses.isEmpty)
  }

  @Test func `A person without ties is no class`() {
    let society = Self.directed([400, 500, 600], [(0, 1, 1), (1, 0, 1)])
    #expect(Self.deGroot(society).tight.closedClasses.map(\.members) == [[0, 1]])
  }

  @Test func `A person tied to nobody but the same person is a class of one`() {
    let society = Self.directed([400, 500, 600], [(0, 0, 1), (1, 0, 1), (2, 1, 1)])
    #expect(Self.deGroot(society).tight.closedClasses.map(\.members) == [[0]])
  }

  @Test func `Closed classes are the ones that reachability finds`() {
    let violations = (0..<UInt64(150)).filter { seed in
      let random = RandomModel(seed: seed, seed % 2 == 0 ? .all : .oftenOne, areDirected: true)
      let found = random.model.equilibrium(SolverSettings(tolerance: 1, maximumRounds: 100)).closedClasses
      return found.map(\.members) != random.dense.closedClasses(random.susceptibility)
    }
    #expect(violations == [])
  }

  @Test func `A class of 100,000 people in a row is found without recursion`() {
    let count = 100_000
    let society = Self.directed(
      [Double](repeating: 500, count: count), (0..<count).map { ($0, ($0 + 1) % count, 1) })
    #expect(Self.deGroot(society).tight.closedClasses.map(\.members.count) == [count])
  }

  // MARK: What classes settle on

  /// Influence 2/5, 2/5 and 1/5.
  ///
  /// Source: B. Golub, M. O. Jackson, "Naive learning in social networks", AEJ: Microeconomics 2 (2010).
  @Test(arguments: zip([0, 1, 2], [0.4, 0.4, 0.2]))
  func `Influence in the example of Golub and Jackson is as published`(person: Int, influence: Double) {
    let society = Self.directed(
      (0..<3).map { $0 == person ? 1 : 0 }, [(0, 1, 0.5), (0, 2, 0.5), (1, 0, 1), (2, 1, 1)])
    let answer = Self.deGroot(society).equilibrium(SolverSettings(tolerance: 1e-12))
    #expect((answer.scores[0] - influence).magnitude < 1e-12)
  }

  /// `degroot_2x2` of `small.json`: T = [[1/2, 1/2], [1/4, 3/4]], influence 1/3 and 2/3.
  @Test func `Two people with self-weights agree on the mean by influence`() {
    let society = Self.directed([300, 900], [(0, 0, 0.5), (0, 1, 0.5), (1, 0, 0.25), (1, 1, 0.75)])
    #expect(distance(Self.deGroot(society).tight.scores, [700, 700]) < 1e-9)
  }

  @Test func `The karate club agrees on the mean weighted by strength`() {
    let scores = Self.deGroot(Karate.society).tight.scores
    #expect(relativeDistance(scores, [Double](repeating: Reference.karateConsensus, count: 34)) < 1e-10)
  }

  @Test func `Components that do not touch agree each on their own`() {
    let society = Society(
      ownScores: [400, 500, 600, 700, 900],
      layers: [.undirected("friendship", people: 5, [(0, 1), (1, 2), (0, 2), (3, 4)])])
    #expect(distance(Self.deGroot(society).tight.scores, [500, 500, 500, 800, 800]) < 1e-9)
  }

  @Test func `A directed class settles on the mean by its stationary distribution`() {
    let violations = (0..<UInt64(100)).filter { seed in
      let random = RandomModel(seed: seed, .all, areDirected: true)
      let answer = random.model.equilibrium(SolverSettings(tolerance: 1e-6, maximumRounds: 20_000))
      return answer.closedClasses.contains { group in
        let weights = random.dense.stationary(group.members)
        let mean = zip(group.members, weights).reduce(DoubleDouble.zero) {
          $0 + DoubleDouble(random.society.ownScores[$1.0]) * $1.1
        }
        return !((group.value - mean.value).magnitude <= group.error)
      }
    }
    #expect(violations == [])
  }

  @Test func `Undirected layers in the per-layer mix settle on the mean by their stationary distribution`() {
    // 0-1 in one layer, 0-2 and 1-2 in the other, weighted: W has no symmetric weights behind it.
    let society = Society(
      ownScores: [400, 500, 900],
      layers: [
        .undirected("friendship", people: 3, [(0, 1)]),
        .undirected("transaction", people: 3, weighted: [(0, 2, 3), (1, 2, 1)]),
      ])
    // W = [[0, 1/2, 1/2], [1/2, 0, 1/2], [3/4, 1/4, 0]], so pi = (7, 5, 6) / 18.
    let value = Double(7 * 400 + 5 * 500 + 6 * 900) / 18
    #expect(distance(Self.deGroot(society).tight.scores, [value, value, value]) < 1e-6)
  }

  @Test func `People outside closed classes get the absorption-weighted mean of what classes settle on`() {
    let violations = (0..<UInt64(100)).filter { seed in
      let random = RandomModel(seed: seed, .all, areDirected: true)
      let answer = random.model.equilibrium(SolverSettings(tolerance: 1e-7, maximumRounds: 20_000))
      return answer.outcome == .certified && distance(answer.scores, random.exact) > 1e-7
    }
    #expect(violations == [])
  }

  /// Person 0 follows 1 and 2 with weights 3 and 1; 1 and 2 are tied to themselves only.
  @Test func `Somebody between two classes is drawn to them by weight`() {
    let society = Self.directed([350, 400, 800], [(0, 1, 3), (0, 2, 1), (1, 1, 1), (2, 2, 1)])
    #expect(distance(Self.deGroot(society).tight.scores, [500, 400, 800]) < 1e-9)
  }

  /// Two payments, a-b 366 days before b-c: their weights have the ratio 2^(-366/100), and b's row sum is their sum.
  @Test(arguments: LayerMix.allCases)
  func `Payments that fade lead to the same agreement in both mixes`(mix: LayerMix) throws {
    let society = try fadingSociety(halfLife: 100)
    let old = exp2(-366.0 / 100)
    let value = (400 * old + 500 * (1 + old) + 900) / (2 + 2 * old)
    #expect(distance(Self.deGroot(society, mix: mix).tight.scores, [value, value, value]) < 1e-9)
  }

  @Test func `A class that had too few rounds has an honest error`() {
    let society = Self.directed((0..<9).map { 400 + 50 * Double($0) }, (0..<9).map { ($0, ($0 + 1) % 9, 1) })
    let group = Self.deGroot(society).equilibrium(SolverSettings(tolerance: 1e-6, maximumRounds: 4)).closedClasses[0]
    #expect((group.value - 600).magnitude <= group.error)
  }

  // MARK: Periods

  @Test func `Two people who only look at each other have period 2`() {
    let society = Society(ownScores: [400, 700], layers: [.undirected("friendship", people: 2, [(0, 1)])])
    #expect(Self.deGroot(society).tight.closedClasses.map(\.period) == [2])
  }

  @Test func `Two people who only look at each other are given the time average`() {
    let society = Society(ownScores: [400, 700], layers: [.undirected("friendship", people: 2, [(0, 1)])])
    #expect(distance(Self.deGroot(society).tight.scores, [550, 550]) < 1e-9)
  }

  @Test func `A society with a cycle is periodic and not certified`() {
    let ties = TieTable(
      personCount: 2,
      arcs: {
        var arcs = ArcList(); arcs.appendTie(0, 1); return arcs
      }())
    let model = FriedkinJohnsen.deGroot(network: InfluenceMatrix(ties, isDirected: false), ownScores: [400, 600])
    #expect(model.equilibrium(SolverSettings(tolerance: 1e-6)).outcome == .periodic)
  }

  @Test func `Three people in a ring have period 3`() {
    let society = Self.directed([400, 500, 900], [(0, 1, 1), (1, 2, 1), (2, 0, 1)])
    #expect(Self.deGroot(society).tight.closedClasses.map(\.period) == [3])
  }

  @Test func `Three people in a ring are given the time average`() {
    let society = Self.directed([400, 500, 900], [(0, 1, 1), (1, 2, 1), (2, 0, 1)])
    #expect(distance(Self.deGroot(society).tight.scores, [600, 600, 600]) < 1e-6)
  }

  @Test func `A self-tie ends a period`() {
    let society = Self.directed([400, 500, 900], [(0, 1, 1), (1, 2, 1), (2, 0, 1), (1, 1, 1)])
    #expect(Self.deGroot(society).tight.closedClasses.map(\.period) == [1])
  }

  @Test func `The period is that of the closed walks of a member`() {
    let violations = (0..<UInt64(150)).filter { seed in
      let random = RandomModel(seed: seed, .all, people: 2...10)
      let found = random.model.equilibrium(SolverSettings(tolerance: 1, maximumRounds: 100)).closedClasses
      return found.contains { $0.period != random.dense.period($0.members) }
    }
    #expect(violations == [])
  }
}
