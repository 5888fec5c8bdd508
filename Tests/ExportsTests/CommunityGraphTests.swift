import Analysis
import GraphModel
import Testing

@testable import Exports

struct CommunityGraphTests {
  @Test func `A cluster has the members of its community only`() throws {
    let examination = try Fixture.twoTriangles()
    try #require(examination.communitySummaries.map(\.people) == [3, 3])
    #expect(try GraphMLFile(examination, community: 1).nodes.flatMap(\.ids) == ["ann", "bob", "cid"])
    #expect(try GraphMLFile(examination, community: 2).nodes.flatMap(\.ids) == ["dan", "eve", "fay"])
  }

  @Test func `A cluster has the ties inside it only`() throws {
    let edges = try GraphMLFile(Fixture.twoTriangles(), community: 1).edges
    #expect(edges.map(\.ids) == [["ann", "bob"], ["ann", "cid"], ["bob", "cid"]])
  }

  @Test func `A cluster says which community it is`() throws {
    #expect(try GraphMLFile(Fixture.twoTriangles(), community: 2).graph.values["community"] == "2")
  }

  @Test func `The graph of communities has the columns of the communities' table`() throws {
    let examination = try Fixture.twoTriangles()
    let columns = examination.communityColumns()
    let file = try GraphMLFile(communitiesOf: examination)
    #expect(file.keys.filter { $0.domain == "node" }.map(\.name) == columns.map(\.name))
    for (row, node) in file.nodes.enumerated() {
      for column in columns { #expect(node.values[column.name] == column.value(row)) }
    }
  }

  @Test func `Communities are tied by the pairs of people that are tied`() throws {
    let file = try GraphMLFile(communitiesOf: Fixture.twoTriangles())
    #expect(file.edges.map(\.ids) == [["1", "2"]])
    #expect(file.edges.map { $0.values["ties"] } == ["1"])
  }

  /// One of seven ties, with its weight, leads from one triangle to the other.
  @Test func `The weight between communities is its share of all tie weight`() throws {
    let edge = try #require(try GraphMLFile(communitiesOf: Fixture.twoTriangles()).edges.first)
    let all = Fixture.triangles.reduce(0) { $0 + $1.2 }
    #expect(abs(try #require(edge.values["weight"].flatMap(Double.init)) - 0.01 / all) < 1e-15)
  }

  @Test(arguments: [1, 2, 5])
  func `The weights to other communities add up to what leads out`(resolution: Double) throws {
    // A ring of cliques with chords: several communities, each tied to several others.
    var ties = Fixture.triangles
    for clique in 0..<6 {
      for one in 0..<4 {
        for other in 0..<one { ties.append((7 + 4 * clique + one, 7 + 4 * clique + other, 1.3)) }
        ties.append((7 + 4 * clique + one, 7 + (4 * clique + 9 + one) % 24, 0.21))
      }
    }
    ties.append((0, 7, 0.5))
    let examination = try Fixture.examine(
      ids: (0..<31).map { "p\($0)" }, layers: [Fixture.layer("friendship", people: 31, ties)]
    ) { $0.resolution = resolution }
    let edges = try GraphMLFile(communitiesOf: examination).edges
    for summary in examination.communitySummaries {
      let sum = edges.filter { $0.ids.contains(String(summary.number)) }
        .compactMap { $0.values["weight"].flatMap(Double.init) }.reduce(0, +)
      #expect(abs(sum - summary.weightOutside) < 1e-14)
    }
    try #require(examination.communitySummaries.count > 2)
  }

  @Test func `Weight inside and between communities adds up to 1`() throws {
    let examination = try Fixture.twoTriangles()
    let between = try GraphMLFile(communitiesOf: examination).edges
      .compactMap { $0.values["weight"].flatMap(Double.init) }.reduce(0, +)
    #expect(abs(examination.communitySummaries.reduce(between) { $0 + $1.weightWithin } - 1) < 1e-14)
  }
}
