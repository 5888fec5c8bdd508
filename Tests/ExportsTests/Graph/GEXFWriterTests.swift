import Foundation
import FoundationXML
import GraphModel
import Testing

@testable import Exports

struct GEXFWriterTests {
  /// A GEXF file as a tree of elements.
  private final class Tree: NSObject, XMLParserDelegate {
    var nodes: [(attributes: [String: String], values: [String: String])] = []
    var edges: [(attributes: [String: String], values: [String: String])] = []
    var declared: [String: [String: String]] = [:]
    var graph: [String: String] = [:]
    var drawing: [String: [String: String]] = [:]
    private var domain = ""
    private var isNode = true

    init(_ text: String) throws {
      super.init()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = self
      try #require(parser.parse(), "GEXF is well-formed XML")
    }

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) {
      switch name {
      case "graph": graph = attributes
      case "attributes": domain = attributes["class"] ?? ""
      case "attribute":
        declared[domain, default: [:]][attributes["id"] ?? ""] =
          "\(attributes["title"] ?? "") \(attributes["type"] ?? "")"
      case "node":
        isNode = true
        nodes.append((attributes, [:]))
      case "edge":
        isNode = false
        edges.append((attributes, [:]))
      case "attvalue":
        let (key, value) = (attributes["for"] ?? "", attributes["value"] ?? "")
        if isNode { nodes[nodes.count - 1].values[key] = value } else { edges[edges.count - 1].values[key] = value }
      case "viz:color", "viz:position", "viz:size": drawing[name] = attributes
      default: break
      }
    }
  }

  @Test func `People are nodes with their id and label, whatever it is`() throws {
    let tree = try Tree(ExportedFile.text(ExportedFile.hostile().peopleGraph, .gexf))
    #expect(tree.nodes.map { $0.attributes["id"] } == Hostile.ids)
    #expect(tree.nodes.map { $0.attributes["label"] } == Hostile.ids)
    #expect(tree.graph["mode"] == "static" && tree.graph["defaultedgetype"] == "undirected")
  }

  @Test func `Attributes have GEXF's types and the values of the people's table`() throws {
    let graph = try ExportedFile.hostile().peopleGraph
    let tree = try Tree(ExportedFile.text(graph, .gexf))
    let types = Set(tree.declared["node"]?.values.map { $0.split(separator: " ").last ?? "" } ?? [])
    #expect(types == ["double", "integer", "long", "boolean", "string"])
    for (person, node) in tree.nodes.enumerated() {
      for column in graph.columns where column.name != "Label" && column.name != "type" {
        #expect(node.values[column.name] == column.value(person), "\(column.name)")
      }
    }
  }

  @Test func `Edges have different ids, and weights that read back to the same bits`() throws {
    let tree = try Tree(ExportedFile.text(ExportedFile.hostile().peopleGraph, .gexf))
    #expect(Set(tree.edges.map { $0.attributes["id"] }).count == tree.edges.count)
    #expect(tree.edges.contains { $0.values["weight_friendship"].flatMap(Double.init) == 1e-9 })
    #expect(tree.edges.allSatisfy { $0.attributes["weight"].flatMap(Double.init) != nil })
    #expect(tree.declared["edge"]?["weight"] == nil)
  }

  @Test func `A drawing stands in the module for it`() throws {
    var graph = try Fixture.twoTriangles().peopleGraph
    graph.drawing = NodeDrawing(
      x: (0..<7).map { Double($0) / 4 }, y: Array(repeating: -1, count: 7), size: Array(repeating: 10, count: 7),
      colours: Array(repeating: (1, 2, 255), count: 7))
    let drawing = try Tree(ExportedFile.text(graph, .gexf)).drawing
    #expect(drawing["viz:color"] == ["r": "1", "g": "2", "b": "255"])
    #expect(drawing["viz:position"] == ["x": "1.5", "y": "-1", "z": "0"])
    #expect(drawing["viz:size"] == ["value": "10"])
  }
}
