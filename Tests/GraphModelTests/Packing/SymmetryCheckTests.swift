import Compute
import Testing

@testable import GraphModel

struct SymmetryCheckTests {
  /// Random ties among people, the same for the same seed; enough of them for several pieces of rows.
  private static func arcs(people: Int, ties: Int, seed: UInt64) -> [Arc] {
    var random = RandomStream(seed: seed, stream: 1, index: 0)
    var seen: Set<Int> = []
    var arcs: [Arc] = []
    for _ in 0..<ties {
      let one = Int(random.next() % UInt64(people))
      let other = Int(random.next() % UInt64(people))
      guard seen.insert(min(one, other) * people + max(one, other)).inserted else { continue }
      let weight = Double(1 + random.next() % 7)
      arcs.append(Arc(one, other, weight))
      if one != other { arcs.append(Arc(other, one, weight)) }
    }
    return arcs
  }

  @Test(arguments: [(5, 8), (300, 2000), (4000, 150_000)])
  func `symmetric ties are found so, and not without any one of their arcs`(people: Int, ties: Int) throws {
    let arcs = Self.arcs(people: people, ties: ties, seed: 7)
    let table = TieTable(people: people, arcs)
    for threads in [1, 3] {
      #expect(SymmetryCheck.problem(table, threads: ThreadCount(threads)) == nil)
      #expect(SymmetryCheck.quickProblem(table, threads: ThreadCount(threads)) == nil)
    }
    let crossing = arcs.indices.filter { arcs[$0].source != arcs[$0].target }
    for position in stride(from: 0, to: crossing.count, by: max(1, crossing.count / 10)) {
      var fewer = arcs
      fewer.remove(at: crossing[position])
      let broken = TieTable(people: people, fewer)
      let message = try #require(SymmetryCheck.problem(broken, threads: ThreadCount(2)))
      #expect(message.hasSuffix("an undirected layer has both"))
      #expect(SymmetryCheck.quickProblem(broken, threads: ThreadCount(2)) == message)
    }
  }

  @Test func `a tie with two weights is told with its people`() {
    let table = TieTable(people: 3, [Arc(0, 1, 2), Arc(1, 0, 2), Arc(1, 2, 1), Arc(2, 1, 3)])
    #expect(SymmetryCheck.quickProblem(table, threads: .one) == SymmetryCheck.problem(table, threads: .one))
    #expect(
      SymmetryCheck.problem(table, threads: .one) == "1 and 2 are tied with two weights; an undirected layer has one")
  }

  @Test func `no ties, self-ties and ties of one weight are symmetric`() {
    #expect(SymmetryCheck.problem(TieTable(people: 3, []), threads: .one) == nil)
    #expect(SymmetryCheck.problem(TieTable(people: 3, [Arc(1, 1, 5)]), threads: .one) == nil)
    #expect(SymmetryCheck.problem(TieTable(people: 3, [Arc(1, 2, 5), Arc(2, 1, 5)]), threads: .one) == nil)
  }
}
