import Testing

@testable import Analysis
@testable import GraphModel

struct ComparisonTests {
  private let file = FileRecord(name: "people.csv", bytes: 1, sha256: "a")

  @Test func `A run compared with itself found the same`() throws {
    let run = ComparedRuns.run(
      ["a", "b", "c"], [400, 500, 600], communities: [1, 1, 0], measures: [ComparedRuns.row("mean", 500)])
    let comparison = try ComparedRuns.comparison(run, run)
    #expect(comparison.foundTheSame)
    #expect(comparison.making.relation == .same)
    #expect(comparison.measures.equal == 1)
    #expect(comparison.people.rankAgreement == 1)
  }

  @Test func `People are matched by id, whatever their order`() throws {
    let comparison = try ComparedRuns.comparison(
      ComparedRuns.run(["a", "b", "c", "d"], [400, 500, 600, 700]),
      ComparedRuns.run(["e", "c", "b", "a"], [350, 630, 500, 390]))
    let people = comparison.people
    #expect([people.both, people.onlyFirst, people.onlySecond] == [3, 1, 1])
    #expect(people.idsOnlyFirst == ["d"])
    #expect(people.idsOnlySecond == ["e"])
    #expect(people.rose.map(\.id) == ["c"])
    #expect(people.fell.map(\.id) == ["a"])
    // |changes| are 10, 0, 30.
    #expect(people.publicScores?.meanAbsolute == 40.0 / 3)
    #expect(people.publicScores?.medianAbsolute == 10)
    #expect(people.publicScores?.largest == 30)
    #expect(people.publicScores?.moved == 2)
  }

  @Test func `At most ten people are named, those who moved most, and equals in the order of the first run`() throws {
    let ids = (0..<30).map { "p\($0)" }
    let comparison = try ComparedRuns.comparison(
      ComparedRuns.run(ids, ids.map { _ in 500 }), ComparedRuns.run(ids, (0..<30).map { 500 + Double($0 / 2) }))
    #expect(comparison.people.rose.map(\.id) == [28, 29, 26, 27, 24, 25, 22, 23, 20, 21].map { "p\($0)" })
    #expect(comparison.people.fell.isEmpty)
  }

  @Test func `Tier flows count people by tier in the first run and in the second`() throws {
    // Zhima is cut at 550, 600, 650 and 700.
    let flows = try #require(
      try ComparedRuns.comparison(
        ComparedRuns.run(["a", "b", "c"], [400, 560, 710]), ComparedRuns.run(["a", "b", "c"], [560, 570, 660])
      ).tierFlows)
    #expect(flows.counts[0][1] == 1)
    #expect(flows.counts[1][1] == 1)
    #expect(flows.counts[4][3] == 1)
    #expect(flows.counts.joined().reduce(0, +) == 3)
    #expect(flows.moved == 2)
  }

  @Test func `Scores on other scales are not compared`() throws {
    let comparison = try ComparedRuns.comparison(
      ComparedRuns.run(["a", "b"], [400, 500]), ComparedRuns.run(["a", "b"], [0.2, 0.6], scale: .unit))
    #expect(comparison.people.publicScores == nil && comparison.people.rose.isEmpty)
    #expect(comparison.people.rankAgreement == 1)
    #expect(comparison.tierFlows == nil)
  }

  @Test func `A moment and a simulation without a person in both are refused`() {
    #expect(throws: Missing.self) {
      try ComparedRuns.comparison(
        ComparedRuns.run(["a"], [400], command: .analyze), ComparedRuns.run(["b"], [400]))
    }
  }

  @Test(
    arguments: [
      ([:], 1, .same), ([:], 2, .otherSeed), (["name": "b", "output.gexf": "true"], 2, .otherSeed),
      (["decay": "0.1"], 1, .otherSettings),
    ] as [([String: String], UInt64, MakingComparison.Relation)])
  func `What two runs have in common leaves aside what cannot matter`(
    settings: [String: String], seed: UInt64, relation: MakingComparison.Relation
  ) throws {
    let other = ComparedRuns.run(["a"], [400], settings: settings, seed: seed, inputs: [file])
    let comparison = try ComparedRuns.comparison(ComparedRuns.run(["a"], [400], inputs: [file]), other)
    #expect(comparison.making.relation == relation)
    #expect(comparison.making.settings.map(\.name) == settings.keys.sorted())
  }

  @Test func `Inputs are told apart by their digests`() throws {
    let other = FileRecord(name: "people.csv", bytes: 1, sha256: "b")
    let making = try ComparedRuns.comparison(
      ComparedRuns.run(["a"], [400], inputs: [file]), ComparedRuns.run(["a"], [400], inputs: [other])
    ).making
    #expect(making.inputs == [MakingComparison.Input(name: "people.csv", first: "a", second: "b")])
    #expect(making.relation == .otherSettings)
  }
}
