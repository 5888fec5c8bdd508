import Foundation
import GraphModel
import Testing

@testable import Exports

struct GephiTablesTests {
  private func tables(_ graph: ExportedGraph) throws -> (nodes: WrittenTable, edges: WrittenTable) {
    let folder = TemporaryFolder()
    try graph.write(.csv, to: folder.path)
    return (
      try WrittenTable(InputFile.read(folder.path("nodes.csv"))),
      try WrittenTable(InputFile.read(folder.path("edges.csv")))
    )
  }

  @Test func `Columns have Gephi's names, and others keep theirs where they can`() throws {
    let (nodes, edges) = try tables(ExportedFile.hostile().peopleGraph)
    #expect(Array(nodes.names.prefix(3)) == ["Id", "Label", "own_score"])
    #expect(nodes.names.contains("Label_2"))
    #expect(
      edges.names == ["Source", "Target", "Type", "Id", "Weight", "weight_friendship", "weight_family"])
  }

  @Test func `Ids are kept in both tables`() throws {
    let (nodes, edges) = try tables(ExportedFile.hostile().peopleGraph)
    #expect(nodes.values(of: "Id").map(Array.init) == Hostile.ids)
    let ends = Set(Array(edges.columns[0]) + Array(edges.columns[1]))
    #expect(ends == Set(Hostile.ids))
  }

  @Test func `Edges are numbered through, over the bounds of blocks`() throws {
    // Other columns have characters that tables are not read with.
    let graph = try ExportedFile.large.get().keeping(columns: ["own_score"])
    try #require(graph.edges.blocks().count > 2)
    let ids = try #require(try tables(graph).edges.values(of: "Id"))
    #expect(ids.count == graph.edgeCount)
    #expect(ids.indices.allSatisfy { ids[$0] == String($0) })
  }

  @Test func `Weights are the same doubles`() throws {
    let edges = try tables(ExportedFile.hostile().peopleGraph).edges
    #expect(Array(try #require(edges.values(of: "weight_friendship"))).contains("1e-09"))
    #expect(edges.values(of: "Type").map { Set($0) } == ["Undirected"])
  }
}
