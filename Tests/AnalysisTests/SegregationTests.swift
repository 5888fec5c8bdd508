import Compute
import Foundation
import GraphModel
import Testing

@testable import Analysis

/// The karate club by club against reference numbers (`small.json`, karate; networkx gives the same assortativity).
struct SegregationTests {
  private let unweighted = Segregation(Karate.unweighted, isWeighted: false, by: Karate.clubs)
  private let weighted = Segregation(Karate.weighted, isWeighted: true, by: Karate.clubs)

  @Test func `Categorical assortativity is that of networkx`() {
    #expect(isClose(unweighted.assortativity, 0.717530864197531))
    #expect(isClose(weighted.assortativity, 0.7834036568213784))
  }

  @Test func `The E-I index is the reference's`() {
    #expect(isClose(unweighted.externalInternal, -0.717948717948718))
    #expect(isClose(weighted.externalInternal, -0.7835497835497836))
  }

  @Test func `Homophily of each group is the reference's`() {
    #expect(isClose(unweighted.homophily(of: 0), 0.8641975308641975))
    #expect(isClose(unweighted.inbreeding(of: 0), 0.728395061728395))
    #expect(isClose(unweighted.coleman(of: 0), 0.7363834422657952))
    #expect(isClose(unweighted.homophily(of: 1), 0.8533333333333334))
    #expect(isClose(unweighted.inbreeding(of: 1), 0.7066666666666668))
    #expect(isClose(unweighted.coleman(of: 1), 0.7152941176470587))
  }

  @Test func `Weights do not count where they are not asked for`() {
    #expect(Segregation(Karate.weighted, isWeighted: false, by: Karate.clubs).assortativity == unweighted.assortativity)
  }

  /// Complete mixing of two halves: no excess of either kind.
  @Test func `Where everyone meets everyone groups are no closer than chance`() {
    var arcs = ArcList()
    for one in 0..<10 { for other in 0..<10 { arcs.append(one, other) } }
    let all = Segregation(
      TieTable(personCount: 10, arcs: arcs), isWeighted: false, by: Partition(bySize: (0..<10).map { $0 % 2 }))
    #expect(isClose(all.assortativity, 0, absolute: 1e-14))
    #expect(isClose(all.inbreeding(of: 0), 0, absolute: 1e-14))
    #expect(all.externalInternal == 0)
  }

  @Test func `Two cliques apart are as segregated as can be, a bipartite graph as little`() {
    var cliques = ArcList()
    var across = ArcList()
    for one in 0..<4 {
      for other in 0..<4 {
        if one < other {
          cliques.appendTie(one, other)
          cliques.appendTie(4 + one, 4 + other)
        }
        across.appendTie(one, 4 + other)
      }
    }
    let halves = Partition(bySize: (0..<8).map { $0 / 4 })
    let apart = Segregation(TieTable(personCount: 8, arcs: cliques), isWeighted: false, by: halves)
    #expect(apart.assortativity == 1 && apart.externalInternal == -1 && apart.coleman(of: 1) == 1)
    let mixed = Segregation(TieTable(personCount: 8, arcs: across), isWeighted: false, by: halves)
    #expect(mixed.assortativity == -1 && mixed.externalInternal == 1 && mixed.coleman(of: 0) == -1)
  }

  @Test func `What is undefined is nothing`() {
    let one = Segregation(Karate.unweighted, isWeighted: false, by: Partition(bySize: (0..<34).map { _ in 0 }))
    #expect(one.assortativity == nil && one.inbreeding(of: 0) == nil && one.coleman(of: 0) == nil)
    #expect(one.externalInternal == -1)
    let none = Segregation(TieTable(personCount: 34, arcs: ArcList()), isWeighted: false, by: Karate.clubs)
    #expect(none.assortativity == nil && none.externalInternal == nil && none.homophily(of: 0) == nil)
  }

  // MARK: Spectral

  @Test func `Spectral segregation of the clubs is the reference's`() {
    let index = SpectralSegregation(Karate.unweighted, isWeighted: false, by: Karate.clubs)
    #expect(isClose(index.groups[0], 0.919119533930082))
    #expect(isClose(index.groups[1], 0.8792846132598443))
  }

  /// Echenique and Fryer 2007: each of two cliques of four with a perfect matching between them has 3/4.
  @Test func `Two matched cliques of four have three quarters`() {
    var arcs = ArcList()
    for one in 0..<4 {
      for other in 0..<one {
        arcs.appendTie(one, other)
        arcs.appendTie(4 + one, 4 + other)
      }
      arcs.appendTie(one, 4 + one)
    }
    let index = SpectralSegregation(
      TieTable(personCount: 8, arcs: arcs), isWeighted: false, by: Partition(bySize: (0..<8).map { $0 / 4 }))
    #expect(isClose(index.mean, 0.75))
    #expect(index.people.allSatisfy { isClose($0, 0.75) })
  }

  /// The definition: lambda x / mean(x) with (lambda, x) checked against B x = lambda x.
  @Test(arguments: 0..<20)
  func `A group's people are an eigenvector of its ties`(seed: Int) {
    var draws = RandomSocieties(seed)
    let ties = draws.ties(24, pairs: 60, isDirected: false)
    let groups = draws.partition(24, groups: 2)
    let index = SpectralSegregation(ties, isWeighted: true, by: groups)
    for person in 0..<24 {
      guard let value = index.people[person] else { continue }
      var image = 0.0
      ties.forEachTie(of: person) { neighbor, weight in
        if groups.parts[neighbor] == groups.parts[person] {
          image += weight / ties.strength(of: person) * (index.people[neighbor] ?? 0)
        }
      }
      // B s = lambda s, and the mean of s over the component is lambda.
      let component = Self.component(of: person, ties, groups)
      let eigenvalue = component.map { index.people[$0] ?? 0 }.reduce(0, +) / Double(component.count)
      #expect(isClose(image, eigenvalue * value, relative: 1e-9, absolute: 1e-9))
    }
  }

  private static func component(of person: Int, _ ties: TieTable, _ groups: Partition) -> Set<Int> {
    var seen: Set<Int> = [person]
    var queue = [person]
    while let next = queue.popLast() {
      ties.forEachTie(of: next) { neighbor, _ in
        if groups.parts[neighbor] == groups.parts[person], seen.insert(neighbor).inserted { queue.append(neighbor) }
      }
    }
    return seen
  }

  @Test func `Whoever has friends in other groups only has none of it`() {
    var arcs = ArcList()
    arcs.appendTie(0, 1)
    let index = SpectralSegregation(
      TieTable(personCount: 3, arcs: arcs), isWeighted: false, by: Partition(bySize: [0, 1, 1]))
    #expect(index.people == [0, 0, nil])
  }

  /// Arcs a -> b, b -> a, b -> d, a -> d, a -> c, c -> d, with a, b, c of one group: the part of the row-normalised matrix
  /// inside has the entries 1/3, 1/2 and 1/3, and the largest eigenvalue `sqrt(1/2 * 1/3)`, by hand.
  @Test func `Somebody whom nobody in the group leads on from does not halve the index`() {
    let ties = TieTable.of(4, arcs: [(0, 1, 1), (1, 0, 1), (1, 3, 1), (0, 3, 1), (0, 2, 1), (2, 3, 1)])
    let index = SpectralSegregation(ties, isWeighted: false, by: Partition(bySize: [0, 0, 0, 1]))
    let value = index.groups.compactMap { $0 }.first ?? 0
    #expect(isClose(value, (1.0 / 6).squareRoot(), relative: 1e-9))
  }

  /// A path of n people whose ends are tied to an outsider.
  ///
  /// Every row is divided by 2, so that B is half the path. Its eigenvalue is `cos(pi / (n + 1))` and its vector `sin(k pi / (n + 1))`, k = 1 ... n; the next eigenvalue is very near.
  @Test(arguments: [2, 13, 300, 1_000])
  func `On a long path, where powers take for ever, the index is the sine`(people: Int) throws {
    let pairs = (0..<people).map { ($0, $0 + 1) } + [(people, 0)]
    let groups = Partition(bySize: (0...people).map { $0 < people ? 0 : 1 })
    let index = SpectralSegregation(.of(people + 1, pairs: pairs), isWeighted: false, by: groups)
    let angle = Double.pi / Double(people + 1)
    let sines = (1...people).map { sin(Double($0) * angle) }
    let mean = sines.compensatedMean
    for (person, sine) in sines.enumerated() {
      #expect(isClose(index.people[person] ?? 0, cos(angle) * sine / mean, relative: 1e-8))
    }
    #expect(isClose(index.groups[0] ?? 0, cos(angle), relative: 1e-12))
  }

  /// Two cliques of six, their ties a hundred, joined by one of a hundredth: which of them leads hangs on what leads out.
  @Test func `Of two circles that hardly touch the more closed one has nearly all`() {
    var arcs = ArcList()
    for start in [0, 6] {
      for one in start..<start + 6 { for other in one + 1..<start + 6 { arcs.appendTie(one, other, 100) } }
    }
    arcs.appendTie(0, 6, 0.01)
    arcs.appendTie(1, 12, 20)
    arcs.appendTie(7, 12, 20.2)
    let ties = TieTable(personCount: 13, arcs: arcs)
    let index = SpectralSegregation(
      ties, isWeighted: true, by: Partition(bySize: (0..<13).map { $0 < 12 ? 0 : 1 }))
    let values = (0..<12).map { index.people[$0] ?? 0 }
    let eigenvalue = values.compensatedMean
    for person in 0..<12 {
      var image = 0.0
      ties.forEachTie(of: person) { if $0 < 12 { image += $1 / ties.strength(of: person) * values[$0] } }
      #expect(isClose(image, eigenvalue * values[person], relative: 1e-12))
    }
    #expect(values[0] > 15 * values[6])
  }

  @Test func `Where one-way ties lead round nowhere in a group the index is 0`() {
    let ties = TieTable.of(4, arcs: [(0, 1, 1), (1, 2, 1), (0, 2, 1), (2, 3, 1)])
    let index = SpectralSegregation(ties, isWeighted: false, by: Partition(bySize: [0, 0, 0, 1]))
    #expect(index.people == [0, 0, 0, nil] && index.groups == [0, nil] && index.isSettled)
  }
}
