import Foundation
import Testing

/// Networks as they are downloaded, given to the program.
struct DownloadedFormatTests {
  private let folder = TemporaryFolder()

  /// The ends and the direction of the only layer.
  private func layer(_ arguments: [String], input: String = "") throws -> JSON? {
    let run = try Program.run(
      ["describe"] + arguments + ["--scores", "synthetic", "--json"], in: folder.path, input: input)
    try #require(run.code == 0, "\(run.errors)")
    return try JSON(run.output)["society", "layers", "0"]
  }

  @Test(
    arguments: [
      ("a.txt", "# FromNodeId\tToNodeId\n1\t2\n2\t1\n2\t3\n", false), ("out.a", "% asym unweighted\n1 2\n2 3\n", true),
      ("a.csv", "# source, target\n1, 2\n2, 3\n", false),
      ("g.csv", "Source;Target;Type;Id\n1;2;Directed;0\n2;3;Directed;1\n", true),
      ("a.mtx", "%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1\n3 2\n", false),
    ])
  func `Each format is read as what it is`(name: String, text: String, isDirected: Bool) throws {
    try folder.write(name, text)
    let layer = try layer([name])
    #expect(layer?["ties"]?.number == 2)
    #expect(layer?["directed"] == .truth(isDirected))
  }

  @Test func `A format can be named`() throws {
    #expect(try layer(["-", "--format", "snap", "--directed"], input: "ann bob\nbob cid\n")?["ties"]?.number == 2)
  }

  @Test func `A named format is used, whatever the file looks like`() throws {
    try folder.write("a.csv", "source,target\na,b\n")
    let table = try Program.run("describe", folder.path("a.csv"), "--format", "graphml")
    #expect(table.code == 65)
    #expect(table.errors.contains("this is not well-formed XML"))
    let text = "<graphml><graph edgedefault=\"directed\"><node id=\"a\"/></graph></graphml>"
    try folder.write("a.graphml", text)
    let graph = try Program.run("describe", folder.path("a.graphml"), "--format", "csv")
    #expect(graph.code == 65)
    #expect(graph.errors.contains("there is no column \"source\""))
  }

  @Test func `A packed society has no format to name`() throws {
    _ = try Program.run("pack", Package.dataset("karate"), "-o", folder.path("karate.pack"))
    let run = try Program.run("describe", folder.path("karate.pack"), "--format", "csv")
    #expect(run.code == 64)
    #expect(run.errors.contains("--format says how a society is read"))
  }

  @Test func `A format that is none is a slip of usage`() throws {
    let run = try Program.run("describe", "-", "--format", "pajek")
    #expect(run.code == 64)
    #expect(run.errors.contains("'pajek'"))
  }

  @Test func `The society of a downloaded file is called after it`() throws {
    try folder.write("out.moreno", "% sym unweighted\n1 2\n")
    let run = try Program.run("describe", "out.moreno", "--scores", "synthetic", "--json", in: folder.path)
    #expect(try JSON(run.output)["society", "name"] == .text("moreno"))
  }

  // MARK: gzip

  private static let snap = "# Nodes: 3\n1\t2\n2\t3\n"

  @Test func `Packed ties are read from a file and through a pipe`() throws {
    try folder.write("a.txt", Self.snap)
    let run = try Program.shell(
      """
      gzip -k a.txt && "$GRAPH_TOOL" describe a.txt --scores synthetic > plain &&
      "$GRAPH_TOOL" describe a.txt.gz --scores synthetic > packed &&
      gzip -c a.txt | "$GRAPH_TOOL" describe - --scores synthetic > piped
      """, in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    let plain = try folder.text("plain")
    #expect(plain.hasPrefix("a "))
    #expect(try folder.text("packed").replacing("a.txt.gz", with: "a.txt") == plain)
    let rest = try folder.text("piped").components(separatedBy: "\n").dropFirst()
    #expect(rest.joined(separator: "\n").contains("friendship     2"))
  }

  @Test func `A packed file is listed with the digest it has on the disk`() throws {
    try folder.write("a.txt", Self.snap)
    let run = try Program.shell(
      """
      gzip a.txt && sha256sum a.txt.gz &&
      "$GRAPH_TOOL" analyze a.txt.gz --scores synthetic --permutations 0 -o run --quiet
      """, in: folder.path)
    let digest = try #require(run.output.split(separator: " ").first)
    #expect(try folder.text("run/run.json").contains(digest))
  }

  @Test func `Packed data that is cut off is told`() throws {
    try folder.write("a.txt", String(repeating: Self.snap, count: 50))
    let run = try Program.shell(
      "gzip a.txt && head -c 40 a.txt.gz > cut && \"$GRAPH_TOOL\" describe cut --scores synthetic", in: folder.path)
    #expect(run.errors == "error: cut: the gzip data ends too early; a whole file was expected\n")
    #expect(run.code == 65)
  }

  // MARK: Memory

  private func writeMany() throws {
    var text = "source,target\n"
    for person in 0..<50_000 { text += "\(person),\((person * 7919 + 1) % 50_000)\n" }
    try folder.write("many.csv", text)
  }

  @Test func `What needs more memory than it may have is refused`() throws {
    try writeMany()
    let run = try Program.run(
      "describe", "many.csv", "--scores", "synthetic", "--memory-limit", "1M", in: folder.path)
    #expect(run.code == 71)
    let lines = run.errors.components(separatedBy: "\n")
    #expect(
      lines[0].wholeMatch(
        of: /error: many\.csv: reading takes about \d+\.\d MB of memory, but only 1\.0 MB may be used/) != nil)
    #expect(lines[1].hasPrefix("Hint: "))
  }

  @Test(arguments: ["none", "1G", "500000k", "2.5g"])
  func `With enough memory it is read`(limit: String) throws {
    try writeMany()
    let run = try Program.run(
      "describe", "many.csv", "--scores", "synthetic", "--quiet", "--memory-limit", limit, in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test(arguments: ["0", "-1", "1T", "much", "", "K", "0.0001K"])
  func `What is no size of memory is a slip of usage`(limit: String) throws {
    let run = try Program.run("describe", "-", "--memory-limit", limit)
    #expect(run.code == 64)
    #expect(run.errors.contains("'\(limit)' is not a size of memory"))
  }

  @Test func `Packed data that unpacks to more than may be used is refused`() throws {
    let run = try Program.shell(
      "head -c 3000000 /dev/zero | gzip | \"$GRAPH_TOOL\" describe - --memory-limit 1M", in: folder.path)
    #expect(run.code == 71)
    #expect(
      run.errors.hasPrefix(
        "error: standard input: the gzip data unpacks to more than the 1.0 MB that may be used\n"))
  }
}
