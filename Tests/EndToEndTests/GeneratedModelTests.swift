import Foundation
import Testing

/// The generators of ties, at the command line.
struct GeneratedModelTests {
  private let folder = TemporaryFolder()

  /// A small society of each kind: the command, the columns of its people, its ties.
  static let models: [(command: [String], columns: String, ties: Int)] = [
    (["planted", "--people", "400", "--ties", "2000"], "id,community,score,susceptibility", 2000),
    (["barabasi-albert", "--people", "400", "--ties-per-person", "5"], "id,arrival,score,susceptibility", 1985),
    (["watts-strogatz", "--people", "400", "--neighbors", "10"], "id,position,score,susceptibility", 2000),
    (["erdos-renyi", "--people", "400", "--ties", "2000"], "id,score,susceptibility", 2000),
  ]

  private func generate(_ arguments: [String]) throws -> Run { try Program.run(["generate"] + arguments) }

  @Test(arguments: models.indices)
  func `A society of each kind has its files, its people and its ties`(model: Int) throws {
    let (command, columns, ties) = Self.models[model]
    let run = try generate(command + ["-o", folder.path("made")])
    #expect(run.code == 0)
    #expect(run.output == "")
    #expect(run.errors == "wrote \(folder.path("made"))\n")
    #expect(try folder.names(in: "made") == ["README.md", "friendships.csv", "people.csv", "society.yaml"])
    let people = try CSVTable(folder.text("made/people.csv"))
    #expect(people.columns.joined(separator: ",") == columns)
    #expect(people.rows.count == 400)
    #expect(try CSVTable(folder.text("made/friendships.csv")).rows.count == ties)
  }

  @Test(arguments: models.indices)
  func `A society of each kind is read without a word and analysed`(model: Int) throws {
    _ = try generate(Self.models[model].command + ["-o", folder.path("made")])
    #expect(try Program.run("check", folder.path("made")).output.contains("no problems"))
    let run = try Program.run("analyze", folder.path("made"), "--permutations", "0", "--json")
    #expect(run.code == 0)
    #expect(try JSON(run.output)["society", "people"]?.number == 400)
  }

  @Test(arguments: models.indices)
  func `The command in the README makes the same bytes again, with other threads`(model: Int) throws {
    _ = try generate(Self.models[model].command + ["--seed", "7", "-o", folder.path("first"), "--threads", "1"])
    let readme = try folder.text("first/README.md")
    let line = try #require(readme.components(separatedBy: "\n").first { $0.hasPrefix("    graph-tool ") })
    let words = line.split(separator: " ").dropFirst().map(String.init)
    let run = try Program.run(words + ["--threads", "3"], in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try folder.files(in: words[1]) == folder.files(in: "first"))
  }

  @Test(arguments: models.indices)
  func `The checksums in the README hold`(model: Int) throws {
    _ = try generate(Self.models[model].command + ["-o", folder.path("made")])
    let run = try Program.shell("sha256sum --check --quiet README.md 2>/dev/null", in: folder.path("made"))
    #expect(run.code == 0 && run.output == "")
  }

  @Test(arguments: models.indices)
  func `An edge list is one file, with the same bytes as in the folder`(model: Int) throws {
    let command = Self.models[model].command
    _ = try generate(command + ["-o", folder.path("made")])
    let run = try generate(command + ["--edge-list", "-o", folder.path("ties.csv")])
    #expect(run.errors == "wrote \(folder.path("ties.csv"))\n")
    #expect(try folder.text("ties.csv") == folder.text("made/friendships.csv"))
    #expect(try folder.names() == ["made", "ties.csv"])
  }

  @Test(arguments: [("string", "P0000000"), ("integer", "0")])
  func `Ids are text or numbers`(form: String, first: String) throws {
    _ = try generate(["erdos-renyi", "--people", "50", "--ties", "60", "--ids", form, "-o", folder.path("made")])
    #expect(try CSVTable(folder.text("made/people.csv")).values("id").first == first)
  }

  @Test func `A village has numbers as ids on request`() throws {
    _ = try generate(["village", "--people", "50", "--ids", "integer", "-o", folder.path("made")])
    #expect(try CSVTable(folder.text("made/people.csv")).values("id") == (0..<50).map(String.init))
    #expect(try Program.run("check", folder.path("made")).code == 0)
  }

  @Test func `An edge list of a village has the friendships alone`() throws {
    _ = try generate(["village", "--people", "50", "-o", folder.path("made")])
    _ = try generate(["village", "--people", "50", "--edge-list", "-o", folder.path("ties.csv")])
    #expect(try folder.text("ties.csv") == folder.text("made/friendships.csv"))
  }

  @Test func `A file that stands there is not replaced by an edge list`() throws {
    try folder.write("ties.csv", "mine\n")
    let run = try generate(["erdos-renyi", "--edge-list", "-o", folder.path("ties.csv")])
    #expect(run.code == 73)
    #expect(try folder.text("ties.csv") == "mine\n")
    #expect(try generate(["erdos-renyi", "--edge-list", "-o", folder.path("ties.csv"), "--force"]).code == 0)
  }

  @Test func `A drawn seed is told and makes the same again`() throws {
    let command = ["erdos-renyi", "--people", "50", "--ties", "60", "--edge-list"]
    let run = try generate(command + ["--seed", "random", "-o", folder.path("one.csv")])
    let seed = try #require(run.errors.firstMatch(of: /^seed (\d+)\n/)).1
    _ = try generate(command + ["--seed", String(seed), "-o", folder.path("two.csv")])
    #expect(try folder.text("one.csv") == folder.text("two.csv"))
  }

  @Test func `Scores, susceptibilities and weights can be left out`() throws {
    _ = try generate([
      "planted", "--people", "100", "--ties", "200", "--no-scores", "--susceptibility", "none", "--weights", "none",
      "-o", folder.path("made"),
    ])
    #expect(try CSVTable(folder.text("made/people.csv")).columns == ["id", "community"])
    #expect(try CSVTable(folder.text("made/friendships.csv")).columns == ["source", "target"])
  }

  @Test func `The mean degree gives the number of ties`() throws {
    for kind in ["planted", "erdos-renyi"] {
      _ = try generate([kind, "--people", "300", "--mean-degree", "7", "-o", folder.path(kind)])
      #expect(try CSVTable(folder.text(kind + "/friendships.csv")).rows.count == 1050)
    }
  }

  @Test(arguments: [
    (["erdos-renyi", "--people", "10", "--ties", "46"], "46 ties are too many for 10 people; 45 pairs fit"),
    (["planted", "--people", "10", "--ties", "46"], "46 ties are too many for 10 people; 45 pairs fit"),
    (
      ["planted", "--people", "100", "--ties", "1000", "--community-size", "10:10"],
      "800 ties inside communities are too many; 450 pairs lie inside the 10 communities"
    ),
    (
      ["barabasi-albert", "--people", "5", "--ties-per-person", "5"],
      "5 ties a person are too many for 5 people; 1 to 4 were expected"
    ),
    (
      ["watts-strogatz", "--people", "10", "--neighbors", "3"],
      "3 neighbours on a ring of 10 people are impossible; an even number from 2 to 8 was expected"
    ),
    (["planted", "--ties", "5", "--mean-degree", "3"], "--ties and --mean-degree exclude each other"),
    (
      ["erdos-renyi", "--ties", "5", "--probability", "0.5"],
      "--ties, --mean-degree and --probability exclude one another"
    ),
  ])
  func `What is impossible is refused with what would be possible`(command: [String], message: String) throws {
    let run = try generate(command + ["-o", folder.path("made")])
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("Error: \(message)\n"), "\(run.errors)")
    #expect(try folder.names() == [])
  }

  @Test(arguments: [
    ["planted", "--community-size", "1000:100"], ["planted", "--susceptibility", "0.7:0.5"],
    ["planted", "--susceptibility", "0:2"], ["planted", "--susceptibility", ""], ["planted", "--homophily", "1.5"],
    ["erdos-renyi", "--ids", "letters"], ["erdos-renyi", "--homophily", "0.5"], ["watts-strogatz", "--rewire", "-1"],
    ["barabasi-albert", "--people", "1"], ["village", "--payments", "-1"], ["planted", "--scale", "0:1e99"],
  ])
  func `A value that is none is an error of usage`(command: [String]) throws {
    #expect(try generate(command + ["-o", folder.path("made")]).code == 64)
    #expect(try folder.names() == [])
  }

  /// A generation that takes far longer than the test is interrupted in the middle.
  @Test func `An interrupt leaves neither the folder nor a part of it`() throws {
    let run = try Started(
      Program.path,
      ["generate", "village", "--people", "2000000", "--circles", "1000", "-o", folder.path("made")])
    while run.isRunning, !folder.has("made.partial/people.csv") { usleep(10_000) }
    usleep(100_000)
    try #require(run.isRunning, "the generator is still at work")
    run.send(SIGINT)
    #expect(try run.finish().code == 130)
    #expect(try folder.names() == [])
  }

  @Test func `An interrupt leaves no part of an edge list`() throws {
    let run = try Started(
      Program.path,
      [
        "generate", "planted", "--people", "1000000", "--ties", "10000000", "--edge-list", "-o",
        folder.path("ties.csv"),
      ])
    while run.isRunning, !folder.has("ties.csv.partial") { usleep(10_000) }
    run.send(SIGINT)
    #expect(try run.finish().code == 130)
    #expect(try folder.names() == [])
  }
}
