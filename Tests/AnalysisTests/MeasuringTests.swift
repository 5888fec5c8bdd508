import Compute
import GraphModel
import Propagation
import Testing

@testable import Analysis

struct MeasuringTests {
  private func ring(_ count: Int) -> TieTable { .of(count, pairs: (0..<count).map { ($0, ($0 + 1) % count) }) }

  private let halves = AttributeColumn(name: "side", values: (0..<12).map { $0 < 6 ? "left" : "right" })

  // MARK: What is undefined, and why

  private func negative() throws -> Findings {
    let scores = (0..<12).map { Double($0) - 3 }
    let society = Society.made(
      ownScores: scores, layers: [.made(ring(12))], scale: .fifths(low: -10, high: 10), columns: [halves])
    return try examined(society) { $0.groupColumns = ["side"] }.findings()
  }

  @Test func `Negative scores leave the Gini coefficient missing`() throws {
    let row = try negative().measure("gini", of: "own_score")
    #expect(row?.value == nil && row?.missing == "a value is negative (-3.0)")
  }

  @Test(arguments: ["theil_between", "theil_within", "theil_between_share"])
  func `Negative scores leave the split of Theil's T missing, for that reason`(measure: String) throws {
    let row = try negative().measure(measure, of: "own_score", by: "side")
    #expect(row?.value == nil && row?.missing == "a value is negative (-3.0)")
  }

  @Test func `Negative scores do not disturb the split of the variance`() throws {
    #expect(try negative().measure("variance_between", of: "own_score", by: "side")?.value == 9)
  }

  private func equal(_ value: Double, _ change: (inout AnalysisSettings) -> Void = { _ in }) throws -> Findings {
    var random = RandomSocieties(11)
    let society = Society.made(
      ownScores: [Double](repeating: value, count: 40), layers: [.made(random.ties(40, pairs: 90))])
    return try examined(society, change).findings()
  }

  @Test(arguments: ["assortativity", "moran_i", "geary_c"])
  func `Equal own scores leave measures over ties missing`(measure: String) throws {
    let row = try equal(600.1).measure(measure, of: "own_score", on: "friendship")
    #expect(row?.value == nil && row?.missing == "there is no spread")
  }

  /// Averages of equal numbers differ in their last bits; that is not a spread.
  @Test(arguments: ["assortativity", "moran_i", "geary_c"])
  func `Equal own scores leave measures of public scores over ties missing`(measure: String) throws {
    let row = try equal(600.1).measure(measure, of: "public_score", on: "friendship")
    #expect(row?.value == nil && row?.missing == "there is no spread")
  }

  @Test func `Equal own scores leave the share of public scores between communities missing`() throws {
    let row = try equal(600.1).measure("variance_between_share", of: "public_score", by: "community")
    #expect(row?.value == nil)
  }

  @Test func `Equal own scores leave the rank agreement missing`() throws {
    #expect(try equal(600.1).propagation.rankAgreement == nil)
  }

  /// Everyone but person 0 follows somebody with a smaller number: with susceptibility 1 all end at the score of person 0,
  /// and what is left is the error of the computation.
  @Test func `A consensus that is reached only nearly has no Moran's I`() throws {
    var random = RandomSocieties(12)
    var arcs: [(Int, Int, Double)] = []
    for person in 1..<30 { for _ in 0..<3 { arcs.append((person, random.integer(below: person), 1)) } }
    arcs.append((1, 1, 5))
    let society = Society.made(
      ownScores: random.scores(30), layers: [.made("follows", .of(30, arcs: arcs), isDirected: true)])
    let findings = try examined(society) { $0.model = .deGroot }.findings()
    #expect(findings.measure("moran_i", of: "public_score", on: "follows")?.value == nil)
  }

  @Test func `Two small groups leave the social gap missing, for that reason`() throws {
    let column = AttributeColumn(name: "side", values: (0..<12).map { $0 < 8 ? "left" : "right" })
    let society = Society.made(
      ownScores: (0..<12).map { 400 + Double($0) }, layers: [.made(ring(12))], columns: [column])
    let row = try examined(society) { $0.groupColumns = ["side"] }.findings()
      .measure("social_gap", of: "own_score", by: "side")
    #expect(row?.value == nil && row?.missing == "there are not two groups of 5 people or more")
  }

  /// Ties exist, but the weights leave a layer without any: nobody is in a community.
  @Test(arguments: ["variance_between", "variance_within", "variance_between_share", "theil_between"])
  func `Measures by communities of nobody are missing`(measure: String) throws {
    let society = Society.made(
      ownScores: (0..<12).map { 400 + Double($0) },
      layers: [.made("friendship", ring(12)), .made("empty", .of(12, arcs: []))])
    let row = try examined(society) { $0.layerWeights = ["empty": 1] }.findings()
      .measure(measure, of: "own_score", by: "community")
    #expect(row?.n == 0 && row?.value == nil)
  }

  @Test func `A value that is not missing has no reason`() throws {
    #expect(try negative().measures.allSatisfy { ($0.value == nil) == ($0.missing != nil) })
  }

  @Test func `A column's missing values are not a group`() throws {
    let column = AttributeColumn(name: "year", values: (0..<12).map { ["1", "2", "NA", ""][$0 % 4] })
    let society = Society.made(
      ownScores: (0..<12).map { 400 + Double($0) }, layers: [.made(ring(12))], columns: [column])
    let grouping = try examined(society) { $0.groupColumns = ["year"] }.findings().groupings.last
    #expect(grouping?.count == 2 && grouping?.people == 6)
  }

  // MARK: What is compared with what

  private func village() -> Society {
    var random = RandomSocieties(13)
    let column = AttributeColumn(name: "side", values: (0..<40).map { ["a", "b", "c"][$0 % 3] })
    let made = random.society(40, pairs: 60)
    return Society.made(ownScores: made.ownScores, layers: made.layers, columns: [column])
  }

  @Test func `Without draws the share between groups of own scores is expected at (k - 1) over (n - 1)`() throws {
    let row = try examined(village()) { $0.groupColumns = ["side"] }.findings()
      .measure("variance_between_share", of: "own_score", by: "side")
    #expect(isClose(row?.expected, 2.0 / 39))
  }

  /// The share of 3 groups of 40 has a standard deviation of about 0.05, and so the mean of 400 draws one of 0.0025.
  ///
  /// 0.0125 is five of them: a false failure in about 2 million seeds.
  @Test func `Draws expect the share between groups of own scores at (k - 1) over (n - 1)`() throws {
    let row = try examined(village()) { settings in
      settings.groupColumns = ["side"]
      settings.permutations = .count(400)
      settings.stop = .rounds(1)
    }.findings().measure("variance_between_share", of: "own_score", by: "side")
    #expect(isClose(row?.expected, 2.0 / 39, absolute: 0.0125))
  }

  /// 400 draws: the standard deviation is known within 3.5% (`1 / sqrt(2 * 399)` for a normal law), and five times that is
  /// 18%.
  @Test func `Draws give Moran's I of own scores the analytic standard deviation`() throws {
    func row(_ draws: Int) throws -> MeasureRow? {
      try examined(village()) { settings in
        settings.permutations = .count(draws)
        settings.stop = .rounds(1)
      }.findings().measure("moran_i", of: "own_score", on: "friendship", weighted: true)
    }
    #expect(isClose(try row(400)?.sd, try row(0)?.sd, relative: 0.18))
  }

  @Test func `Without draws public scores have no p`() throws {
    let rows = try examined(village()).findings().measures.filter { $0.of == "public_score" }
    #expect(rows.allSatisfy { $0.p == nil && $0.expected == nil })
  }

  @Test func `A two-sided p is twice the smaller one-sided, at most 1`() throws {
    let rows = try examined(village()) { settings in
      settings.permutations = .count(19)
      settings.stop = .rounds(2)
    }.findings().measures.filter { $0.p != nil }
    #expect(rows.allSatisfy { row in row.p == min(1, 2 * min(row.pHigh ?? 2, row.pLow ?? 2)) })
  }

  @Test func `No permutation p is 0`() throws {
    let rows = try examined(village()) { settings in
      settings.permutations = .count(19)
      settings.stop = .rounds(2)
    }.findings().measures.filter { $0.p != nil }
    #expect(rows.allSatisfy { ($0.pHigh ?? 0) >= 0.05 && ($0.pLow ?? 0) >= 0.05 })
  }

  @Test func `How isolation is treated does not touch the measures of own scores`() throws {
    var random = RandomSocieties(14)
    let ties = random.ties(20, pairs: 40)
    let arcs = ties.matrix.enumerated().flatMap { row, weights in
      weights.enumerated().filter { $1 > 0 }.map { (row, $0, $1) }
    }
    // Twenty people with ties and ten without.
    let society = Society.made(ownScores: random.scores(30, in: 600...900), layers: [.made(.of(30, arcs: arcs))])
    func rows(_ isolates: AnalysisSettings.Isolates) throws -> [MeasureRow] {
      try examined(society) { settings in
        settings.isolates = isolates
        settings.permutations = .count(19)
      }.findings().measures.filter { $0.of == "own_score" }
    }
    #expect(try rows(.floor) == rows(.keep))
  }

  /// Nobody is tied to people without ties, so what those get moves nothing over ties.
  @Test func `Punished isolation does not touch what chance gives public scores over ties`() throws {
    var random = RandomSocieties(14)
    let ties = random.ties(20, pairs: 40)
    let arcs = ties.matrix.enumerated().flatMap { row, weights in
      weights.enumerated().filter { $1 > 0 }.map { (row, $0, $1) }
    }
    let society = Society.made(ownScores: random.scores(30, in: 600...900), layers: [.made(.of(30, arcs: arcs))])
    func row(_ isolates: AnalysisSettings.Isolates) throws -> MeasureRow? {
      try examined(society) { settings in
        settings.isolates = isolates
        settings.permutations = .count(19)
      }.findings().measure("moran_i", of: "public_score", on: "friendship")
    }
    let expected = try #require(try row(.keep)?.expected)
    #expect(isClose(try row(.floor)?.expected, expected, relative: 1e-6))
  }

  @Test func `With self-ties and without draws Moran's I has no p`() throws {
    let arcs = village().layers[0].ties.matrix.enumerated().flatMap { row, weights in
      weights.enumerated().filter { $1 > 0 }.map { (row, $0, $1) }
    }
    let layer = Layer.made(.of(40, arcs: arcs + [(3, 3, 2)]))
    let row = try examined(.made(ownScores: village().ownScores, layers: [layer])).findings()
      .measure("moran_i", of: "own_score", on: "friendship", weighted: true)
    #expect(row?.value != nil && row?.p == nil && row?.expected == nil)
  }

  // MARK: How many draws

  @Test func `A small society is compared with 999 random ones`() throws {
    let society = Society.made(ownScores: [400, 500, 600, 700], layers: [.made(ring(4))])
    let examination = try examined(society) { settings in
      settings.permutations = .standard
      settings.susceptibility = .constant(0)
    }
    #expect(examination.draws == 999)
  }

  @Test func `A society of more than 100,000 ties is compared with none, and says so`() throws {
    let count = 25_001
    var arcs = ArcList()
    for person in 0..<count { for step in 1...4 { arcs.appendTie(person, (person + step) % count) } }
    var random = RandomSocieties(15)
    let society = Society.made(
      ownScores: random.scores(count), layers: [.made(TieTable(personCount: count, arcs: arcs))])
    let examination = try examined(society) { settings in
      settings.permutations = .standard
      settings.susceptibility = .constant(0)
      settings.findsCommunities = false
    }
    #expect(examination.draws == 0 && examination.notices.contains { $0.text.hasPrefix("no random societies") })
  }

  // MARK: Grounds

  @Test func `A weighted layer is measured with and without its weights`() throws {
    let rows = try examined(village()).findings().measures.filter { $0.measure == "moran_i" && $0.on == "friendship" }
    #expect(rows.map(\.weighted) == [true, false, true, false])
  }

  @Test func `An unweighted layer is measured once`() throws {
    let rows = try examined(village()).findings().measures.filter { $0.measure == "moran_i" && $0.on == "rating" }
    #expect(rows.map(\.of) == ["own_score", "public_score"])
  }

  @Test func `A column called community is not taken for the communities that were found`() throws {
    let column = AttributeColumn(name: "Community", values: (0..<12).map { $0 < 4 ? "x" : "y" })
    let society = Society.made(
      ownScores: (0..<12).map { 400 + Double($0) }, layers: [.made(ring(12))], columns: [column])
    let groupings = try examined(society) { $0.groupColumns = ["community"] }.findings().groupings
    #expect(groupings.map(\.by) == ["community", "input_Community"])
  }

  @Test func `The share between groups is missing where there is one group`() throws {
    let column = AttributeColumn(name: "club", values: [String](repeating: "x", count: 12))
    let society = Society.made(
      ownScores: (0..<12).map { 400 + Double($0) }, layers: [.made(ring(12))], columns: [column])
    let row = try examined(society) { $0.groupColumns = ["club"] }.measures.first {
      $0.measure == "variance_between_share" && $0.of == "own_score" && $0.by == "club"
    }
    #expect(row?.value == nil && row?.missing == "there is one group only")
  }
}
