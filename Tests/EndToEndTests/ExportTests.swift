import Foundation
import FoundationXML
import Testing

/// `graph-tool export` from outside: which file holds what, and what is refused.
struct ExportTests {
  private let folder = TemporaryFolder()
  private static let files = ["graphml", "gexf", "gml", "dot", "npz", "sqlite", "jsonl"]

  /// The parts of a GraphML file that are counted here.
  private final class Count: NSObject, XMLParserDelegate {
    var nodes: [String] = []
    var keys: [String] = []
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
      case "key": keys.append(attributes["id"] ?? "")
      case "node": nodes.append(attributes["id"] ?? "")
      case "edge": edges += 1
      default: break
      }
    }
  }

  private func export(_ arguments: String...) throws -> Run { try Program.run(["export"] + arguments) }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.url(name)) }

  private func expect(_ run: Run, fails code: Int32, _ sentence: String) {
    #expect(run.errors == "error: \(sentence)\n")
    #expect(run.output == "")
    #expect(run.code == code)
  }

  // MARK: What is in a file

  /// Pairs tied in either layer, from the datasets' READMEs: Florence has 20 + 15 ties of which 8 pairs have both.
  @Test(arguments: [("florentine", 16, 27), ("karate", 34, 78), ("miserables", 77, 254)])
  func `A file gets everyone and one edge a pair`(name: String, people: Int, pairs: Int) throws {
    let run = try export("datasets/" + name, "-o", folder.path("graph.graphml"))
    #expect(run.errors == "wrote \(folder.path("graph.graphml"))\n")
    let count = try Count(folder.text("graph.graphml"))
    #expect(count.nodes.count == people)
    #expect(count.edges == pairs)
  }

  @Test(arguments: files)
  func `Standard output gets what the file would`(format: String) throws {
    _ = try export("datasets/karate", "-o", folder.path("graph." + format))
    let run = try Program.shell(
      "\"$GRAPH_TOOL\" export datasets/karate --to \(format) -o - > '\(folder.path("piped"))'")
    #expect(run.errors == "")
    #expect(try bytes("piped") == bytes("graph." + format))
  }

  @Test(arguments: files + ["csv", "npy"])
  func `A run goes out as the society it was made from does`(format: String) throws {
    for name in ["florentine", "village"] {
      _ = try Program.run(
        "analyze", "datasets/" + name, "--permutations", "0", "-o", folder.path(name), "--quiet")
      for (source, target) in [("datasets/" + name, "a"), (folder.path(name), "b")] {
        let run = try export(
          source, "--to", format, "--layout", "never", "-o", folder.path("\(target)-\(name)"), "--quiet")
        #expect(run.errors == "")
      }
      if format == "csv" || format == "npy" {
        #expect(try folder.files(in: "a-" + name) == folder.files(in: "b-" + name))
      } else {
        #expect(try bytes("a-" + name) == bytes("b-" + name))
      }
    }
  }

  @Test func `The graph is that of the run folder`() throws {
    _ = try export("datasets/village", "--layout", "never", "-o", folder.path("graph.graphml"))
    _ = try Program.run("analyze", "datasets/village", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    #expect(try folder.text("graph.graphml") == folder.text("run/graph.graphml"))
  }

  @Test func `Small graphs have places and colours unless they are not wanted`() throws {
    let names = ["v_x", "v_y", "v_size", "v_r", "v_g", "v_b"]
    let drawn = try Count(export("datasets/florentine", "-o", "-").output)
    #expect(Array(drawn.keys.filter { $0.hasPrefix("v_") }.suffix(6)) == names)
    let plain = try Count(export("datasets/florentine", "-o", "-", "--layout", "never").output)
    #expect(plain.keys.filter(names.contains) == [])
  }

  @Test func `The graph of communities has one node a community`() throws {
    let run = try export("datasets/florentine", "-o", "-", "--what", "community-graph")
    #expect(try Count(run.output).nodes == ["1", "2", "3"])
  }

  @Test func `One community has its own people only`() throws {
    let run = try export("datasets/florentine", "-o", "-", "--community", "3")
    #expect(try Count(run.output).nodes == ["Bischeri", "Guadagni", "Lamberteschi"])
  }

  @Test func `Communities get a file each, or only the largest do`() throws {
    _ = try export("datasets/florentine", "--what", "communities", "-o", folder.path("all"))
    #expect(try folder.names(in: "all") == ["community-1.graphml", "community-2.graphml", "community-3.graphml"])
    #expect(try Count(folder.text("all/community-3.graphml")).nodes == ["Bischeri", "Guadagni", "Lamberteschi"])
    _ = try export(
      "datasets/florentine", "--what", "communities", "--to", "csv", "--top-communities", "1", "-o", folder.path("top"))
    #expect(try folder.files(in: "top").keys.sorted() == ["community-1/edges.csv", "community-1/nodes.csv"])
    _ = try export(
      "datasets/florentine", "--what", "communities", "--to", "gml", "--min-size", "4", "-o", folder.path("large"))
    #expect(try folder.names(in: "large") == ["community-1.gml", "community-2.gml"])
  }

  @Test(arguments: ["--people", "--only-people"])
  func `Chosen people go out with the ties among them`(option: String) throws {
    try folder.write("ids.txt", "Medici\nAlbizzi\nGinori\n")
    let count = try Count(export("datasets/florentine", option, folder.path("ids.txt"), "-o", "-").output)
    #expect(count.nodes == ["Albizzi", "Ginori", "Medici"])
    // Two marriages, and a business tie of Ginori and Medici.
    #expect(count.edges == 3)
  }

  @Test func `An edge list takes its people file and a choice of people`() throws {
    try folder.write("people.csv", "id,score\na,400\nb,500\nc,600\n")
    try folder.write("ties.csv", "source,target\na,b\nb,c\n")
    try folder.write("ids.csv", "note,id\nx,b\ny,c\n")
    let run = try export(
      folder.path("ties.csv"), "--people", folder.path("people.csv"), "--only-people", folder.path("ids.csv"), "-o", "-"
    )
    #expect(try Count(run.output).nodes == ["b", "c"])
  }

  @Test func `Columns can be chosen`() throws {
    let run = try export(
      "datasets/florentine", "--columns", "public_score,wealth", "--layout", "never", "--to", "csv", "-o",
      folder.path("x"))
    #expect(run.code == 0)
    #expect(try CSVTable(folder.text("x/nodes.csv")).columns == ["Id", "Label", "public_score", "wealth"])
  }

  @Test func `Payments that go one way make a directed graph`() throws {
    #expect(try Count(export("datasets/village", "-o", "-", "--direction", "payer").output).isDirected)
  }

  @Test func `A name with .gz is packed`() throws {
    _ = try export("datasets/karate", "-o", folder.path("a.graphml"))
    _ = try export("datasets/karate", "-o", folder.path("a.graphml.gz"))
    let run = try Program.shell("gzip -dc '\(folder.path("a.graphml.gz"))'")
    #expect(try run.output == folder.text("a.graphml"))
    #expect(try folder.names() == ["a.graphml", "a.graphml.gz"])
  }

  @Test func `With --quiet nothing is printed`() throws {
    let run = try export("datasets/florentine", "-o", folder.path("graph.graphml"), "--quiet")
    #expect(run.output + run.errors == "")
  }

  @Test func `A reader who has seen enough leaves no temporary file`() throws {
    let run = try Program.shell(
      "TMPDIR='\(folder.path)' \"$GRAPH_TOOL\" export datasets/village -o - | head -1")
    #expect(run.output == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    #expect(try folder.names() == [])
  }

  // MARK: What is refused

  @Test func `A community that is not there is refused`() throws {
    let run = try export("datasets/florentine", "-o", "-", "--community", "4")
    expect(run, fails: 64, "--community: there is no community 4; there are 3")
  }

  @Test func `Communities that are all too small are refused`() throws {
    let run = try export("datasets/florentine", "--what", "communities", "--min-size", "9", "-o", folder.path("x"))
    expect(run, fails: 64, "--min-size: the largest community has 8 people; 8 or less was expected")
    #expect(try folder.names() == [])
  }

  @Test func `A column that is not there is refused, with those that are`() throws {
    let run = try export("datasets/karate", "-o", "-", "--columns", "own_score,height")
    #expect(
      run.errors.hasPrefix("error: --columns: there is no column \"height\"; there are own_score, network_score, "))
    #expect(run.code == 64)
  }

  @Test func `An id that nobody has is refused with its line`() throws {
    try folder.write("ids.txt", "Medici\nBorgia\n")
    let run = try export("datasets/florentine", "--only-people", folder.path("ids.txt"), "-o", "-")
    expect(
      run, fails: 65, "\(folder.path("ids.txt")), line 2: \"Borgia\" is nobody's id; a person's id was expected")
  }

  @Test func `An output whose name shows no form is refused`() throws {
    expect(
      try export("datasets/florentine", "-o", folder.path("x.txt")), fails: 64,
      """
      -o: "\(folder.path("x.txt"))" does not show a form; --to with one of graphml, gexf, csv, gml, dot, npy, npz, \
      sqlite, jsonl was expected
      """)
  }

  @Test func `A folder does not go to standard output, nor under a file's name`() throws {
    expect(
      try export("datasets/florentine", "--to", "csv", "-o", "-"), fails: 64,
      "-o: --to csv makes a folder, and standard output takes one file; a folder's name was expected")
    expect(
      try export("datasets/florentine", "--what", "communities", "-o", "x.gml"), fails: 64,
      "-o: \"x.gml\" is the name of a gml file, and a folder is made; give it another")
  }

  @Test(arguments: ["csv", "npy"]) func `A folder is not packed`(form: String) throws {
    expect(
      try export("datasets/florentine", "--to", form, "-o", folder.path("x.csv.gz")), fails: 64,
      "-o: --to \(form) makes a folder, which is not packed; a name without .gz was expected")
    #expect(try folder.names() == [])
  }

  @Test func `A name that shows another form than --to is refused`() throws {
    let path = folder.path("x.graphml.gz")
    expect(
      try export("datasets/florentine", "--to", "gexf", "-o", path), fails: 64,
      "-o: \"\(path)\" is the name of a graphml file, and --to is gexf; give it another")
    #expect(try export("datasets/florentine", "--to", "gexf", "-o", folder.path("x")).code == 0)
    #expect(try export("datasets/florentine", "--to", "gexf", "-o", folder.path("x.gexf")).code == 0)
  }

  @Test(arguments: ["x", "x.gexf", "x.graphml"]) func `A society has no snapshots`(name: String) throws {
    expect(
      try export("datasets/florentine", "--what", "snapshots", "-o", folder.path(name)), fails: 64,
      "--what: snapshots are those of a simulation; the run folder of simulate was expected, not a society")
  }

  @Test func `A large graph is no picture of Graphviz unless it shall be`() throws {
    _ = try Program.run(
      "generate", "planted", "--people", "2000", "--ties", "19000", "-o", folder.path("town"), "--quiet")
    let arguments = [
      "export", folder.path("town"), "--columns", "own_score", "--layout", "never", "-o", folder.path("town.dot"),
    ]
    expect(
      try Program.run(arguments), fails: 64,
      "--to: dot is for small graphs, and this one has 2000 nodes and 19000 ties; --any-size writes it anyway")
    #expect(try folder.names() == ["town"])
    #expect(try Program.run(arguments + ["--any-size"]).code == 0)
  }

  @Test func `What exists is replaced by force alone`() throws {
    try folder.write("a.gml", "mine")
    let run = try export("datasets/karate", "-o", folder.path("a.gml"))
    expect(run, fails: 73, "\(folder.path("a.gml")): the file exists already; --force replaces it")
    #expect(try folder.text("a.gml") == "mine")
    #expect(try export("datasets/karate", "-o", folder.path("a.gml"), "--force").code == 0)
    for _ in 0..<2 {
      #expect(try export("datasets/karate", "--to", "npy", "-o", folder.path("arrays"), "--force").code == 0)
    }
    try folder.write("arrays/notes", "mine")
    expect(
      try export("datasets/karate", "--to", "csv", "-o", folder.path("arrays"), "--force"), fails: 73,
      "\(folder.path("arrays")): the folder holds other files than an export, so --force does not replace it")
    #expect(try folder.text("arrays/notes") == "mine")
  }

  @Test func `A terminal gets no bytes that are no text`() throws {
    // script gives the program a terminal of its own; what it prints comes back with the terminal's line ends.
    let line = "'\(Program.path)' export datasets/karate --to npz -o -; echo code $?"
    let run = try Started(
      "/usr/bin/script", ["-qc", line, "/dev/null"], environment: ["TERM": "dumb"]
    ).finish()
    #expect(
      run.output.replacing("\r\n", with: "\n")
        == "error: -o: npz is no text for a terminal; a file or a pipe was expected\ncode 64\n")
  }

  // MARK: Runs

  @Test func `A run without its graph says how to get one`() throws {
    _ = try Program.run(
      "analyze", "datasets/karate", "--permutations", "0", "--no-graphml", "-o", folder.path("run"), "--quiet")
    expect(
      try export(folder.path("run"), "-o", folder.path("x.gml")), fails: 66,
      """
      \(folder.path("run"))/graph.graphml: the run has no ties, as graph.graphml was left out; analyze SOCIETY --graphml \
      writes it
      """)
    #expect(try folder.names() == ["run"])
  }

  @Test func `Options of reading and settling do not fit a run`() throws {
    _ = try Program.run("analyze", "datasets/karate", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    expect(
      try export(folder.path("run"), "--susceptibility=0.2", "-o", "-"), fails: 64,
      """
      --susceptibility: it says how a society is read or settled; \(folder.path("run")) is a run, in which that has been \
      done
      """)
    expect(
      try export(folder.path("run"), "--people", "a.txt", "--only-people", "b.txt", "-o", "-"), fails: 64,
      "--people: it chooses people of a run, as --only-people does; one of them was expected")
    expect(
      try export(folder.path("run"), "--what", "snapshots", "-o", folder.path("x")), fails: 64,
      "--what: snapshots are those of a simulation; \(folder.path("run")) is a run of analyze")
  }

  /// A hundred thousand ties take the program long enough to be interrupted in the middle of its work.
  @Test(.timeLimit(.minutes(2))) func `An interrupt leaves nothing`() throws {
    _ = try Program.run(
      "generate", "planted", "--people", "10000", "--ties", "100000", "-o", folder.path("town"), "--quiet")
    let export = try Started(Program.path, ["export", folder.path("town"), "--to", "csv", "-o", folder.path("x")])
    while export.isRunning, !folder.has("x.partial") { usleep(1_000) }
    try #require(export.isRunning, "the export is still at work")
    export.send(SIGINT)
    let run = try export.finish()
    #expect(run.code == 130)
    #expect(run.errors == "interrupted; nothing was written\n")
    #expect(try folder.names() == ["town"])
  }
}
