import Testing

@testable import GraphModel

struct GraphMLReadingTests {
  @Test func `nodes are people in their order, with own scores and columns as they are written`() throws {
    let keys = GraphMLText.scoreKey + "<key id=\"n\" for=\"node\" attr.name=\"Nick name\" attr.type=\"string\"/>"
    let read = try GraphMLText.read(
      GraphMLText.file(
        keys: keys,
        """
        <node id="zoë"><data key="s"> 400.5 </data><data key="n"> Z &amp; co </data></node>
        <node id="a&lt;b"><data key="n"><![CDATA[<x>]]></data><data key="s">5e2</data></node>
        <edge source="zoë" target="a&lt;b"/>
        """))
    #expect(Array(read.society.people.ids) == ["zoë", "a<b"])
    #expect(read.society.ownScores == [400.5, 500])
    #expect(read.society.people.attributes.map(\.name) == ["score", "Nick name"])
    #expect(Array(read.society.people.attributes[1].values) == [" Z & co ", "<x>"])
    #expect(read.arcs() == ["zoë>a<b": 1, "a<b>zoë": 1])
    #expect(read.society.name == "x")
  }

  @Test func `an edge without any key of weights weighs 1, and repeats collapse`() throws {
    let read = try GraphMLText.read(
      GraphMLText.file(
        GraphMLText.people + "<edge source=\"a\" target=\"b\"/><edge source=\"b\" target=\"a\"/>"))
    #expect(read.arcs() == ["a>b": 1, "b>a": 1])
    #expect(read.society.layers.map(\.isWeighted) == [false])
    #expect(read.notices(.merged) == ["1 repeated tie collapsed into the first (\(read.files[0].name))"])
  }

  @Test(arguments: ["weight", "Weight", "value"])
  func `a key of weights is found by its name`(name: String) throws {
    let keys = GraphMLText.scoreKey + "<key id=\"d7\" for=\"edge\" attr.name=\"\(name)\" attr.type=\"double\"/>"
    let read = try GraphMLText.read(
      GraphMLText.file(
        keys: keys, GraphMLText.people + "<edge source=\"a\" target=\"b\"><data key=\"d7\"> 0.1\n</data></edge>"))
    #expect(read.arcs() == ["a>b": 0.1, "b>a": 0.1])
  }

  @Test func `weight comes before value, which is then not used`() throws {
    let keys =
      GraphMLText.scoreKey + "<key id=\"v\" for=\"edge\" attr.name=\"value\"/>" + GraphMLText.weightKey
    let read = try GraphMLText.read(
      GraphMLText.file(
        keys: keys,
        GraphMLText.people
          + "<edge source=\"a\" target=\"b\"><data key=\"v\">9</data><data key=\"w\">2</data></edge>"))
    #expect(read.arcs() == ["a>b": 2, "b>a": 2])
    #expect(read.notices(.ignored) == ["keys of edges not used in \(read.files[0].name): \"value\""])
  }

  @Test func `defaults stand for what nodes and edges do not say`() throws {
    let read = try GraphMLText.read(
      GraphMLText.file(
        keys: """
          <key id="s" for="node" attr.name="score" attr.type="int"><default>450</default></key>
          <key id="w" for="edge" attr.name="weight" attr.type="double"><default>0.5</default></key>
          """,
        """
        <node id="a"/><node id="b"><data key="s">500</data></node><node id="c"/>
        <edge source="a" target="b"/><edge source="b" target="c"><data key="w">2</data></edge>
        """))
    #expect(read.society.ownScores == [450, 500, 450])
    #expect(read.arcs() == ["a>b": 0.5, "b>a": 0.5, "b>c": 2, "c>b": 2])
  }

  @Test func `edgedefault decides whether ties go one way`() throws {
    let text = GraphMLText.file(
      edgedefault: "directed", GraphMLText.people + "<edge source=\"a\" target=\"b\" directed=\"true\"/>")
    let read = try GraphMLText.read(text)
    #expect(read.arcs() == ["a>b": 1])
    #expect(read.society.layers.map(\.isDirected) == [true])
  }

  @Test func `keys weight_NAME are layers, and weight is then not used`() throws {
    let keys =
      GraphMLText.scoreKey + GraphMLText.weightKey
      + "<key id=\"f\" for=\"edge\" attr.name=\"weight_work\"/><key id=\"g\" for=\"edge\" attr.name=\"weight_family\"/>"
    let read = try GraphMLText.read(
      GraphMLText.file(
        keys: keys,
        GraphMLText.people + """
          <edge source="a" target="b"><data key="w">7</data><data key="f">1.5</data></edge>
          <edge source="b" target="c"><data key="w">8</data><data key="f">2</data><data key="g">3</data></edge>
          <edge source="a" target="c"><data key="w">9</data></edge>
          """))
    #expect(read.society.layers.map(\.name) == ["work", "family"])
    #expect(read.arcs(of: "work") == ["a>b": 1.5, "b>a": 1.5, "b>c": 2, "c>b": 2])
    #expect(read.arcs(of: "family") == ["b>c": 3, "c>b": 3])
    let file = read.files[0].name
    #expect(
      read.notices(.ignored) == [
        "\"weight\" of edges not used in \(file): layers have their own, weight_work, weight_family"
      ])
    #expect(read.notices(.dropped) == ["1 edge without a weight in any layer left out (\(file))"])
  }

  @Test func `an edge may stand in front of its nodes, and people keep the order of the nodes`() throws {
    let read = try GraphMLText.read(
      GraphMLText.file("<edge source=\"c\" target=\"a\"/><edge source=\"c\" target=\"b\"/>" + GraphMLText.people))
    #expect(Array(read.society.people.ids) == ["a", "b", "c"])
    #expect(read.scores == ["a": 400, "b": 500, "c": 600])
    #expect(read.arcs() == ["c>a": 1, "a>c": 1, "c>b": 1, "b>c": 1])
  }

  @Test func `own_score comes before score, for it is what this program writes`() throws {
    let read = try GraphMLText.read(
      GraphMLText.file(
        keys: GraphMLText.scoreKey + "<key id=\"o\" for=\"node\" attr.name=\"own_score\" attr.type=\"double\"/>",
        """
        <node id="a"><data key="o">410</data><data key="s">400</data></node><node id="b"><data key="o">510</data></node>
        <edge source="a" target="b"/>
        """))
    #expect(read.society.ownScores == [410, 510])
  }

  @Test func `the scale that the graph carries is the society's`() throws {
    let keys = GraphMLText.scoreKey + "<key id=\"g\" for=\"graph\" attr.name=\"scale\" attr.type=\"string\"/>"
    let text = GraphMLText.file(
      keys: keys, "<data key=\"g\">0:1000</data>" + GraphMLText.people + "<edge source=\"a\" target=\"b\"/>")
    #expect(try GraphMLText.read(text).society.scale.name == "0:1000")
    #expect(try GraphMLText.read(text) { $0.scale = .zhima }.society.scale == .zhima)
  }

  @Test func `a number that is NaN is missing`() throws {
    let text = GraphMLText.file(
      "<node id=\"a\"><data key=\"s\">NaN</data></node>" + GraphMLText.people.replacing("\"a\"", with: "\"d\"")
        + "<edge source=\"a\" target=\"b\"/><edge source=\"c\" target=\"b\"/>")
    let read = try GraphMLText.read(text) { $0.missingScore = .drop }
    #expect(Array(read.society.people.ids) == ["d", "b", "c"])
  }

  @Test func `ports, descriptions and drawings are passed over`() throws {
    // As yEd writes: prefixes, keys of its own, markup inside of data.
    let text = """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <!-- a comment -->
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <key for="port" id="d1" yfiles.type="portgeometry"/>
        <key attr.name="score" attr.type="double" for="node" id="d4"/>
        <key for="node" id="d6" yfiles.type="nodegraphics"/>
        <key for="graphml" id="d7" yfiles.type="resources"/>
        <key attr.name="url" attr.type="string" for="edge" id="d8"/>
        <graph edgedefault="directed" id="G">
          <desc>two <b>people</b></desc>
          <node id="n0"><data key="d4">400</data><data key="d6"><y:ShapeNode><y:NodeLabel>Ann</y:NodeLabel></y:ShapeNode></data></node>
          <node id="n1"><desc/><port name="north"><data key="d1"/></port><data key="d4">500</data></node>
          <edge id="e0" source="n0" target="n1" sourceport="north"><data key="d8" xml:space="preserve"/></edge>
        </graph>
        <data key="d7"><y:Resources/></data>
      </graphml>
      """
    let read = try GraphMLText.read(text)
    #expect(read.arcs() == ["n0>n1": 1])
    #expect(read.society.people.attributes.map(\.name) == ["score"])
    let file = read.files[0].name
    #expect(
      read.notices(.ignored) == [
        "keys of edges not used in \(file): \"url\"", "keys of a drawing program not used in \(file): \"d6\"",
        "1 port not used (\(file))",
      ])
  }

  @Test func `what networkx writes is read`() throws {
    let text = """
      <?xml version='1.0' encoding='utf-8'?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="d1" for="edge" attr.name="weight" attr.type="long" />
        <key id="d0" for="node" attr.name="score" attr.type="long" />
        <graph edgedefault="undirected">
          <node id="0">
            <data key="d0">400</data>
          </node>
          <node id="1">
            <data key="d0">500</data>
          </node>
          <edge source="0" target="1">
            <data key="d1">3</data>
          </edge>
        </graph>
      </graphml>
      """
    #expect(try GraphMLText.read(text).arcs() == ["0>1": 3, "1>0": 3])
  }

  @Test func `what igraph and Gephi write is read`() throws {
    let igraph = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <!-- Created by igraph -->
        <key id="v_score" for="node" attr.name="score" attr.type="double"/>
        <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
        <graph id="G" edgedefault="undirected">
          <node id="n0">
            <data key="v_score">400</data>
          </node>
          <node id="n1">
            <data key="v_score">500</data>
          </node>
          <edge source="n0" target="n1">
            <data key="e_weight">2.5</data>
          </edge>
        </graph>
      </graphml>
      """
    let gephi = """
      <?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key attr.name="label" attr.type="string" for="node" id="label"/>
      <key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
      <key attr.name="weight" attr.type="double" for="edge" id="weight"/>
      <key attr.name="score" attr.type="int" for="node" id="score"/>
      <graph edgedefault="undirected">
      <node id="n0"><data key="label">Ann</data><data key="score">400</data></node>
      <node id="n1"><data key="label">Bob</data><data key="score">500</data></node>
      <edge id="0" source="n0" target="n1"><data key="weight">2.5</data></edge>
      </graph></graphml>
      """
    for text in [igraph, gephi] { #expect(try GraphMLText.read(text).arcs() == ["n0>n1": 2.5, "n1>n0": 2.5]) }
  }

  @Test func `a prefix on the names of elements changes nothing`() throws {
    let plain = GraphMLText.file(GraphMLText.people + "<edge source=\"a\" target=\"b\"/>")
    var text = plain.replacing("xmlns=", with: "xmlns:g=")
    for name in ["graphml", "key", "graph", "node", "edge", "data"] {
      text = text.replacing("<\(name) ", with: "<g:\(name) ").replacing("</\(name)>", with: "</g:\(name)>")
    }
    #expect(try GraphMLText.read(text).arcs() == ["a>b": 1, "b>a": 1])
  }

  @Test func `rules for ties act as on an edge list`() throws {
    let keys = GraphMLText.scoreKey + GraphMLText.weightKey
    let edges = """
      <edge source="a" target="a"><data key="w">4</data></edge><edge source="a" target="b"><data key="w">-2</data></edge>
      """
    let text = GraphMLText.file(keys: keys, GraphMLText.people + edges)
    let read = try GraphMLText.read(text) {
      $0.ties.negative = .absolute
      $0.ties.selfTies = .keep
    }
    #expect(read.arcs() == ["a>a": 4, "a>b": 2, "b>a": 2])
  }

  @Test func `more than the parser takes in one piece is read`() throws {
    // 12 MB of text, of which libxml2 takes 10 at once.
    let name = String(repeating: "x", count: 1000)
    let nodes = (0..<12_000).map { "<node id=\"\(name)\($0)\"><data key=\"s\">500</data></node>\n" }.joined()
    let read = try GraphMLText.read(
      GraphMLText.file(nodes + "<edge source=\"\(name)0\" target=\"\(name)11999\"/>"))
    #expect(read.society.count == 12_000)
    #expect(read.society.layers[0].tieCount == 1)
  }
}
