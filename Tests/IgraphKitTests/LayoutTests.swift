import GraphModel
import Testing

@testable import IgraphKit

struct LayoutTests {
  private func distance(_ one: SIMD2<Double>, _ other: SIMD2<Double>) -> Double {
    ((one - other) * (one - other)).sum().squareRoot()
  }

  private func tie(_ weight: Double) -> TieTable {
    var arcs = ArcList()
    arcs.appendTie(0, 1, weight)
    return TieTable(personCount: 2, arcs: arcs)
  }

  /// `w d^2 = 1 / d`, hence `d = w^(-1/3)`.
  @Test(arguments: [(1, 1), (8, 0.5), (0.125, 2)])
  func `A lone tie is as long as its weight says`(weight: Double, length: Double) throws {
    let places = try Igraph.fruchtermanReingold(
      tie(weight), LayoutSettings(seed: 1, iterations: 2_000, temperature: 0.1))
    #expect(abs(distance(places[0], places[1]) - length) < 0.02)
  }

  @Test func `Without steps everyone stays at the start`() throws {
    let starts = [SIMD2(0.5, 1), SIMD2(3, 2)]
    let settings = LayoutSettings(seed: 1, starts: starts, fixed: [], side: 9, iterations: 0, temperature: 1)
    #expect(try Igraph.fruchtermanReingold(tie(1), settings) == starts)
  }

  @Test func `Those who are fixed stay, and the others stay inside the square`() throws {
    let ties = Examples.twoCliques(of: 5, isolates: 3)
    let starts = (0..<13).map { SIMD2(Double($0 % 4), Double($0 / 4)) }
    let settings = LayoutSettings(
      seed: 1, starts: starts, fixed: [2, 12], side: 3.5, iterations: 200, temperature: 1)
    let places = try Igraph.fruchtermanReingold(ties, settings)
    #expect(places[2] == starts[2] && places[12] == starts[12])
    #expect(places.allSatisfy { (0...3.5).contains($0.x) && (0...3.5).contains($0.y) })
    #expect(distance(places[7], starts[7]) > 0.01)
  }

  @Test func `One seed gives one layout, from any number of tasks at once`() async throws {
    let ties = Examples.ring(of: 100)
    let settings = LayoutSettings(seed: 3, iterations: 50, temperature: 5)
    let alone = (try Igraph.fruchtermanReingold(ties, settings), try Igraph.drl(ties, seed: 3))
    try await withThrowingTaskGroup(of: ([SIMD2<Double>], [SIMD2<Double>]).self) { group in
      for _ in 0..<3 {
        group.addTask { (try Igraph.fruchtermanReingold(ties, settings), try Igraph.drl(ties, seed: 3)) }
      }
      for try await layouts in group { #expect(layouts == alone) }
    }
    #expect(try Igraph.drl(ties, seed: 4) != alone.1)
    #expect(
      try Igraph.fruchtermanReingold(ties, LayoutSettings(seed: 4, iterations: 50, temperature: 5)) != alone.0)
  }

  @Test func `A large layout keeps two cliques apart`() throws {
    let places = try Igraph.drl(Examples.twoCliques(of: 20), seed: 1)
    let inside = distance(places[1], places[2])
    let across = distance(places[1], places[22])
    #expect(inside < across)
  }

  @Test func `Nobody needs no places`() throws {
    let nobody = TieTable(personCount: 0, arcs: ArcList())
    #expect(try Igraph.fruchtermanReingold(nobody, LayoutSettings(seed: 1, iterations: 9, temperature: 1)).isEmpty)
    #expect(try Igraph.drl(nobody, seed: 1).isEmpty)
  }
}
