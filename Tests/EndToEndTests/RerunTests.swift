import Foundation
import Testing

struct RerunTests {
  private let folder = TemporaryFolder()

  /// A run of the Florentine families, a copy of which stands in the folder.
  private func analyze(_ more: String...) throws {
    try FileManager.default.copyItem(atPath: Package.dataset("florentine"), toPath: folder.path("florentine"))
    let run = try Program.run(
      ["analyze", "florentine", "--permutations", "9", "-o", "one.run", "--quiet"] + more, in: folder.path)
    try #require(run.code == 0, "\(run.errors)")
  }

  private func rerun(_ arguments: String..., in place: String? = nil) throws -> Run {
    try Program.run(["rerun", "one.run"] + arguments, in: place ?? folder.path)
  }

  @Test func `A run of analyze made again is equal, and nothing else is left`() throws {
    try analyze("--seed", "random", "--threads=1", "--plots", "plots")
    let names = try folder.names()
    let run = try rerun()
    #expect(run.output.wholeMatch(of: /equal: \d+ files, \d+ bytes\n/) != nil, "\(run.output)")
    #expect(run.code == 0 && run.errors == "")
    #expect(try folder.names() == names)
    // Its neighbours are elsewhere then.
    #expect(try Program.run("rerun", ".", "--in", "..", in: folder.path("one.run")).code == 0)
    #expect(try folder.names() == names)
  }

  @Test func `A simulation made again is equal, and can be kept`() throws {
    let town = try SmallTown(people: 60, periods: 2)
    try town.simulate(to: "one.run")
    let run = try Program.run("rerun", town.folder.path("one.run"), "-o", town.folder.path("two.run"), "--threads", "1")
    #expect(run.output.hasPrefix("equal: "), "\(run.output)")
    #expect(run.output.hasSuffix("the new run is in \(town.folder.path("two.run"))\n"))
    try town.expectSame("one.run", "two.run")
    let again = try Program.run("rerun", town.folder.path("one.run"), "-o", town.folder.path("two.run"))
    #expect(again.code == 73)
    let itself = try Program.run("rerun", town.folder.path("one.run"), "-o", town.folder.path("one.run"), "--force")
    #expect(itself.code == 64)
    #expect(town.folder.has("one.run/run.json"))
  }

  @Test func `A byte that is changed is told with its file and line`() throws {
    try analyze()
    let people = try folder.text("one.run/people.csv")
    try folder.write("one.run/people.csv", people.replacing("\nAlbizzi,", with: "\nAlbizza,"))
    let run = try rerun()
    #expect(run.code == 1)
    #expect(run.output.hasPrefix("people.csv, line 3:\n  run    Albizza,"))
    #expect(run.output.contains("\n  again  Albizzi,"))
    #expect(run.output.hasSuffix("\ndifferent: 1 of 13 files\n"))
  }

  @Test func `Files that one of the runs has alone are told, pictures aside`() throws {
    try analyze()
    try FileManager.default.removeItem(atPath: folder.path("one.run/groups.csv"))
    try folder.write("one.run/notes.txt", "mine")
    try folder.write("one.run/network.svg", "<svg/>")
    let json = try JSON(rerun("--json").output)
    #expect(json["equal"] == .truth(false))
    #expect(json["differences"]?.elements.map { $0["file"] } == [.text("groups.csv"), .text("notes.txt")])
    #expect(json["differences"]?.elements.map { $0["kind"] } == [.text("extra"), .text("missing")])
    #expect(json["notes"]?.elements == [.text("1 picture is not part of the run, and left aside")])
  }

  @Test func `Another machine is no difference, and another version is told`() throws {
    try analyze()
    let text = try folder.text("one.run/run.json")
    try folder.write(
      "one.run/run.json",
      text.replacing(/"host" : "[^"]*"/, with: "\"host\" : \"elsewhere\"")
        .replacing(/"version" : "[^"]*"/, with: "\"version\" : \"0.0.9\""))
    let run = try rerun()
    #expect(run.output.hasPrefix("note: version 0.0.9 made the run, and "))
    // The page tells the version, too.
    #expect(!run.output.contains("run.json, line"))
    try folder.write("one.run/run.json", text.replacing("\"permutations\" : \"9\"", with: "\"permutations\" : \"8\""))
    let other = try rerun()
    #expect(other.code == 1)
    #expect(other.output.contains("run.json, line"))
  }

  @Test func `An input that has changed is named, and nothing is run`() throws {
    try analyze()
    try folder.write("florentine/people.csv", folder.text("florentine/people.csv").replacing("Medici", with: "Medicis"))
    let run = try rerun()
    #expect(run.code == 65)
    #expect(run.errors.hasPrefix("error: florentine/people.csv: it has changed since the run was made"))
    #expect(run.output == "")
  }

  @Test func `An input that is missing is named, and a folder to start in finds it`() throws {
    try analyze()
    let elsewhere = TemporaryFolder()
    let lost = try Program.run("rerun", folder.path("one.run"), in: elsewhere.path)
    #expect(lost.code == 66)
    #expect(lost.errors.hasPrefix("error: florentine: the run was read from here"))
    let found = try Program.run("rerun", folder.path("one.run"), "--in", folder.path, in: elsewhere.path)
    #expect(found.code == 0, "\(found.errors)\(found.output)")
    try FileManager.default.removeItem(atPath: folder.path("florentine/friendships.csv"))
    let run = try rerun()
    #expect(run.code == 66)
    #expect(run.errors.hasPrefix("error: florentine/friendships.csv: the run read this file"))
  }

  @Test func `A society from standard input cannot be read again`() throws {
    let edges = "source,target\na,b\nb,c\n"
    let made = try Program.run(
      ["analyze", "-", "--scores", "synthetic", "-o", folder.path("one.run"), "--quiet"], input: edges)
    try #require(made.code == 0, "\(made.errors)")
    let run = try rerun()
    #expect(run.code == 65)
    #expect(run.errors == "error: standard input: the run was read from it, so it cannot be made again\n")
  }

  @Test func `An edge list with people and a scorecard beside it is found`() throws {
    try folder.write("data/people.csv", "id,wealth\na,1\nb,5\nc,3\nd,2\n")
    try folder.write("data/ties.csv", "source,target\na,b\nb,c\nc,d\n")
    try FileManager.default.copyItem(
      atPath: Package.dataset("florentine/wealth.yaml"), toPath: folder.path("data/wealth.yaml"))
    let made = try Program.run(
      [
        "analyze", "data/ties.csv", "--people", "data/people.csv", "--scorecard", "data/wealth.yaml", "-o", "one.run",
        "--quiet", "--permutations", "0",
      ], in: folder.path)
    try #require(made.code == 0, "\(made.errors)")
    #expect(try rerun().code == 0)
    try folder.write("data/wealth.yaml", folder.text("data/wealth.yaml") + "# more\n")
    #expect(try rerun().code == 65)
  }

  @Test func `A scenario that is gone or changed is taken from the run`() throws {
    try FileManager.default.copyItem(atPath: Package.dataset("florentine"), toPath: folder.path("florentine"))
    let text = try String(contentsOfFile: Package.dataset("scenarios/florentine.yaml"), encoding: .utf8)
      .replacing(/periods: .*/, with: "periods: 2")
    try folder.write("scenarios/a.yaml", text)
    let made = try Program.run(["simulate", "scenarios/a.yaml", "-o", "one.run", "--quiet"], in: folder.path)
    try #require(made.code == 0, "\(made.errors)")
    try folder.write("scenarios/a.yaml", text + "# changed\n")
    let changed = try rerun()
    #expect(
      changed.output.hasPrefix("note: the scenario has changed (scenarios/a.yaml), so the copy in the run folder"))
    #expect(changed.output.contains("\nequal: "))
    try FileManager.default.removeItem(atPath: folder.path("scenarios/a.yaml"))
    let gone = try rerun()
    #expect(gone.output.contains("is not at scenarios/a.yaml any more") && gone.code == 0, "\(gone.output)")
    try folder.write("one.run/scenario.yaml", text + "# changed\n")
    #expect(try rerun().code == 66)
  }

  @Test(.timeLimit(.minutes(2)))
  func `An interrupt leaves nothing but the run`() throws {
    try analyze()
    // A command that takes far longer than the test.
    let text = try folder.text("one.run/run.json")
    try folder.write(
      "one.run/run.json",
      text.replacing("    \"--permutations\",\n    \"9\"", with: "    \"--permutations\",\n    \"10000000\""))
    let names = try folder.names()
    let started = try Started(Program.path, ["rerun", "one.run"], in: folder.path)
    while started.isRunning, try folder.names() == names { usleep(10_000) }
    usleep(200_000)
    started.send(SIGINT)
    let run = try started.finish()
    #expect(run.code == 130)
    #expect(run.errors == "interrupted; nothing was written\n")
    #expect(try folder.names() == names)
  }
}
