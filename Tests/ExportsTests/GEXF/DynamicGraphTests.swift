import Compute
import Foundation
import FoundationXML
import GraphModel
import Simulation
import Testing

@testable import Exports

@Suite struct DynamicGraphTests {
  /// Three people over five periods: one tie stays, one is dropped and made again.
  private static func small(ids: [String] = ["ann", "bob", "cid"], layer: String = "friendship") -> DynamicGraph {
    var ties = TieHistory(layers: [.init(name: layer, isDirected: false)])
    ties.made(0, 1, layer: 0, weight: 1, period: 0)
    ties.made(1, 2, layer: 0, weight: 0.5, period: 0)
    ties.dropped(1, 2, layer: 0, period: 2)
    ties.made(1, 2, layer: 0, weight: 0.5, period: 4)
    let values = [
      PeopleSnapshot(
        period: 0, ownScores: [600, 550.5, 700], publicScores: [601, 560, .nan], communities: [1, 1, 0],
        tiers: [3, 2, 5], listed: [false, true, false]),
      PeopleSnapshot(
        period: 3, ownScores: [600, 550.5, 701], publicScores: [602, 560, 650], communities: [1, 2, 2],
        tiers: [3, 2, 5], listed: [false, false, false]),
    ]
    return DynamicGraph(name: "three", people: People(ids: ids), ties: ties, values: values, periods: 0...5)
  }

  private static func text(_ graph: DynamicGraph, threads: ThreadCount = .one) throws -> String {
    let folder = TemporaryFolder()
    let count = try graph.writeGEXF(to: folder.path("a.gexf"), threads: threads)
    let text = try folder.text("a.gexf")
    #expect(text.utf8.count == count)
    return text
  }

  @Test func `A small society is written exactly so`() throws {
    #expect(
      try Self.text(Self.small()) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
        <meta><creator>graph-tool</creator><description>three</description></meta>
        <graph mode="dynamic" defaultedgetype="undirected" timeformat="integer" timerepresentation="interval" \
        start="0" end="5">
        <attributes class="node" mode="dynamic">
        <attribute id="own_score" title="own_score" type="double"/>
        <attribute id="public_score" title="public_score" type="double"/>
        <attribute id="community" title="community" type="integer"/>
        <attribute id="tier" title="tier" type="integer"/>
        <attribute id="listed" title="listed" type="boolean"/>
        </attributes>
        <attributes class="edge" mode="static">
        <attribute id="layer" title="layer" type="string"/>
        </attributes>
        <nodes>
        <node id="ann" label="ann" start="0" end="5"><attvalues>\
        <attvalue for="own_score" value="600" start="0" end="5"/>\
        <attvalue for="public_score" value="601" start="0" end="2"/>\
        <attvalue for="public_score" value="602" start="3" end="5"/>\
        <attvalue for="community" value="1" start="0" end="5"/><attvalue for="tier" value="3" start="0" end="5"/>\
        <attvalue for="listed" value="false" start="0" end="5"/></attvalues></node>
        <node id="bob" label="bob" start="0" end="5"><attvalues>\
        <attvalue for="own_score" value="550.5" start="0" end="5"/>\
        <attvalue for="public_score" value="560" start="0" end="5"/>\
        <attvalue for="community" value="1" start="0" end="2"/>\
        <attvalue for="community" value="2" start="3" end="5"/><attvalue for="tier" value="2" start="0" end="5"/>\
        <attvalue for="listed" value="true" start="0" end="2"/>\
        <attvalue for="listed" value="false" start="3" end="5"/></attvalues></node>
        <node id="cid" label="cid" start="0" end="5"><attvalues>\
        <attvalue for="own_score" value="700" start="0" end="2"/>\
        <attvalue for="own_score" value="701" start="3" end="5"/>\
        <attvalue for="public_score" value="650" start="3" end="5"/>\
        <attvalue for="community" value="2" start="3" end="5"/><attvalue for="tier" value="5" start="0" end="5"/>\
        <attvalue for="listed" value="false" start="0" end="5"/></attvalues></node>
        </nodes>
        <edges>
        <edge id="0" source="ann" target="bob" kind="friendship" weight="1" start="0" end="5"><attvalues>\
        <attvalue for="layer" value="friendship"/></attvalues></edge>
        <edge id="1" source="bob" target="cid" kind="friendship" weight="0.5"><attvalues>\
        <attvalue for="layer" value="friendship"/></attvalues>\
        <spells><spell start="0" end="1"/><spell start="4" end="5"/></spells></edge>
        </edges>
        </graph>
        </gexf>

        """)
  }

  @Test func `A weight that changes is an attribute over time`() throws {
    var ties = TieHistory(layers: [.init(name: "transaction", isDirected: true)])
    ties.made(1, 0, layer: 0, weight: 2, period: 0)
    ties.made(1, 0, layer: 0, weight: 3, period: 2)
    let graph = DynamicGraph(name: "pay", people: People(ids: ["a", "b"]), ties: ties, values: [], periods: 0...3)
    let text = try Self.text(graph)
    #expect(text.contains("defaultedgetype=\"directed\""))
    #expect(text.contains("<attribute id=\"weight\" title=\"weight\" type=\"double\"/>"))
    #expect(
      text.contains(
        """
        <edge id="0" source="b" target="a" kind="transaction" weight="3" start="0" end="3"><attvalues>\
        <attvalue for="layer" value="transaction"/><attvalue for="weight" value="2" start="0" end="1"/>\
        <attvalue for="weight" value="3" start="2" end="3"/></attvalues></edge>
        """))
    #expect(text.contains("<node id=\"a\" label=\"a\" start=\"0\" end=\"3\"></node>"))
  }

  @Test func `Beside a directed layer an undirected tie is two edges, a self-tie one`() throws {
    var ties = TieHistory(layers: [.init(name: "f", isDirected: false), .init(name: "t", isDirected: true)])
    ties.made(0, 1, layer: 0, weight: 1, period: 0)
    ties.made(1, 1, layer: 0, weight: 1, period: 0)
    ties.made(0, 1, layer: 1, weight: 1, period: 0)
    let graph = DynamicGraph(name: "two", people: People(ids: ["a", "b"]), ties: ties, values: [], periods: 0...1)
    let edges = try Self.text(graph).split(separator: "\n").filter { $0.hasPrefix("<edge ") }.map { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
        .prefix(4).map { String($0.element) }
    }
    #expect(edges == [["0", "a", "b", "f"], ["1", "b", "a", "f"], ["2", "b", "b", "f"], ["3", "a", "b", "t"]])
  }

  /// The ids, labels and kinds of a file, by a parser.
  private final class Names: NSObject, XMLParserDelegate {
    var nodes: [[String]] = []
    var edges: [[String]] = []

    init(_ text: String) throws {
      super.init()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = self
      try #require(parser.parse())
    }

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) {
      if name == "node" { nodes.append(["id", "label"].map { attributes[$0] ?? "?" }) }
      if name == "edge" { edges.append(["source", "target", "kind"].map { attributes[$0] ?? "?" }) }
    }
  }

  @Test func `Hostile names come back as they were`() throws {
    let ids = ["\"/><script>&'", "two\nlines\ttab", "名前 👩‍👩‍👧 \u{301}"]
    let layer = "a<b & \"c\""
    let names = try Names(Self.text(Self.small(ids: ids, layer: layer)))
    #expect(names.nodes == ids.map { [$0, $0] })
    #expect(names.edges == [[ids[0], ids[1], layer], [ids[1], ids[2], layer]])
  }

  @Test func `The bytes do not depend on the number of threads`() throws {
    var random = RandomStream(seed: 3, stream: 1)
    var ties = TieHistory(layers: [.init(name: "friendship", isDirected: false)])
    for tie in 0..<5000 { ties.made(tie, 5000 + random.integer(below: 1000), layer: 0, weight: 1, period: tie % 7) }
    let scores = (0..<6000).map { _ in random.uniform() }
    let graph = DynamicGraph(
      name: "many", people: People(ids: (0..<6000).map { "p\($0)" }), ties: ties,
      values: [PeopleSnapshot(period: 2, ownScores: scores, publicScores: scores)], periods: 0...9)
    #expect(try Self.text(graph) == Self.text(graph, threads: ThreadCount(4)))
  }
}
