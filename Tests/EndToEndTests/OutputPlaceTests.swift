import Foundation
import Testing

/// Where output may go, and what happens to what stands there: exit code 73 and 74.
struct OutputPlaceTests {
  private let folder = TemporaryFolder()

  private func analyze(_ arguments: String...) throws -> Run {
    try Program.run(["analyze", "datasets/florentine", "--permutations", "0", "--quiet"] + arguments)
  }

  @Test func `A run folder that exists is refused`() throws {
    try folder.makeFolder("run")
    let run = try analyze("-o", folder.path("run"))
    #expect(run.errors == "error: \(folder.path("run")): the folder exists already; --force replaces it\n")
    #expect(run.code == 73)
  }

  @Test func `With --force a run folder is replaced whole`() throws {
    _ = try analyze("-o", folder.path("run"))
    try folder.write("run/notes.txt", "of the old run")
    #expect(try analyze("-o", folder.path("run"), "--no-communities", "--force").code == 0)
    #expect(
      try folder.names(in: "run") == [
        "codebook.csv", "graph.graphml", "groups.csv", "measures.csv", "people.csv", "portrait.json",
        "report.html", "run.json",
      ])
  }

  @Test func `With --force nothing of the old run stays beside the new one`() throws {
    _ = try analyze("-o", folder.path("run"))
    _ = try analyze("-o", folder.path("run"), "--force")
    #expect(try folder.names() == ["run"])
  }

  @Test func `With --force a folder of other files is refused still`() throws {
    try folder.write("thesis/chapter.tex", "text")
    let run = try analyze("-o", folder.path("thesis"), "--force")
    #expect(
      run.errors == """
        error: \(folder.path("thesis")): the folder holds other files than a run, so --force does not replace it

        """)
    #expect(run.code == 73)
    #expect(try folder.names(in: "thesis") == ["chapter.tex"])
  }

  @Test func `A file where the run folder shall be is refused`() throws {
    try folder.write("run", "text")
    let run = try analyze("-o", folder.path("run"), "--force")
    #expect(run.errors == "error: \(folder.path("run")): a file stands here; a new folder was expected\n")
    #expect(run.code == 73)
  }

  @Test func `A slash at the end of the run folder's name means nothing`() throws {
    #expect(try analyze("-o", folder.path("run//")).code == 0)
    #expect(try folder.names() == ["run"])
  }

  @Test(arguments: ["", ".", "..", "/"])
  func `A place that can be no new folder is refused before any work`(place: String) throws {
    let run = try Program.run(
      ["analyze", Package.dataset("florentine"), "--permutations", "0", "-o", place, "--force"], in: folder.path)
    #expect(run.errors == "error: -o: \"\(place)\" is no name for a new folder\n")
    #expect(run.code == 73)
  }

  @Test func `A file that exists is refused`() throws {
    try folder.write("membership.csv", "text")
    let path = folder.path("membership.csv")
    let run = try Program.run("communities", "datasets/karate", "-o", path)
    #expect(run.errors == "error: \(path): the file exists already; --force replaces it\n")
    #expect(run.code == 73)
  }

  @Test func `With --force a file is replaced`() throws {
    try folder.write("membership.csv", "text")
    _ = try Program.run("communities", "datasets/karate", "-o", folder.path("membership.csv"), "--force")
    #expect(try folder.text("membership.csv").hasPrefix("id,community\n"))
  }

  @Test func `A folder where a file shall be is refused`() throws {
    let run = try Program.run("communities", "datasets/karate", "-o", folder.path, "--force")
    #expect(run.errors == "error: \(folder.path): this is a folder; a file was expected\n")
    #expect(run.code == 73)
  }

  @Test func `A file in a folder that is not there is refused`() throws {
    let path = folder.path("no/membership.csv")
    let run = try Program.run("communities", "datasets/karate", "-o", path)
    #expect(
      run.errors == "error: \(path).partial: the file cannot be made; check that its folder exists and is writable\n")
    #expect(run.code == 73)
  }

  @Test func `A society made by hand is not replaced by a generated one`() throws {
    try folder.write("society/people.csv", "id,score\nann,500\n")
    let run = try Program.run(
      "generate", "village", "--people", "10", "--circles", "1", "-o", folder.path("society"), "--force")
    #expect(run.code == 73)
    #expect(try folder.text("society/people.csv") == "id,score\nann,500\n")
  }

  @Test func `A run folder is not replaced by an export`() throws {
    _ = try analyze("-o", folder.path("run"))
    let run = try Program.run("export", "datasets/florentine", "--to", "csv", "-o", folder.path("run"), "--force")
    #expect(run.code == 73)
    #expect(folder.has("run/run.json"))
  }

  /// A limit of the size of files stands for a full disk.
  @Test func `A disk that is full is told, and nothing half stays behind`() throws {
    let path = folder.path("run")
    let run = try Program.shell(
      """
      trap '' XFSZ; ulimit -f 1
      exec "$GRAPH_TOOL" analyze datasets/florentine --permutations 0 -o '\(path)'
      """)
    #expect(run.errors == "error: \(path).partial/people.csv: writing failed; the disk may be full\n")
    #expect(run.code == 74)
    #expect(try folder.names() == [])
  }

  @Test func `A report that cannot be written is a failure`() throws {
    let run = try Program.shell(
      "exec \"$GRAPH_TOOL\" analyze datasets/florentine --permutations 0 > /dev/full")
    #expect(run.errors == "error: standard output: writing failed; the disk may be full\n")
    #expect(run.code == 74)
  }

  @Test func `A reader who has seen enough ends the program quietly`() throws {
    let run = try Program.shell("\"$GRAPH_TOOL\" analyze datasets/florentine --permutations 0 | head -1")
    #expect(run.output == "florentine                           16 people, 27 tied pairs, scores 350 to 950\n")
    #expect(run.errors == "")
  }

  @Test func `A reader who has gone is no failure even where the signal is ignored`() throws {
    let run = try Program.shell(
      """
      trap '' PIPE
      { "$GRAPH_TOOL" export datasets/village -o - ; echo "$?" >&2; } | head -1 > /dev/null
      """)
    #expect(run.errors == "0\n")
  }
}
