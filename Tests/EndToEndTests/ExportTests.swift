import Foundation
import FoundationXML
import Testing

struct ExportTests {
  private let folder = TemporaryFolder()

  /// The parts of a GraphML file that are counted here.
  private final class Count: NSObject, XMLParserDelegate {
    var nodes: [String] = []
    var edges = 0
    var isDirected = false

    init(_ text: String) throws {
      super.init()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = self
      try #require(parser.parse(), "GraphML is well-formed XML")
    }

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) {
      switch name {
      case "graph": isDirected = attributes["edgedefault"] == "directed"
      case "node": nodes.append(attributes["id"] ?? "")
      case "edge": edges += 1
      default: break
      }
    }
  }

  @Test func `A folder gets everyone, the communities as nodes, and each community`() throws {
    let run = try Program.run("export", "datasets/florentine", "-o", folder.path("graphs"))
    #expect(run.output == "")
    #expect(run.errors == "wrote \(folder.path("graphs"))\n")
    #expect(
      try folder.files(in: "graphs").keys.sorted() == [
        "clusters/community-1.graphml", "clusters/community-2.graphml", "clusters/community-3.graphml",
        "communities.graphml", "graph.graphml",
      ])
  }

  /// Pairs tied in either layer, from the datasets' READMEs: Florence has 20 + 15 ties of which 8 pairs have both.
  @Test(arguments: [("florentine", 16, 27), ("karate", 34, 78), ("miserables", 77, 254)])
  func `A file gets everyone and one edge a pair`(name: String, people: Int, pairs: Int) throws {
    _ = try Program.run("export", "datasets/" + name, "-o", folder.path("graph.graphml"))
    let count = try Count(folder.text("graph.graphml"))
    #expect(count.nodes.count == people)
    #expect(count.edges == pairs)
  }

  @Test func `Standard output gets what the file would`() throws {
    _ = try Program.run("export", "datasets/karate", "-o", folder.path("graph.graphml"))
    #expect(try Program.run("export", "datasets/karate", "-o", "-").output == folder.text("graph.graphml"))
  }

  @Test func `The graph is that of the run folder`() throws {
    _ = try Program.run("export", "datasets/village", "-o", folder.path("graph.graphml"))
    _ = try Program.run("analyze", "datasets/village", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    #expect(try folder.text("graph.graphml") == folder.text("run/graph.graphml"))
  }

  @Test func `The graph of communities has one node a community`() throws {
    let run = try Program.run("export", "datasets/florentine", "-o", "-", "--graph", "communities")
    #expect(try Count(run.output).nodes == ["1", "2", "3"])
  }

  @Test func `One community has its own people only`() throws {
    let run = try Program.run("export", "datasets/florentine", "-o", "-", "--only-community", "3")
    #expect(try Count(run.output).nodes == ["Bischeri", "Guadagni", "Lamberteschi"])
  }

  @Test func `A community that is not there is refused`() throws {
    let run = try Program.run("export", "datasets/florentine", "-o", "-", "--only-community", "4")
    #expect(run.errors == "error: --only-community: there is no community 4; there are 3\n")
    #expect(run.code == 64)
  }

  @Test func `Payments that go one way make a directed graph`() throws {
    let run = try Program.run("export", "datasets/village", "-o", "-", "--direction", "payer")
    #expect(try Count(run.output).isDirected)
  }

  @Test func `How many communities get a file can be chosen`() throws {
    _ = try Program.run("export", "datasets/florentine", "-o", folder.path("graphs"), "--clusters", "1")
    #expect(try folder.names(in: "graphs/clusters") == ["community-1.graphml"])
  }

  @Test func `With --quiet nothing is printed`() throws {
    let run = try Program.run("export", "datasets/florentine", "-o", folder.path("graph.graphml"), "--quiet")
    #expect(run.output + run.errors == "")
  }

  @Test func `A reader who has seen enough leaves no temporary file`() throws {
    let run = try Program.shell(
      "TMPDIR='\(folder.path)' \"$GRAPH_TOOL\" export datasets/village -o - | head -1")
    #expect(run.output == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    #expect(try folder.names() == [])
  }
}
