import Analysis
import GraphModel
import Testing

@testable import Exports

struct GraphMLTests {
  @Test func `There is a node a person, in order, and an edge a tie`() throws {
    let file = try GraphMLFile(Fixture.twoTriangles())
    #expect(file.nodes.map(\.ids) == Fixture.names.map { [$0] })
    #expect(
      file.edges.map(\.ids) == [
        ["ann", "bob"], ["ann", "cid"], ["bob", "cid"], ["cid", "dan"], ["dan", "eve"], ["dan", "fay"], ["eve", "fay"],
      ])
  }

  @Test func `Nodes carry the columns of the people's table, without the id`() throws {
    let examination = try Fixture.twoTriangles()
    let columns = examination.peopleColumns().dropFirst()
    let keys = try GraphMLFile(examination).keys.filter { $0.domain == "node" }
    #expect(keys.map(\.name) == columns.map(\.name))
    #expect(keys.map(\.type) == columns.map(\.kind.rawValue))
  }

  @Test func `Values of nodes are those of the people's table`() throws {
    let examination = try Fixture.twoTriangles()
    let columns = examination.peopleColumns().dropFirst()
    for (person, node) in try GraphMLFile(examination).nodes.enumerated() {
      for column in columns { #expect(node.values[column.name] == column.value(person), "\(column.name)") }
    }
  }

  @Test func `Ids with any character are kept`() throws {
    let ids = ["a&b", "<a>", "say \"so\"", "it's", "two\nlines", "tab\there", "Zoë", "👩‍👩‍👧", " a ", "a\r\nb"]
    let ring = ids.indices.map { ($0, ($0 + 1) % ids.count, 1.0) }
    let file = try GraphMLFile(
      Fixture.examine(ids: ids, layers: [Fixture.layer("friendship", people: ids.count, ring)]))
    #expect(file.nodes.map(\.ids) == ids.map { [$0] })
    #expect(Set(file.edges.flatMap(\.ids)) == Set(ids))
  }

  @Test func `A column's kind becomes a type, and its text is kept`() throws {
    let attributes = [
      AttributeColumn(name: "whole", values: ["1", "-2", "9007199254740993"]),
      AttributeColumn(name: "broken", values: ["1.50", "2e-7", "3"]),
      AttributeColumn(name: "truth", values: ["true", "false", "true"]),
      AttributeColumn(name: "words", values: ["a<b", "&", "c"]),
      AttributeColumn(name: "code", values: ["007", "010", "1"]),
    ]
    let file = try GraphMLFile(
      Fixture.examine(
        ids: ["a", "b", "c"], attributes: attributes, layers: [Fixture.layer("friendship", people: 3, [(0, 1, 1)])]))
    let types = Dictionary(uniqueKeysWithValues: file.keys.filter { $0.domain == "node" }.map { ($0.name, $0.type) })
    #expect(
      attributes.map { types[$0.name] } == ["long", "double", "boolean", "string", "string"])
    for attribute in attributes {
      #expect(file.nodes.map { $0.values[attribute.name] } == attribute.values.map(Optional.some), "\(attribute.name)")
    }
  }

  @Test func `A missing value is absent, not empty`() throws {
    let attributes = [AttributeColumn(name: "age", values: ["31", "", "NA"])]
    let file = try GraphMLFile(
      Fixture.examine(
        ids: ["a", "b", "c"], attributes: attributes, layers: [Fixture.layer("friendship", people: 3, [(0, 1, 1)])]))
    #expect(file.nodes.map { $0.values["age"] } == ["31", nil, nil])
  }

  @Test func `A person without ties has no network score and no community`() throws {
    let gus = try #require(try GraphMLFile(Fixture.twoTriangles()).nodes.last)
    #expect(["network_score", "friends_own_score", "community"].map { gus.values[$0] } == [nil, nil, nil])
  }

  @Test func `Weights are the same doubles, bit for bit`() throws {
    let file = try GraphMLFile(Fixture.twoTriangles())
    let written = file.edges.map { $0.values["weight_friendship"].flatMap(Double.init)?.bitPattern }
    let given = Fixture.triangles.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2.bitPattern)
    #expect(written == given)
  }

  @Test func `With one layer the weight is that of the layer`() throws {
    for edge in try GraphMLFile(Fixture.twoTriangles()).edges {
      #expect(edge.values["weight"] == edge.values["weight_friendship"])
    }
  }

  @Test func `With one layer in the mix the weight is that of the layer`() throws {
    let layers = [
      Fixture.layer("friendship", people: 3, [(0, 1, 2.5), (1, 2, 1)]), Fixture.layer("family", people: 3, [(0, 1, 7)]),
    ]
    let examination = try Fixture.examine(ids: ["a", "b", "c"], layers: layers) {
      $0.layerWeights = ["friendship": 1, "family": 0]
    }
    #expect(try GraphMLFile(examination).edges.map { $0.values["weight"] } == ["2.5", "1"])
  }

  @Test func `With several layers the weights have the mean 1`() throws {
    let layers = [
      Fixture.layer("friendship", people: 4, [(0, 1, 2.5), (1, 2, 1), (2, 3, 0.5)]),
      Fixture.layer("family", people: 4, [(0, 1, 700), (0, 3, 100)]),
    ]
    let file = try GraphMLFile(Fixture.examine(ids: ["a", "b", "c", "d"], layers: layers))
    let weights = file.edges.compactMap { $0.values["weight"].flatMap(Double.init) }
    #expect(weights.count == 4)
    #expect(abs(weights.reduce(0, +) / 4 - 1) < 1e-15)
  }

  @Test func `A tie that only one layer has carries no weight of the other`() throws {
    let layers = [
      Fixture.layer("friendship", people: 3, [(0, 1, 1)]), Fixture.layer("family", people: 3, [(0, 1, 2), (1, 2, 3)]),
    ]
    let edges = try GraphMLFile(Fixture.examine(ids: ["a", "b", "c"], layers: layers)).edges
    #expect(edges.map { $0.values["weight_friendship"] } == ["1", nil])
    #expect(edges.map { $0.values["weight_family"] } == ["2", "3"])
  }

  @Test func `Undirected layers make an undirected graph`() throws {
    #expect(try GraphMLFile(Fixture.twoTriangles()).edgeDefault == "undirected")
  }

  @Test func `One directed layer makes the graph directed, and ties go both ways in it`() throws {
    let layers = [
      Fixture.layer("friendship", people: 3, [(0, 1, 1)]), Fixture.directedLayer("trust", people: 3, [(2, 0, 5)]),
    ]
    let file = try GraphMLFile(Fixture.examine(ids: ["a", "b", "c"], layers: layers))
    #expect(file.edgeDefault == "directed")
    #expect(file.edges.map(\.ids) == [["a", "b"], ["b", "a"], ["c", "a"]])
  }

  @Test func `A self-tie is one edge`() throws {
    let layer = Fixture.layer("friendship", people: 2, [(0, 0, 3), (0, 1, 1)])
    #expect(
      try GraphMLFile(Fixture.examine(ids: ["a", "b"], layers: [layer])).edges.map(\.ids) == [["a", "a"], ["a", "b"]])
  }

  @Test func `The graph says what it is and how sure its scores are`() throws {
    let values = try GraphMLFile(Fixture.twoTriangles()).graph.values
    #expect(values["name"] == "test")
    #expect(values["scale"] == "zhima")
    #expect(values["model"] == "friedkin-johnsen")
    #expect(try #require(values["error_bound"].flatMap(Double.init)) <= 600e-9)
  }

  @Test func `Without a known bound the graph claims none`() throws {
    let examination = try Fixture.twoTriangles { $0.stop = .rounds(0) }
    #expect(try GraphMLFile(examination).graph.values["error_bound"] == nil)
  }

  @Test func `The namespace is declared and keys are unique`() throws {
    let file = try GraphMLFile(Fixture.twoTriangles())
    #expect(file.namespace == "http://graphml.graphdrawing.org/xmlns")
    #expect(Set(file.keys.map(\.id)).count == file.keys.count)
  }

  @Test func `Keys say what they are, in XML's name tokens`() throws {
    let attributes = ["età", "a b", "a_b", "<&>", "7"].map { AttributeColumn(name: $0, values: ["x", "y"]) }
    let file = try GraphMLFile(
      Fixture.examine(
        ids: ["a", "b"], attributes: attributes, layers: [Fixture.layer("friendship", people: 2, [(0, 1, 1)])]))
    let ids = file.keys.map(\.id)
    #expect(ids.contains("g_name") && ids.contains("v_own_score") && ids.contains("e_weight_friendship"))
    #expect(Array(ids.filter { $0.hasPrefix("v_") }.suffix(5)) == ["v_et_", "v_a_b", "v_a_b_2", "v____", "v_7"])
    #expect(file.keys.filter { $0.domain == "node" }.suffix(5).map(\.name) == attributes.map(\.name))
    let token = /[A-Za-z_][A-Za-z0-9._-]*/
    #expect(ids.allSatisfy { $0.wholeMatch(of: token) != nil })
  }

  @Test func `Keys come first, then what the graph carries, then nodes, then edges`() throws {
    let order = try GraphMLFile(Fixture.twoTriangles()).order
    let first = { (name: String) in order.firstIndex(of: name) ?? -1 }
    let last = { (name: String) in order.lastIndex(of: name) ?? -1 }
    #expect(last("key") < first("graph"))
    #expect(first("graph") < first("data") && first("data") < first("node"))
    #expect(last("node") < first("edge"))
  }

  @Test func `Types and domains are those that every reader knows`() throws {
    let keys = try GraphMLFile(Fixture.twoTriangles()).keys
    #expect(Set(keys.map(\.type)).isSubset(of: ["boolean", "int", "long", "double", "string"]))
    #expect(Set(keys.map(\.domain)) == ["graph", "node", "edge"])
  }
}
