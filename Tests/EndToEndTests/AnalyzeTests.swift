import Foundation
import Testing

struct AnalyzeTests {
  private let folder = TemporaryFolder()

  @Test func `The report on Florence is, to the letter, the one kept here`() throws {
    let run = try Program.run("analyze", "datasets/florentine")
    #expect(run.lines == Golden.florentine.components(separatedBy: "\n"))
  }

  @Test func `A good run says nothing on standard error`() throws {
    let run = try Program.run("analyze", "datasets/florentine", "--permutations", "0")
    #expect(run.errors == "")
    #expect(run.code == 0)
  }

  @Test func `The README shows the report that the program prints`() throws {
    let readme = try String(contentsOfFile: Package.root + "/README.md", encoding: .utf8)
    let report = Golden.florentine.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    #expect(readme.contains(report))
  }

  @Test(arguments: ["karate", "miserables", "village"])
  func `Every dataset can be analysed`(name: String) throws {
    let run = try Program.run("analyze", "datasets/" + name, "--permutations", "9")
    #expect(run.code == 0)
    #expect(run.output.contains("  Certified: no public score is off by more than "))
  }

  @Test(arguments: ["florentine", "karate", "miserables", "village"])
  func `No line of a report is wider than 80 characters`(name: String) throws {
    let run = try Program.run("analyze", "datasets/" + name, "--permutations", "9", "-o", folder.path("run"))
    let lines = run.lines.filter { !$0.hasPrefix("FILES IN ") }
    #expect(lines.filter { $0.count > 80 } == [])
  }

  @Test func `With --quiet nothing is printed`() throws {
    let run = try Program.run("analyze", "datasets/florentine", "--permutations", "0", "--quiet")
    #expect(run.output + run.errors == "")
  }

  @Test func `Output into a pipe has no colour`() throws {
    let run = try Program.shell("\"$GRAPH_TOOL\" analyze datasets/florentine --permutations 0 | cat")
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func `JSON is one object with the findings`() throws {
    let run = try Program.run("analyze", "datasets/florentine", "--permutations", "9", "--json")
    #expect(
      try JSON(run.output).keys == [
        "communities", "draws", "groupings", "local", "measures", "notices", "own_scores", "propagation",
        "public_scores", "segregation", "society", "tier_transitions", "without_layers",
      ])
  }

  @Test func `JSON goes to standard output and the place of the run to standard error`() throws {
    let run = try Program.run(
      "analyze", "datasets/florentine", "--permutations", "0", "--json", "-o", folder.path("run"))
    #expect(run.errors == "wrote \(folder.path("run"))\n")
    #expect(try JSON(run.output)["draws"] == .number(0))
  }

  @Test func `The findings of run.json are those that --json prints`() throws {
    let run = try Program.run(
      "analyze", "datasets/florentine", "--permutations", "9", "--json", "-o", folder.path("run"))
    #expect(try JSON(folder.text("run/run.json"))["findings"] == JSON(run.output))
  }

  @Test func `An edge list on standard input is a society`() throws {
    let run = try Program.run(
      "analyze", "-", "--scores", "synthetic", "--permutations", "0", input: "source,target\nann,bob\nbob,cid\n")
    #expect(run.lines[0] == "standard input                         3 people, 2 tied pairs, scores 350 to 950")
  }

  @Test func `An edge list can come through a named pipe`() throws {
    let line = """
      mkfifo '\(folder.path("ties"))'
      printf 'source,target\\nann,bob\\nbob,cid\\n' > '\(folder.path("ties"))' &
      "$GRAPH_TOOL" describe '\(folder.path("ties"))' --scores synthetic
      """
    let run = try Program.shell(line)
    #expect(run.errors == "")
    #expect(run.lines[0] == "ties                                   3 people, 2 tied pairs, scores 350 to 950")
  }

  @Test func `An edge list with a people file gives the same tables as the folder`() throws {
    let karate = "datasets/karate"
    _ = try Program.run("analyze", karate, "--permutations", "0", "-o", folder.path("one"))
    _ = try Program.run(
      "analyze", karate + "/friendships.csv", "--people", karate + "/people.csv", "--permutations", "0", "-o",
      folder.path("two"))
    for table in ["people.csv", "communities.csv", "measures.csv", "codebook.csv"] {
      #expect(try folder.text("one/" + table) == folder.text("two/" + table), "\(table)")
    }
  }
}
