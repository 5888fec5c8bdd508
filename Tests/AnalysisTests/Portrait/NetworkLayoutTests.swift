import Compute
import Foundation
import GraphModel
import IgraphKit
import Testing

@testable import Analysis

struct NetworkLayoutTests {
  /// Four blocks of 30 with three ties a person, nine in ten of them inside.
  private static let planted: TieTable = {
    var random = RandomSocieties(7_001)
    var arcs = ArcList()
    for one in 0..<120 {
      for _ in 0..<3 {
        let isInside = random.uniform() < 0.9
        let other = isInside ? one / 30 * 30 + random.integer(below: 30) : random.integer(below: 120)
        if one != other { arcs.appendTie(one, other) }
      }
    }
    return TieTable(personCount: 120, arcs: arcs, repeats: .keepFirst)
  }()

  private static func random(_ index: Int) -> TieTable {
    var random = RandomSocieties(7_100 + index)
    let count = 1 + random.integer(below: 90)
    return random.ties(count, pairs: random.integer(below: 2 * count), hasSelfTies: true)
  }

  private func distance(_ one: SIMD2<Double>, _ other: SIMD2<Double>) -> Double {
    ((one - other) * (one - other)).sum().squareRoot()
  }

  private func nearest(_ places: [SIMD2<Double>]) -> Double {
    var nearest = Double.infinity
    for one in places.indices {
      for other in places.indices where other > one { nearest = min(nearest, distance(places[one], places[other])) }
    }
    return nearest
  }

  @Test func `One person stands in the middle`() throws {
    #expect(try NetworkLayout(TieTable(personCount: 1, arcs: ArcList()), seed: 1).places == [SIMD2(0.5, 0.5)])
  }

  @Test func `Nobody has no place`() throws {
    #expect(try NetworkLayout(TieTable(personCount: 0, arcs: ArcList()), seed: 1).places.isEmpty)
  }

  @Test func `Two people who are tied lie side by side`() throws {
    let places = try NetworkLayout(TieTable.of(2, pairs: [(0, 1)]), seed: 1).places
    #expect(places.map(\.y) == [0.5, 0.5])
    #expect(abs(places[0].x - 0.02) < 1e-12 && abs(places[1].x - 0.98) < 1e-12)
  }

  @Test func `Four people without ties make a square of rows`() throws {
    let places = try NetworkLayout(TieTable(personCount: 4, arcs: ArcList()), seed: 1).places
    let expected = [SIMD2(0.02, 0.02), SIMD2(0.98, 0.02), SIMD2(0.02, 0.98), SIMD2(0.98, 0.98)]
    #expect(zip(places, expected).allSatisfy { distance($0, $1) < 1e-12 })
  }

  @Test(arguments: 0..<60)
  func `Everyone is in the square and nobody on top of another`(index: Int) throws {
    let ties = Self.random(index)
    let places = try NetworkLayout(ties, seed: UInt64(index)).places
    #expect(places.count == ties.personCount)
    #expect(places.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
    #expect(nearest(places) > 0.2 / Double(places.count).squareRoot())
  }

  @Test(arguments: 0..<20)
  func `The picture fills the square in one direction and is centred in the other`(index: Int) throws {
    let places = try NetworkLayout(Self.random(index), seed: 3).places
    guard places.count > 1, let bounds = PointBounds(places) else { return }
    #expect(abs(bounds.longSide - 0.96) < 1e-9)
    #expect(distance((bounds.low + bounds.high) / 2, SIMD2(0.5, 0.5)) < 1e-9)
  }

  @Test func `One seed gives one picture, and another seed another`() throws {
    let first = try NetworkLayout(Self.planted, seed: 5)
    #expect(try NetworkLayout(Self.planted, seed: 5) == first)
    #expect(try NetworkLayout(Self.planted, seed: 6) != first)
  }

  @Test func `Pictures made at once are those made one by one`() async throws {
    let alone = try (0..<3).map { try NetworkLayout(Self.planted, seed: $0) }
    try await withThrowingTaskGroup(of: (Int, NetworkLayout).self) { group in
      for task in 0..<9 { group.addTask { (task % 3, try NetworkLayout(Self.planted, seed: UInt64(task % 3))) } }
      for try await (seed, layout) in group { #expect(layout == alone[seed]) }
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `Tied people are nearer than others, and communities lie together`(seed: UInt64) throws {
    let places = try NetworkLayout(Self.planted, seed: seed).places
    var (tied, untied, inside, outside) = ([Double](), [Double](), [Double](), [Double]())
    for one in places.indices {
      for other in places.indices where other > one {
        let gap = distance(places[one], places[other])
        if Self.planted.hasTie(from: one, to: other) { tied.append(gap) } else { untied.append(gap) }
        if one / 30 == other / 30 { inside.append(gap) } else { outside.append(gap) }
      }
    }
    #expect(tied.compensatedMean < 0.5 * untied.compensatedMean)
    #expect(inside.compensatedMean < 0.6 * outside.compensatedMean)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `Pictures lie flat, the first person of a component at the upper left`(seed: UInt64) throws {
    let places = try NetworkLayout(Karate.weighted, seed: seed).places
    let mean = places.reduce(.zero, +) / Double(places.count)
    let squares = places.map { ($0 - mean) * ($0 - mean) }.reduce(.zero, +)
    #expect(squares.x > squares.y)
    #expect(places[0].x < mean.x && places[0].y < mean.y)
  }

  @Test(arguments: [1e-9, 1, 1e12])
  func `The unit of weights changes nothing`(scale: Double) throws {
    var arcs = ArcList()
    for person in 0..<Karate.count {
      Karate.weighted.forEachTie(of: person) { arcs.append(person, $0, $1 * scale) }
    }
    let scaled = try NetworkLayout(TieTable(personCount: Karate.count, arcs: arcs), seed: 1).places
    let plain = try NetworkLayout(Karate.weighted, seed: 1).places
    // Forces are chaotic over hundreds of steps; the rounding of a scale can show, the picture must not change.
    #expect(zip(scaled, plain).map { distance($0, $1) }.max() ?? 1 < (scale == 1 ? 1e-12 : 0.1))
  }

  @Test func `One very heavy tie does not squash the picture`() throws {
    var arcs = ArcList()
    for person in 0..<Karate.count {
      Karate.unweighted.forEachTie(of: person) { other, _ in
        arcs.append(person, other, person + other == 1 ? 1e9 : 1)
      }
    }
    let places = try NetworkLayout(TieTable(personCount: Karate.count, arcs: arcs), seed: 1).places
    let bounds = try #require(PointBounds(places))
    #expect(bounds.size.min() > 0.3)
    #expect(nearest(places) > 0.03)
  }

  @Test func `Components keep to themselves`() throws {
    var arcs = ArcList()
    for start in [0, 10, 20] {
      for one in start..<start + 8 {
        for other in one + 1..<start + 8 { arcs.appendTie(one, other) }
      }
    }
    let ties = TieTable(personCount: 30, arcs: arcs)
    let places = try NetworkLayout(ties, seed: 1).places
    let boxes = try [0, 10, 20].map { start in try #require(PointBounds(places[start..<start + 8])) }
    for one in boxes.indices {
      for other in boxes.indices where other > one {
        let low = pointwiseMax(boxes[one].low, boxes[other].low)
        let high = pointwiseMin(boxes[one].high, boxes[other].high)
        #expect(low.x > high.x || low.y > high.y)
      }
    }
    let lowest = boxes.map(\.high.y).max() ?? 1
    #expect([8, 9, 18, 19, 28, 29].allSatisfy { places[$0].y > lowest })
  }

  @Test func `Thousands of people are laid out by distributed recursive layout`() throws {
    let count = 3_200
    var arcs = ArcList()
    for person in 0..<count {
      for step in [1, 2, 40] { arcs.appendTie(person, (person + step) % count) }
    }
    let ties = TieTable(personCount: count, arcs: arcs)
    let layout = try NetworkLayout(ties, seed: 1)
    #expect(layout.method == .drl)
    #expect(try NetworkLayout(ties, seed: 1) == layout)
    #expect(layout.places.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
    #expect(Set(layout.places.map { [$0.x, $0.y] }).count == count)
    let next = (0..<count).map { distance(layout.places[$0], layout.places[($0 + 1) % count]) }
    let far = (0..<count).map { distance(layout.places[$0], layout.places[($0 + count / 2) % count]) }
    #expect(next.compensatedMean < 0.3 * far.compensatedMean)
  }
}
