import Compute
import Foundation
import GraphModel
import Propagation
import Testing

@testable import Analysis

struct FindingsTests {
  private func findings(_ society: Society, _ change: (inout AnalysisSettings) -> Void = { _ in }) throws -> Findings {
    try examined(society) { settings in
      settings.permutations = .count(5)
      change(&settings)
    }.findings()
  }

  private func reread(_ findings: Findings) throws -> Findings {
    try JSONDecoder().decode(Findings.self, from: JSONEncoder().encode(findings))
  }

  // MARK: JSON

  @Test func `Findings of the karate club come back from JSON unchanged`() throws {
    let value = try findings(Karate.society()) { $0.groupColumns = ["club"] }
    #expect(try reread(value) == value)
  }

  @Test func `Findings with much missing come back from JSON unchanged`() throws {
    let society = Society.made(
      ownScores: [-1, -1, -1, 0.5], layers: [.made(.of(4, pairs: [(0, 1)]))], scale: .fifths(low: -1, high: 1))
    let value = try findings(society) { $0.stop = .rounds(0) }
    #expect(try reread(value) == value)
  }

  @Test func `Findings of one person come back from JSON unchanged`() throws {
    let value = try findings(.made(ownScores: [600], layers: [.made(.of(1, arcs: []))]))
    #expect(try reread(value) == value)
  }

  @Test func `Findings of DeGroot's model come back from JSON unchanged`() throws {
    let value = try findings(.made(ownScores: [400, 600, 700], layers: [.made(.of(3, pairs: [(0, 1)]))])) {
      $0.model = .deGroot
    }
    #expect(try reread(value) == value)
  }

  @Test(arguments: [1e-300, 1e-100, 1e-50, 1e50, 1e100])
  func `Findings on a scale of any size hold no number JSON cannot hold`(unit: Double) throws {
    let society = Society.made(
      ownScores: [0.1, 0.2, 0.3, 0.7].map { $0 * unit }, layers: [.made(.of(4, pairs: [(0, 1), (1, 2), (2, 3)]))],
      scale: .fifths(low: 0, high: unit))
    let value = try findings(society)
    #expect(try reread(value) == value)
  }

  // MARK: Threads and seeds

  /// More than 2^15 arcs, so that there are several blocks to spread.
  private func large() -> Society {
    var random = RandomSocieties(71)
    return Society.made(ownScores: random.scores(3000), layers: [.made(random.ties(3000, pairs: 16_000))])
  }

  @Test(arguments: [2, 3])
  func `Findings are the same on any number of threads`(threads: Int) throws {
    func value(_ threads: Int) throws -> Findings {
      try findings(large()) { settings in
        settings.threads = ThreadCount(threads)
        settings.permutations = .count(3)
        settings.stop = .rounds(4)
      }
    }
    #expect(try value(threads) == value(1))
  }

  @Test(arguments: [2, 3])
  func `Findings of two layers are the same on any number of threads`(threads: Int) throws {
    var random = RandomSocieties(72)
    let society = random.society(60, pairs: 120)
    #expect(
      try findings(society) { $0.threads = ThreadCount(threads) } == findings(society) { $0.threads = .one })
  }

  @Test func `The same seed gives the same findings`() throws {
    #expect(try findings(Karate.society()) == findings(Karate.society()))
  }

  @Test func `The seed does not touch what is not random`() throws {
    func values(_ seed: UInt64) throws -> [Double?] {
      try findings(Karate.society()) { settings in
        settings.seed = seed
        settings.groupColumns = ["club"]
        settings.findsCommunities = false
      }.measures.map(\.value)
    }
    #expect(try values(1) == values(2))
  }

  // MARK: Labels

  /// Numbers that no label can touch, row by row.
  private func comparable(_ findings: Findings) -> [[Double?]] {
    findings.measures.map { [$0.value, $0.expected, $0.sd, $0.p, Double($0.n)] }
  }

  @Test func `Relabelling people changes no measure of a given partition`() throws {
    for index in 0..<8 {
      var random = RandomSocieties(80 + index)
      let made = random.society(40, pairs: 60)
      let column = AttributeColumn(name: "side", values: (0..<40).map { ["a", "b", "c"][$0 % 7 % 3] })
      let society = Society.made(ownScores: made.ownScores, layers: made.layers, columns: [column])
      func value(_ society: Society) throws -> Findings {
        try examined(society) { settings in
          settings.groupColumns = ["side"]
          settings.findsCommunities = false
          settings.stop = .tolerance(1e-9)
        }.findings()
      }
      let one = comparable(try value(society))
      let other = comparable(try value(society.relabelled(random.permutation(of: 40))))
      #expect(
        zip(one, other).allSatisfy { zip($0, $1).allSatisfy { isClose($0, $1, relative: 1e-8, absolute: 1e-10) } })
    }
  }

  @Test func `Relabelling people permutes their public scores`() throws {
    var random = RandomSocieties(90)
    let society = random.society(40, pairs: 60)
    let order = random.permutation(of: 40)
    let one = try examined(society)
    let other = try examined(society.relabelled(order))
    let moved = order.map { other.equilibrium.scores[$0] }
    let bound = one.equilibrium.bound.value + other.equilibrium.bound.value
    #expect(largestDifference(one.equilibrium.scores, moved) <= bound)
  }

  @Test func `Relabelling people changes no group's summary`() throws {
    var random = RandomSocieties(91)
    let society = Karate.society()
    func summaries(_ society: Society) throws -> [[Double]] {
      let groups = try examined(society) { settings in
        settings.groupColumns = ["club"]
        settings.stop = .tolerance(1e-9)
        settings.findsCommunities = false
      }.findings().groupings[0].groups
      return groups.sorted { $0.name < $1.name }.map {
        [
          Double($0.people), $0.meanOwnScore, $0.meanPublicScore, $0.sdOwnScore, $0.sdPublicScore, $0.weightWithin,
          $0.weightOutside, Double($0.tiesWithin), Double($0.tiesOutside),
        ]
      }
    }
    let one = try summaries(society)
    let other = try summaries(society.relabelled(random.permutation(of: Karate.count)))
    #expect(zip(one, other).allSatisfy { largestDifference($0, $1) < 1e-8 })
  }

  // MARK: Groupings

  @Test func `The gap before is that of own scores, the gap after that of public scores`() throws {
    let examination = try examined(Karate.society()) { $0.groupColumns = ["club"] }
    let grouping = examination.findings().groupings[1]
    let own = try SocialGap(Karate.ownScores, by: Karate.clubs)
    let after = try SocialGap(examination.equilibrium.scores, by: Karate.clubs)
    #expect(grouping.gapBefore == own && grouping.gapAfter == after)
  }

  @Test func `The shares of a grouping are those of its rows`() throws {
    let value = try findings(Karate.society()) { $0.groupColumns = ["club"] }
    func row(_ scores: String) -> Double? { value.measure("variance_between_share", of: scores, by: "club")?.value }
    let grouping = value.groupings[1]
    #expect(grouping.shareBefore == row("own_score") && grouping.shareAfter == row("public_score"))
  }

  @Test func `Without a search for communities there are none`() throws {
    let value = try findings(Karate.society()) { $0.findsCommunities = false }
    #expect(value.communities == nil && value.groupings.isEmpty)
  }
}
