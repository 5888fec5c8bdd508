import Testing

@testable import GraphModel

struct BrokenGraphMLTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let message: String

    init(_ name: String, _ text: String, _ message: String) {
      testDescription = name
      self.text = text
      self.message = message
    }

    /// Elements behind three people: the first of them stands on line 8.
    init(_ name: String, elements: String, keys: String = GraphMLText.scoreKey, _ message: String) {
      let edges = elements + "<edge source=\"a\" target=\"b\"/>"
      self.init(name, GraphMLText.file(keys: keys, GraphMLText.people + edges), "x.graphml, " + message)
    }
  }

  private static let weighted = GraphMLText.scoreKey + GraphMLText.weightKey

  private static let cases = [
    Case(
      "end tag of another", "<graphml>\n<graph edgedefault=\"directed\"></graphml>",
      "x.graphml, line 2: this is not well-formed XML: an element is closed by another one's end"),
    Case(
      "cut short", "<graphml>\n<graph edgedefault=\"directed\">\n<no",
      "x.graphml, line 3: this is not well-formed XML: a \">\" was expected"),
    Case(
      "nothing but a declaration", "<?xml version=\"1.0\"?>",
      "x.graphml, line 1: this is not well-formed XML: the text ends too early, or goes on after the end"),
    Case(
      "another language", "<?xml version=\"1.0\"?>\n<gexf/>",
      "x.graphml, line 2: the file is <gexf>; <graphml> was expected"),
    Case("no graph", "<graphml/>", "x.graphml: there is no graph; one <graph> in <graphml> was expected"),
    Case(
      "entities that expand",
      "<?xml version=\"1.0\"?>\n<!-- x -->\n<!DOCTYPE g [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<graphml>&b;</graphml>",
      "x.graphml, line 3: there is a document type (<!DOCTYPE>), which may declare entities; none was expected"),
    Case(
      "an entity from outside",
      "<!DOCTYPE graphml SYSTEM \"file:///etc/passwd\">\n<graphml/>",
      "x.graphml, line 1: there is a document type (<!DOCTYPE>), which may declare entities; none was expected"),
    Case(
      "an entity nobody declares", elements: "\n&boo;",
      "line 9: this is not well-formed XML: an entity is used that nobody has declared"),
    Case(
      "another encoding", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><graphml/>",
      "x.graphml, line 1: the text says that it is UTF-16; UTF-8 was expected"),
    Case(
      "a node twice", elements: "<node id=\"b\"/>",
      "line 8: \"b\" stands on line 6 already; each node once was expected"),
    Case("a node without an id", elements: "<node/>", "line 8: a node has no id; a person's id was expected"),
    Case(
      "an edge to nobody", elements: "<edge source=\"a\" target=\"dan\"/>", "line 8: \"dan\" is not the id of any node"),
    Case(
      "an edge without a target", elements: "<edge source=\"a\"/>",
      "line 8: an edge has no target; a node's id was expected"),
    Case(
      "an edge against the graph's direction", elements: "<edge source=\"a\" target=\"b\" directed=\"true\"/>",
      "line 8: this edge has directed=\"true\" in a graph that is undirected; a mixture is not understood"),
    Case(
      "an edge in no direction", elements: "<edge source=\"a\" target=\"b\" directed=\"maybe\"/>",
      "line 8: an edge's \"directed\" is \"maybe\"; true or false was expected"),
    Case(
      "a nested graph",
      elements:
        "<node id=\"d\"><data key=\"s\">500</data><graph edgedefault=\"directed\"><node id=\"d::e\"/></graph></node>",
      "line 8: a graph inside a node is not understood; none was expected"),
    Case(
      "a hyperedge", elements: "<hyperedge><endpoint node=\"a\"/></hyperedge>",
      "line 8: a hyperedge is not understood; ties between two people were expected"),
    Case(
      "a locator", elements: "<locator xlink:href=\"other.graphml\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>",
      "line 8: a locator points to another file, which is not read; none was expected"),
    Case(
      "a second graph", elements: "</graph><graph edgedefault=\"undirected\">",
      "line 8: there is a second graph; one was expected"),
    Case(
      "a key nobody declares", elements: "<edge source=\"a\" target=\"b\"><data key=\"w\">1</data></edge>",
      "line 8: there is no key \"w\"; the id of a <key> in front of the graph was expected"),
    Case(
      "a key of nodes on an edge", elements: "<edge source=\"a\" target=\"b\"><data key=\"s\">1</data></edge>",
      "line 8: key \"s\" is for node, not for edge"),
    Case(
      "a value twice", elements: "<node id=\"d\"><data key=\"s\">400</data><data key=\"s\">500</data></node>",
      "line 8: this node has two values of key \"s\"; one was expected"),
    Case(
      "data without a key", elements: "<node id=\"d\"><data>4</data><data key=\"s\">500</data></node>",
      "line 8: data has no key; the id of a <key> was expected"),
    Case(
      "a key twice", elements: "", keys: GraphMLText.scoreKey + GraphMLText.scoreKey,
      "line 3: key \"s\" is declared twice; each key once was expected"),
    Case(
      "a key without an id", elements: "", keys: GraphMLText.scoreKey + "<key for=\"node\"/>",
      "line 3: a key has no id; an attribute id was expected"),
    Case(
      "two columns of one name", elements: "",
      keys: GraphMLText.scoreKey + "<key id=\"t\" for=\"node\" attr.name=\"Score\"/>",
      "line 3: two keys of nodes are called \"Score\"; each name once was expected"),
    Case(
      "a score that is no number", elements: "<node id=\"d\"><data key=\"s\">high</data></node>",
      "line 8, column score: \"high\" is not a number; a number was expected"),
    Case(
      "a score that is missing", elements: "<node id=\"d\"/>",
      "line 8, column score: \"d\" has no own score (--missing-score drop or mean accepts it)"),
    Case(
      "a weight that is no number", elements: "<edge source=\"a\" target=\"c\"><data key=\"w\">much</data></edge>",
      keys: weighted + "<key id=\"unused\" for=\"graph\"/>",
      """
      line 8, column weight: "much" is not a number; a number of 0 or more was expected
      x.graphml, line 8, column weight: the weight is missing; a number of 0 or more was expected
      """),
    Case(
      "a weight that is missing", elements: "<edge source=\"a\" target=\"c\"><data key=\"w\">2</data></edge>\n",
      keys: weighted,
      "line 9, column weight: the weight is missing; a number of 0 or more was expected"),
    Case(
      "a negative weight", elements: "<edge source=\"a\" target=\"c\"><data key=\"w\">-2</data></edge>",
      keys: GraphMLText.scoreKey + "<key id=\"w\" for=\"edge\" attr.name=\"weight\"><default>1</default></key>",
      "line 8, column weight: -2 is negative; 0 or more was expected (--negative drop or absolute accepts it)"),
    Case(
      "a weight too large", elements: "<edge source=\"a\" target=\"c\"><data key=\"w\">1e300</data></edge>",
      keys: GraphMLText.scoreKey + "<key id=\"w\" for=\"edge\" attr.name=\"weight\"><default>1</default></key>",
      "line 8, column weight: \"1e300\" is too large; a number of 0 or more was expected"),
    Case(
      "no direction", GraphMLText.file(edgedefault: "both", GraphMLText.people + "<edge source=\"a\" target=\"b\"/>"),
      "x.graphml, line 4: edgedefault is \"both\"; directed or undirected was expected"),
    Case("nobody", GraphMLText.file(""), "x.graphml: there is no tie, so there are no people"),
    Case("no ties", GraphMLText.file(GraphMLText.people), "x.graphml: there is no tie between two people"),
  ]

  @Test(arguments: cases)
  func `a broken file is refused with its line and what was expected`(broken: Case) throws {
    #expect(try GraphMLText.problems(broken.text) == broken.message)
  }

  @Test func `every problem is told, and counted beyond twenty`() throws {
    let nodes = String(repeating: "<node/>\n", count: 30)
    let text = try #require(try GraphMLText.problems(GraphMLText.file(nodes)))
    #expect(text.split(separator: "\n").count == 21)
    #expect(text.hasSuffix("... and 10 more problems"))
  }

  @Test func `elements in elements a hundred thousand deep do no harm`() throws {
    let deep = String(repeating: "<x>", count: 100_000) + String(repeating: "</x>", count: 100_000)
    let text = GraphMLText.file(deep + GraphMLText.people + "<edge source=\"a\" target=\"b\"/>")
    // The parser may refuse or accept; it must come back.
    let problem = try GraphMLText.problems(text)
    #expect(problem == nil || problem?.contains("not well-formed XML") == true)
  }

  @Test(arguments: ["--people", "--directed"])
  func `options of edge lists are refused by name`(option: String) throws {
    let text = GraphMLText.file(GraphMLText.people + "<edge source=\"a\" target=\"b\"/>")
    let message = try GraphMLText.problems(text) {
      if option == "--people" { $0.peopleFile = "who.csv" } else { $0.isDirected = true }
    }
    #expect(message?.hasPrefix("x.graphml: \(option) goes with an edge list") == true)
  }

  @Test func `bytes that are not UTF-8, and control characters, are refused`() throws {
    for bytes: [UInt8] in [[0xFF, 0xFE], [0x01]] {
      let text = GraphMLText.file(GraphMLText.people + "<edge source=\"a\" target=\"b\"/>BAD")
      let broken = text.utf8.split(separator: UInt8(ascii: "B"), maxSplits: 1)
      let folder = try TemporaryFolder(["x.graphml": .bytes(Array(broken[0]) + bytes + Array(broken[1]))])
      let error = #expect(throws: ReadingError.self) { try SocietyReader.read(folder.path("x.graphml")) }
      #expect(error?.description.contains("there is a character that XML or UTF-8 does not allow") == true)
    }
  }
}
