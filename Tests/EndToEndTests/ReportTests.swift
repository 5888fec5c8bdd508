import Foundation
import Testing

struct ReportTests {
  private let folder = TemporaryFolder()

  private func run(_ arguments: [String]) throws -> Run {
    let run = try Program.run(arguments)
    try #require(run.code == 0, "\(run.errors)")
    return run
  }

  @Test(arguments: [
    ["datasets/florentine"], ["datasets/karate", "--no-graphml", "--ascii"],
    ["datasets/miserables", "--clusters", "1"],
    ["datasets/village", "--without-layer", "family"],
    ["datasets/florentine", "--no-communities", "--seed", "random"], ["datasets/florentine", "--model", "threshold"],
  ])
  func `The report of a run is what analyze printed`(arguments: [String]) throws {
    let path = folder.path("run")
    let printed = try run(["analyze"] + arguments + ["-o", path, "--permutations", "19"]).output
    let screen = arguments.filter { $0 == "--ascii" }
    #expect(try run(["report", path] + screen).output == printed)
    #expect(try run(["report", path + "/"] + screen).output == printed)
    #expect(printed.contains("portrait.json"))
    #expect(screen.isEmpty || printed.allSatisfy(\.isASCII))
  }

  @Test func `The report of a simulation is what simulate printed`() throws {
    let town = try SmallTown(people: 60, periods: 4)
    let path = town.folder.path("run")
    let printed = try run(["simulate", town.folder.path("town.yaml"), "-o", path]).output
    #expect(try run(["report", path]).output == printed)
    let plain = try run(["report", path, "--ascii"]).output
    #expect(plain != printed && plain.allSatisfy(\.isASCII))
  }

  @Test func `As JSON it is the findings`() throws {
    let path = folder.path("run")
    let printed = try run(["analyze", "datasets/karate", "-o", path, "--permutations", "9", "--json"]).output
    #expect(try run(["report", path, "--json"]).output == printed)
    let town = try SmallTown(people: 60, periods: 4)
    let other = town.folder.path("run")
    let findings = try run(["simulate", town.folder.path("town.yaml"), "-o", other, "--json"]).output
    #expect(try run(["report", other, "--json"]).output == findings)
  }

  @Test func `Quietly it prints nothing`() throws {
    let path = folder.path("run")
    _ = try run(["analyze", "datasets/karate", "-o", path, "--permutations", "9", "--quiet"])
    let silent = try run(["report", path, "--quiet"])
    #expect(silent.output.isEmpty && silent.errors.isEmpty)
  }

  @Test func `A locale without UTF-8 gets ASCII`() throws {
    let run = try Program.shell("LC_ALL=C \"$GRAPH_TOOL\" analyze datasets/florentine --permutations 9")
    #expect(run.code == 0 && run.output.contains("####") && run.output.allSatisfy(\.isASCII))
  }

  @Test func `What is not there is no input, and what is no run is bad data`() throws {
    let nothing = try Program.run("report", folder.path("nothing"))
    #expect(nothing.code == 66)
    #expect(nothing.errors == "error: \(folder.path("nothing")): there is no such run folder\n")
    let society = try Program.run("report", "datasets/karate")
    #expect(society.code == 65)
    #expect(society.errors.hasPrefix("error: datasets/karate: it is not a run"))
    try folder.write("broken/run.json", "{\n  oops\n}")
    let broken = try Program.run("report", folder.path("broken"))
    #expect(broken.code == 65)
    #expect(broken.errors.contains("run.json, line 2: it is not JSON"))
  }
}
