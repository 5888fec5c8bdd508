import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct InfluenceMatrixTests {
  private static func unit(_ person: Int, of count: Int) -> [Double] { (0..<count).map { $0 == person ? 1 : 0 } }

  /// Three people in a row by friendship; 0 and 2 tied by a second layer with large units.
  private static let friendship = Layer.undirected("friendship", people: 4, weighted: [(0, 1, 2), (1, 2, 6)])
  private static let transaction = Layer.undirected("transaction", people: 4, weighted: [(0, 2, 100)])
  private static let ownScores = [400.0, 500, 900, 350]
  private static let society = Society(ownScores: ownScores, layers: [friendship, transaction])

  @Test(arguments: LayerMix.allCases)
  func `Entries are those of the formula`(mix: LayerMix) {
    let violations = (0..<UInt64(60)).filter { seed in
      let society = RandomSociety.draw(seed: seed, people: 2...12, keepsSelfTies: true)
      var random = RandomStream(seed: seed, stream: 7)
      let shares = society.layers.map { _ in 0.1 + random.uniform() }
      let network = InfluenceMatrix(society, shares: shares, mix: mix)
      let dense = DenseInfluence(society, shares: shares, isPooled: mix == .pooled)
      return (0..<society.count).contains { person in
        let unit = Self.unit(person, of: society.count)
        return distance(network.networkScores(unit).map { $0 ?? 0 }, dense.networkScores(unit)) > 1e-14
      }
    }
    #expect(violations == [])
  }

  @Test(arguments: LayerMix.allCases)
  func `Rows of people with ties add up to 1`(mix: LayerMix) {
    let violations = (0..<UInt64(60)).filter { seed in
      let society = RandomSociety.draw(seed: seed)
      let network = InfluenceMatrix(society, shares: society.layerShares(), mix: mix)
      let ones = [Double](repeating: 1, count: society.count)
      return network.networkScores(ones).contains { ($0.map { $0 - 1 } ?? 0).magnitude > 1e-14 }
    }
    #expect(violations == [])
  }

  @Test func `People without ties have no network score`() {
    let scores = InfluenceMatrix(Self.society, shares: [1, 1]).networkScores(Self.ownScores)
    #expect(scores.map { $0 == nil } == [false, false, false, true])
  }

  @Test func `Averages of layers are mixed by share`() {
    let scores = InfluenceMatrix(Self.society, shares: [0.75, 0.25]).networkScores(Self.ownScores)
    // Person 0: 3/4 of friend 1 and 1/4 of partner 2.
    #expect(scores[0] == 0.75 * 500 + 0.25 * 900)
  }

  @Test func `A layer without ties gives its share to a person's others`() {
    let scores = InfluenceMatrix(Self.society, shares: [0.75, 0.25]).networkScores(Self.ownScores)
    // Person 1 has friends only: (2 * 400 + 6 * 900) / 8.
    #expect(scores[1] == 775)
  }

  @Test func `Pooled weights are added up before they are averaged`() {
    let scores = InfluenceMatrix(Self.society, shares: [0.75, 0.25], mix: .pooled).networkScores(Self.ownScores)
    // Person 0: 3/4 * 2 of friend 1 and 1/4 * 100 of partner 2.
    #expect(((scores[0] ?? 0) - (1.5 * 500 + 25 * 900) / 26.5).magnitude < 1e-12)
  }

  @Test(arguments: LayerMix.allCases)
  func `A layer of share 0 counts as none`(mix: LayerMix) {
    let with = InfluenceMatrix(Self.society, shares: [1, 0], mix: mix)
    let without = InfluenceMatrix(
      Society(ownScores: Self.ownScores, layers: [Self.friendship]), shares: [1], mix: mix)
    #expect(with.networkScores(Self.ownScores) == without.networkScores(Self.ownScores))
  }

  @Test func `Active layers are named by their position`() {
    #expect(InfluenceMatrix(Self.society, shares: [0, 2]).layers == [1])
  }

  @Test(arguments: LayerMix.allCases)
  func `Only ratios of shares matter`(mix: LayerMix) {
    let one = InfluenceMatrix(Self.society, shares: [0.3, 0.7], mix: mix).networkScores(Self.ownScores)
    let other = InfluenceMatrix(Self.society, shares: [3, 7], mix: mix).networkScores(Self.ownScores)
    #expect(zip(one, other).allSatisfy { (($0 ?? 0) - ($1 ?? 0)).magnitude < 1e-12 })
  }

  @Test(arguments: LayerMix.allCases)
  func `Shares whose sum is beyond every number are mixed all the same`(mix: LayerMix) {
    let huge = InfluenceMatrix(Self.society, shares: [1e308, 1e308], mix: mix).networkScores(Self.ownScores)
    #expect(huge == InfluenceMatrix(Self.society, shares: [1, 1], mix: mix).networkScores(Self.ownScores))
  }

  private static func rescaled(_ mix: LayerMix) -> [Double] {
    let society = Society(ownScores: ownScores, layers: [friendship, transaction.scaled(by: 1000)])
    let scores = [Self.society, society].map { society in
      InfluenceMatrix(society, shares: [0.5, 0.5], mix: mix).networkScores(ownScores).map { $0 ?? 0 }
    }
    return zip(scores[0], scores[1]).map { $0 - $1 }
  }

  @Test func `The per-layer mix does not depend on a layer's units`() {
    #expect(distance(Self.rescaled(.perLayer), [0, 0, 0, 0]) < 1e-12)
  }

  @Test func `The pooled mix depends on a layer's units`() {
    #expect(distance(Self.rescaled(.pooled), [0, 0, 0, 0]) > 1)
  }

  /// Half-lives: 366 / 0.345 = 1061, so the payment of a and b weighs 2^-1061, below the normal range of doubles.
  @Test func `A payment that has all but faded is no tie in the pooled mix`() throws {
    let society = try fadingSociety(halfLife: 0.345)
    let scores = InfluenceMatrix(society, shares: [1], mix: .pooled).networkScores(society.ownScores)
    #expect(scores == [nil, 900, 500])
  }

  @Test func `A payment that has all but faded still counts in a row of its own`() throws {
    let society = try fadingSociety(halfLife: 0.345)
    let scores = InfluenceMatrix(society, shares: [1], mix: .perLayer).networkScores(society.ownScores)
    #expect(scores == [500, 900, 500])
  }

  @Test func `A self-tie counts the person's own public score`() {
    let society = Society(
      ownScores: [400, 800], layers: [.directed("follows", people: 2, weighted: [(0, 0, 1), (0, 1, 3)])])
    #expect(InfluenceMatrix(society, shares: [1]).networkScores(society.ownScores)[0] == 700)
  }

  @Test func `The largest degree counts the arcs of all layers`() {
    #expect(InfluenceMatrix(Self.society, shares: [1, 1]).maximumDegree == 2)
  }

  @Test(arguments: [2, 3])
  func `Any number of threads gives the same bits of network scores`(threads: Int) {
    let society = RandomSociety.large(seed: 8, people: 6000, tiesPerPerson: 6)
    let network = InfluenceMatrix(society, shares: [1])
    let scores = network.networkScores(society.ownScores, threads: ThreadCount(threads))
    #expect(scores == network.networkScores(society.ownScores))
  }
}
