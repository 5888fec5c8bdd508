import Analysis
import GraphModel
import Propagation
import Testing

@testable import Exports

struct TableTests {
  private let folder = TemporaryFolder()

  /// The rows of `ties.csv`, none of whose fields needs quotes.
  private func ties(_ examination: Examination) throws -> [[String]] {
    try examination.tieTable().write(to: folder.path("ties.csv"))
    return try folder.text("ties.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `A table is a header and a line a row`() throws {
    let columns = [
      Column("id", .string, "the id") { ["a", "b,c"][$0] }, Column.numbers("score", "the score", [0.1, nil]),
    ]
    try Table(file: "test.csv", columns: columns, rowCount: 2).write(to: folder.path("test.csv"))
    #expect(try folder.text("test.csv") == "id,score\na,0.1\n\"b,c\",\n")
  }

  @Test func `The people's columns stand in this order`() throws {
    let names = try Fixture.twoTriangles().peopleColumns().map(\.name)
    #expect(
      names == [
        "id", "own_score", "network_score", "friends_own_score", "public_score", "peer_effect", "effect_friendship",
        "degree_friendship", "strength_friendship", "community", "tier_own", "tier_public", "spectral_community",
      ])
  }

  @Test func `A column whose name is taken is called input`() throws {
    let attributes = ["community", "input_community", "wealth"].map { name in
      AttributeColumn(name: name, values: ["x", "y"])
    }
    let names = try Fixture.examine(
      ids: ["a", "b"], attributes: attributes, layers: [Fixture.layer("friendship", people: 2, [(0, 1, 1)])]
    ).peopleColumns().map(\.name)
    #expect(Array(names.suffix(3)) == ["input_community", "input_input_community", "wealth"])
  }

  @Test func `Column names of the people's table are unique`() throws {
    let attributes = ["degree_friendship", "Public_Score"].map { name in
      AttributeColumn(name: name, values: ["1", "2"])
    }
    let names = try Fixture.examine(
      ids: ["a", "b"], attributes: attributes, layers: [Fixture.layer("friendship", people: 2, [(0, 1, 1)])]
    ).peopleColumns().map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: LayerMix.allCases)
  func `The mixed weights of a person's ties add up to 1`(mix: LayerMix) throws {
    let layers = [
      Fixture.layer("friendship", people: 7, Fixture.triangles),
      Fixture.directedLayer("trust", people: 7, [(0, 3, 40), (0, 4, 2), (6, 1, 0.001)]),
    ]
    let examination = try Fixture.examine(ids: Fixture.names, layers: layers) { $0.mix = mix }
    var sums: [String: Double] = [:]
    for tie in try ties(examination) { sums[tie[1], default: 0] += Double(tie[4]) ?? .nan }
    #expect(sums.count == 7)
    #expect(sums.filter { abs($0.value - 1) > 1e-15 * 8 } == [:])
  }

  @Test func `Ties of a layer outside the mix are not listed`() throws {
    let layers = [
      Fixture.layer("friendship", people: 3, [(0, 1, 1)]), Fixture.layer("family", people: 3, [(1, 2, 1)]),
    ]
    let examination = try Fixture.examine(ids: ["a", "b", "c"], layers: layers) { $0.layerWeights = ["family": 1] }
    #expect(try ties(examination).map { $0[0] } == ["family", "family"])
  }

  @Test func `A measure that is undefined is empty and has its reason`() throws {
    let examination = try Fixture.twoTriangles { $0.findsCommunities = false }
    let columns = Column.measures(examination.measures)
    for row in examination.measures.indices {
      let value = columns.first { $0.name == "value" }?.value(row)
      let missing = columns.first { $0.name == "missing" }?.value(row)
      #expect((value == nil) == (missing != nil))
    }
  }
}
