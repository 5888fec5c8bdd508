import Compute
import GraphModel
import IgraphKit
import Testing

@testable import Analysis

struct FollowingLayoutTests {
  private func distances(_ one: [SIMD2<Double>], _ other: [SIMD2<Double>]) -> [Double] {
    zip(one, other).map { (($0 - $1) * ($0 - $1)).sum().squareRoot() }
  }

  @Test func `The same ties leave people about where they were`() throws {
    let first = try NetworkLayout(Karate.weighted, seed: 1).places
    let next = try NetworkLayout(Karate.weighted, from: first, seed: 1).places
    let moves = distances(first, next)
    #expect(moves.compensatedMean < 0.06)
    #expect(moves.max() ?? 1 < 0.2)
  }

  @Test func `Without any ties nobody moves`() throws {
    let ties = TieTable(personCount: 9, arcs: ArcList())
    let first = try NetworkLayout(ties, seed: 1).places
    let next = try NetworkLayout(ties, from: first, seed: 1).places
    #expect(distances(first, next).allSatisfy { $0 < 1e-9 })
  }

  @Test func `Without any starts it is a first picture`() throws {
    let starts = [SIMD2<Double>?](repeating: nil, count: Karate.count)
    #expect(
      try NetworkLayout(Karate.weighted, from: starts, seed: 4) == NetworkLayout(Karate.weighted, seed: 4))
  }

  @Test func `Nobody moves further than the eye can follow`() throws {
    let first = try NetworkLayout(Karate.weighted, seed: 1).places
    // Everyone's ties change hands.
    var arcs = ArcList()
    for person in 0..<Karate.count {
      Karate.weighted.forEachTie(of: person) { arcs.append((person * 5 + 3) % 34, ($0 * 5 + 3) % 34, $1) }
    }
    let next = try NetworkLayout(TieTable(personCount: 34, arcs: arcs), from: first, seed: 1).places
    let moves = distances(first, next)
    #expect(moves.max() ?? 1 < 0.6)
    #expect(moves.max() ?? 0 > 0.05)
  }

  @Test func `Newcomers begin near those they are tied to`() throws {
    var starts = try NetworkLayout(Karate.weighted, seed: 1).places.map { Optional($0) }
    let before = try #require(starts[11])
    // Person 11 has one tie, to person 0.
    starts[11] = nil
    let next = try NetworkLayout(Karate.weighted, from: starts, seed: 1).places
    let friend = next[0]
    #expect(distances([next[11]], [friend])[0] < 0.3)
    #expect(distances([next[11]], [before])[0] < 0.5)
  }

  @Test func `Newcomers without ties get places of their own at the bottom`() throws {
    var arcs = ArcList()
    for (one, other) in [(0, 1), (1, 2), (0, 2)] { arcs.appendTie(one, other) }
    let ties = TieTable(personCount: 5, arcs: arcs)
    let starts: [SIMD2<Double>?] = [SIMD2(0.3, 0.3), SIMD2(0.7, 0.3), SIMD2(0.5, 0.4), nil, nil]
    let places = try NetworkLayout(ties, from: starts, seed: 1).places
    #expect(places[3].y > 0.75 && places[4].y > 0.75)
    #expect(places[3].x < places[4].x)
  }

  @Test(arguments: 0..<40)
  func `Everyone stays in the square, on a place of their own, the same one every time`(index: Int) throws {
    var random = RandomSocieties(7_300 + index)
    let count = 1 + random.integer(below: 80)
    let before = random.ties(count, pairs: 2 * count)
    let after = random.ties(count, pairs: random.integer(below: 2 * count), hasSelfTies: true)
    let first = try NetworkLayout(before, seed: 1).places
    let starts = first.map { random.uniform() < 0.2 ? nil : Optional($0) }
    let layout = try NetworkLayout(after, from: starts, seed: 1)
    #expect(try NetworkLayout(after, from: starts, seed: 1) == layout)
    #expect(layout.places.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
    var nearest = Double.infinity
    for one in 0..<count {
      for other in one + 1..<max(one + 1, count) {
        nearest = min(nearest, distances([layout.places[one]], [layout.places[other]])[0])
      }
    }
    #expect(nearest > 0.1 / Double(count).squareRoot())
  }

  @Test func `Everyone may begin at one place`() throws {
    let starts = [SIMD2<Double>?](repeating: SIMD2(1, 1), count: Karate.count)
    let places = try NetworkLayout(Karate.weighted, from: starts, seed: 1).places
    #expect(Set(places.map { [$0.x, $0.y] }).count == Karate.count)
  }
}
