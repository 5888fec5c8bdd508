import GraphModel
import Testing

@testable import IgraphKit

struct ModularityTests {
  /// Source: networkx 3.6.1 and python-igraph on the karate club, which agree.
  @Test func `The clubs after the split have the modularity other libraries find`() throws {
    let unweighted = try #require(try Igraph.modularity(KarateClub.unweighted, KarateClub.clubs))
    #expect(abs(unweighted - 0.358_234_714_003_944_8) < 1e-14)
    let weighted = try #require(try Igraph.modularity(KarateClub.weighted, KarateClub.clubs))
    #expect(abs(weighted - 0.391_437_566_762_242_06) < 1e-14)
  }

  /// `A = [[2, 1], [1, 0]]`: 2m = 4, d = (3, 1).
  private var selfTied: TieTable {
    var arcs = ArcList()
    arcs.appendTie(0, 0, 2)
    arcs.appendTie(0, 1, 1)
    return TieTable(personCount: 2, arcs: arcs)
  }

  @Test func `A self-tie counts once`() throws {
    // 1/4 ((2 - 9/4) + (0 - 1/4)).
    #expect(try Igraph.modularity(selfTied, Partition(bySize: [1, 2])) == -0.125)
    // 1/4 (4 - 16/4).
    #expect(try Igraph.modularity(selfTied, Partition(bySize: [1, 1])) == 0)
  }

  @Test func `The resolution multiplies what chance would put inside`() throws {
    // 1/4 ((2 - 2 * 9/4) + (0 - 2 * 1/4)).
    #expect(try Igraph.modularity(selfTied, Partition(bySize: [1, 2]), resolution: 2) == -0.75)
  }

  @Test func `People of no part count as parts of one`() throws {
    let apart = try Igraph.modularity(selfTied, Partition(bySize: [1, 2]))
    #expect(try Igraph.modularity(selfTied, Partition(bySize: [Int?.none, nil])) == apart)
    #expect(try Igraph.modularity(selfTied, Partition(bySize: [1, nil])) == apart)
  }

  @Test func `Without ties modularity is not defined`() throws {
    #expect(try Igraph.modularity(TieTable(personCount: 1, arcs: ArcList()), Partition(bySize: [1])) == nil)
  }
}
