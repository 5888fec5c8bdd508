import GraphModel
import Testing

@testable import Exports

struct DOTTests {
  @Test func `Names are quoted so that quotes and backslashes stay inside, and line ends are kept`() throws {
    let text = try ExportedFile.text(ExportedFile.hostile().peopleGraph, .dot)
    #expect(text.contains("  \"\\\"&'\" [label=\"\\\"&amp;'\""))
    #expect(text.contains("  \"a\\\\\\\"b\" ["))
    #expect(text.contains("  \"two\nlines\" ["))
    #expect(text.hasPrefix("graph {\n") && text.hasSuffix("}\n"))
  }

  @Test func `Undirected ties have two dashes, directed ones an arrow`() throws {
    #expect(try ExportedFile.text(Fixture.twoTriangles().peopleGraph, .dot).contains("  \"ann\" -- \"bob\" ["))
    let directed = try Fixture.examine(
      ids: ["a", "b"], layers: [Fixture.directedLayer("trust", people: 2, [(1, 0, 5)])])
    let text = try ExportedFile.text(directed.peopleGraph, .dot)
    #expect(text.hasPrefix("digraph {\n") && text.contains("  \"b\" -> \"a\" [\"weight\"=\"5\""))
  }

  @Test func `Numbers are quoted, as the language has no exponents`() throws {
    #expect(
      try ExportedFile.text(ExportedFile.hostile().peopleGraph, .dot).contains("\"weight_friendship\"=\"1e-09\""))
  }

  @Test func `A column that Graphviz would take for its own gets another name`() throws {
    let attribute = AttributeColumn(name: "label", values: ["x", "y"])
    let examination = try Fixture.examine(
      ids: ["a", "b"], attributes: [attribute], layers: [Fixture.layer("friendship", people: 2, [(0, 1, 1)])])
    #expect(try ExportedFile.text(examination.peopleGraph, .dot).contains("\"label_2\"=\"x\""))
  }
}
