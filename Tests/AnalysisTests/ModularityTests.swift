import GraphModel
import IgraphKit
import Testing

@testable import Analysis

struct ModularityTests {
  /// Source: reference numbers, `small.json`, karate, modularity_club_unweighted; networkx and igraph agree.
  @Test func `The clubs after the split have the known modularity`() throws {
    #expect(isClose(try Karate.clubs.modularity(on: Karate.unweighted), 0.3582347140039448))
  }

  /// Source: reference numbers, `small.json`, karate, modularity_club_weighted.
  @Test func `The clubs after the split have the known weighted modularity`() throws {
    #expect(isClose(try Karate.clubs.modularity(on: Karate.weighted), 0.39143756676224206))
  }

  @Test(arguments: [0.5, 1, 2.5])
  func `Modularity is igraph's on weighted graphs with self-ties and people of no part`(resolution: Double) throws {
    for index in 0..<20 {
      var random = RandomSocieties(index)
      let ties = random.ties(25, pairs: 50, hasSelfTies: true)
      let partition = random.partition(25, groups: 4, none: 0.15)
      let reference = try Igraph.modularity(ties, partition, resolution: resolution)
      #expect(isClose(try partition.modularity(on: ties, resolution: resolution), reference, absolute: 1e-14))
    }
  }

  @Test func `One part for everyone has modularity 0`() throws {
    let everyone = Partition(bySize: [Int?](repeating: 1, count: Karate.count))
    #expect(try everyone.modularity(on: Karate.weighted).magnitude < 1e-15)
  }

  @Test func `The scale of the weights does not matter`() throws {
    var random = RandomSocieties(3)
    let ties = random.ties(25, pairs: 50)
    let partition = random.partition(25, groups: 3)
    let scaled = TieTable.of(
      25,
      arcs: ties.matrix.enumerated().flatMap { row, weights in weights.enumerated().map { (row, $0, $1 * 1e-9) } }
        .filter { $0.2 > 0 })
    #expect(isClose(try partition.modularity(on: scaled), try partition.modularity(on: ties), absolute: 1e-14))
  }

  @Test func `Without ties modularity is missing`() {
    #expect(throws: Missing("there are no ties")) {
      try Partition(bySize: [1, 2]).modularity(on: .of(2, arcs: []))
    }
  }
}
