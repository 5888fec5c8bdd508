import GraphModel
import Testing

@testable import IgraphKit

struct LeidenTests {
  /// The highest modularity any partition of the unweighted karate club has, by `igraph_community_optimal_modularity`.
  private let best = 0.419_789_612_097_304_37

  @Test func `One seed of ten finds the best partition of the karate club`() throws {
    let found = try (1...10).compactMap {
      try Igraph.leiden(KarateClub.unweighted, LeidenSettings(seed: $0)).modularity
    }
    #expect(found.contains { abs($0 - best) < 1e-12 })
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `No seed beats the best partition of the karate club`(seed: UInt64) throws {
    let found = try #require(try Igraph.leiden(KarateClub.unweighted, LeidenSettings(seed: seed)).modularity)
    #expect(found <= best + 1e-12)
  }

  @Test func `Two cliques joined by one tie are two communities`() throws {
    let result = try Igraph.leiden(Examples.twoCliques(of: 5), LeidenSettings(seed: 1))
    #expect(result.partition.parts == [1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
  }

  @Test func `A person without ties belongs to no community`() throws {
    let result = try Igraph.leiden(Examples.twoCliques(of: 4, isolates: 2), LeidenSettings(seed: 1))
    #expect(result.partition.parts == [1, 1, 1, 1, 2, 2, 2, 2, 0, 0])
  }

  @Test func `Without ties there is no community and no modularity`() throws {
    let result = try Igraph.leiden(TieTable(personCount: 3, arcs: ArcList()), LeidenSettings(seed: 1))
    #expect(result.partition.parts == [0, 0, 0])
    #expect(result.modularity == nil)
  }

  @Test func `People with self-ties only are communities of one`() throws {
    var arcs = ArcList()
    arcs.appendTie(0, 0, 3)
    arcs.appendTie(2, 2, 1)
    let result = try Igraph.leiden(TieTable(personCount: 3, arcs: arcs), LeidenSettings(seed: 1))
    #expect(result.partition.parts == [1, 0, 2])
    // 1/4 ((3 - 9/4) + (1 - 1/4)).
    #expect(result.modularity == 0.375)
  }

  @Test func `A tie far weaker than the others still ties`() throws {
    var arcs = ArcList()
    arcs.appendTie(0, 1, 1)
    arcs.appendTie(1, 2, 1)
    arcs.appendTie(0, 2, 1)
    arcs.appendTie(2, 3, 1e-30)
    let result = try Igraph.leiden(TieTable(personCount: 4, arcs: arcs), LeidenSettings(seed: 1))
    #expect(result.partition.parts == [1, 1, 1, 1])
  }

  @Test func `Ties that are not symmetric are a bug of the caller`() async {
    await #expect(processExitsWith: .failure) {
      var arcs = ArcList()
      arcs.append(0, 1)
      arcs.append(2, 1)
      _ = try Igraph.leiden(TieTable(personCount: 3, arcs: arcs), LeidenSettings(seed: 1))
    }
  }

  @Test(arguments: [0.5, 1, 2.5])
  func `The modularity is that of the communities`(resolution: Double) throws {
    for ties in [KarateClub.weighted, Examples.twoCliques(of: 6, isolates: 1, selfTie: 7.3)] {
      let result = try Igraph.leiden(ties, LeidenSettings(resolution: resolution, seed: 3))
      let expected = try #require(try Igraph.modularity(ties, result.partition, resolution: resolution))
      #expect(abs(try #require(result.modularity) - expected) < 1e-12)
    }
  }

  @Test func `A higher resolution makes more communities`() throws {
    let counts = try [0, 1, 4].map { resolution in
      try Igraph.leiden(KarateClub.weighted, LeidenSettings(resolution: resolution, seed: 1)).partition.count
    }
    #expect(counts[0] == 1)
    #expect(counts[1] > 1)
    #expect(counts[2] > counts[1])
  }

  @Test func `Modularity never falls from pass to pass`() throws {
    let settings = LeidenSettings(seed: 1, minimumGain: 0)
    let qualities = try Igraph.leiden(Examples.ring(of: 3_000), settings).qualityByPass
    #expect(zip(qualities, qualities.dropFirst()).allSatisfy { $1 >= $0 - 1e-12 })
  }

  @Test func `The passes end at the most that are allowed`() throws {
    let settings = LeidenSettings(seed: 1, maximumPasses: 1)
    #expect(try Igraph.leiden(Examples.ring(of: 300), settings).passes == 1)
  }

  @Test func `The passes end when one gains less than the least gain`() throws {
    let settings = LeidenSettings(seed: 1, maximumPasses: 50, minimumGain: 1e-3)
    let qualities = try Igraph.leiden(Examples.ring(of: 3_000), settings).qualityByPass
    let gains = zip(qualities, qualities.dropFirst()).map { $1 - $0 }
    #expect(try #require(gains.last) < 1e-3)
    #expect(gains.dropLast().allSatisfy { $0 >= 1e-3 })
  }

  @Test func `Communities are connected`() throws {
    let ties = Examples.ring(of: 3_000)
    let partition = try Igraph.leiden(ties, LeidenSettings(seed: 1)).partition
    #expect(Examples.ties(ties, within: partition).connectedComponents.count == partition.count)
  }

  @Test func `The seed counts in all its bits`() throws {
    let ties = Examples.ring(of: 300)
    let low = try Igraph.leiden(ties, LeidenSettings(seed: 1))
    let high = try Igraph.leiden(ties, LeidenSettings(seed: 1 << 40 + 1))
    #expect(low != high)
  }

  @Test(.timeLimit(.minutes(1)))
  func `One seed gives one result, from any number of tasks at once`() async throws {
    let ties = Examples.ring(of: 300)
    let alone = try (0..<4).map { try Igraph.leiden(ties, LeidenSettings(seed: $0)) }
    try await withThrowingTaskGroup(of: (Int, LeidenResult).self) { group in
      for task in 0..<32 {
        group.addTask { (task % 4, try Igraph.leiden(ties, LeidenSettings(seed: UInt64(task % 4)))) }
      }
      for try await (seed, result) in group { #expect(result == alone[seed]) }
    }
  }

  @Test(arguments: [1e-300, 1e-8, 3, 1e200])
  func `The scale of the weights changes nothing`(scale: Double) throws {
    let settings = LeidenSettings(seed: 5)
    let plain = try Igraph.leiden(KarateClub.weighted, settings)
    let scaled = try Igraph.leiden(KarateClub.ties { $0 * scale }, settings)
    #expect(scaled.partition == plain.partition)
    #expect(zip(scaled.qualityByPass, plain.qualityByPass).allSatisfy { abs($0 - $1) < 1e-12 })
  }
}
