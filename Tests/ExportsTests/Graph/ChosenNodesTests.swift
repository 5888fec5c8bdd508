import Analysis
import Foundation
import GraphModel
import Testing

@testable import Exports

struct ChosenNodesTests {
  /// A graph as GraphML, which `PlainRendering` is held against.
  private func written(_ graph: ExportedGraph) throws -> (ids: [String], edges: [[String]]) {
    let folder = TemporaryFolder()
    try graph.write(.graphml, to: folder.path("g"))
    let file = try GraphMLFile(path: folder.path("g"))
    return (file.nodes.map { $0.ids[0] }, file.edges.map { $0.ids + [$0.values["weight"] ?? ""] })
  }

  /// The same choice of a graph of arrays and of a society gives the same edges, and they are those among the chosen.
  @Test(arguments: WrittenBytesTests.small)
  func `Chosen people keep the ties among them`(seed: UInt64, layers: Int) throws {
    let graph = try WrittenBytesTests.society(seed: seed, people: 60, layers: layers, degree: 4).peopleGraph
    let rows = (0..<60).filter { $0 % 3 != 1 }
    let (ids, edges) = try written(graph)
    let chosen = Set(rows.map { ids[$0] })
    let expected = edges.filter { chosen.contains($0[0]) && chosen.contains($0[1]) }
    let part = try written(graph.choosing(people: rows.reversed()))
    #expect(part.edges == expected)
    #expect(part.ids == rows.map { ids[$0] })
    #expect(graph.choosing(people: rows).edgeCount == expected.count)
    try #require(!expected.isEmpty)
  }

  @Test func `Columns are kept in the order of the table`() throws {
    let graph = try Fixture.twoTriangles().peopleGraph.keeping(columns: ["public_score", "own_score"])
    #expect(graph.columnNames == ["own_score", "public_score"])
  }

  @Test func `A drawing becomes columns, and a column of that name gets another`() throws {
    let attribute = AttributeColumn(name: "x", values: ["p", "q"])
    var graph = try Fixture.examine(
      ids: ["a", "b"], attributes: [attribute], layers: [Fixture.layer("friendship", people: 2, [(0, 1, 1)])]
    ).peopleGraph.choosing(people: [1])
    graph.drawing = NodeDrawing(x: [3], y: [4], size: [5], colours: [(6, 7, 8)])
    let columns = graph.drawnColumns.suffix(7)
    #expect(columns.map(\.name) == ["input_x", "x", "y", "size", "r", "g", "b"])
    #expect(columns.map { $0.value(1) } == ["q", "3", "4", "5", "6", "7", "8"])
  }

  @Test func `Ids in a file are found, with or without a header`() throws {
    let ids = TextList(["ann", "bob", "a,b", "cid"])
    func chosen(_ text: String) throws -> [Int] {
      try ChosenPeople.indices(in: InputFile(name: "ids", bytes: Array(text.utf8)), among: ids)
    }
    #expect(try chosen("cid\nann\ncid\n") == [0, 3])
    #expect(try chosen("name,score\nbob,1\n\"a,b\",2\n") == [1, 2])
  }

  @Test func `An id that nobody has is an error with its line`() throws {
    let file = InputFile(name: "ids.txt", bytes: Array("ann\nzoe\n".utf8))
    #expect(throws: ReadingError.self) { try ChosenPeople.indices(in: file, among: TextList(["ann"])) }
    do {
      _ = try ChosenPeople.indices(in: file, among: TextList(["ann"]))
    } catch {
      #expect(error.description == "ids.txt, line 2: \"zoe\" is nobody's id; a person's id was expected")
    }
  }
}
