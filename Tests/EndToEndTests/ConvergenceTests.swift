import Foundation
import Testing

/// How the computation ends, and what is said about it.
struct ConvergenceTests {
  private let folder = TemporaryFolder()

  /// A directed cycle: each of 40 people is influenced by the next one alone.
  private func analyzeCycle(_ options: String...) throws -> Run {
    let ties = (0..<40).map { "p\($0),p\(($0 + 1) % 40)\n" }.joined()
    try folder.write("cycle.csv", "source,target\n" + ties)
    return try Program.run(
      [
        "analyze", folder.path("cycle.csv"), "--directed", "--scores", "synthetic", "--model", "degroot",
        "--permutations", "0", "-o", folder.path("run"),
      ] + options)
  }

  @Test func `A run that did not converge is told by the exit code`() throws {
    let run = try analyzeCycle("--max-rounds", "5")
    #expect(run.code == 75)
    #expect(
      run.errors
        == "error: scores did not converge within 5 rounds (--max-rounds); the results stand with their bound\n")
  }

  @Test func `A run that did not converge is written still`() throws {
    _ = try analyzeCycle("--max-rounds", "5")
    #expect(
      try JSON(folder.text("run/run.json"))["findings", "propagation", "outcome"] == .text("not-converged"))
    #expect(try CSVTable(folder.text("run/people.csv")).rows.count == 40)
  }

  @Test func `A report on scores that did not converge says so`() throws {
    let run = try Program.run("analyze", "datasets/florentine", "--max-rounds", "2", "--permutations", "0")
    #expect(run.code == 75)
    #expect(run.output.contains("  NOT CONVERGED after 2 rounds: scores may be off by "))
  }

  @Test func `A cycle is reported as a cycle`() throws {
    let run = try analyzeCycle()
    #expect(run.code == 0)
    #expect(run.output.contains("go round in a"))
    #expect(
      try JSON(folder.text("run/run.json"))["findings", "propagation", "closed_groups", "0", "period"] == .number(40))
  }

  /// The mean is the only answer: everybody stands equally often before everybody.
  @Test func `People of a directed cycle all get the time average`() throws {
    _ = try analyzeCycle()
    let people = try CSVTable(folder.text("run/people.csv"))
    let own = try people.values("own_score").compactMap(Double.init)
    let mean = own.reduce(0, +) / 40
    let bound = try #require(
      try JSON(folder.text("run/run.json"))["findings", "propagation", "error_bound"]?.number)
    for score in try people.values("public_score").compactMap(Double.init) {
      #expect(abs(score - mean) <= bound + 1e-10)
    }
  }

  @Test func `No rounds leave everyone at the own score`() throws {
    _ = try Program.run(
      "analyze", "datasets/florentine", "--rounds", "0", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    let people = try CSVTable(folder.text("run/people.csv"))
    #expect(try people.values("public_score") == people.values("own_score"))
  }

  /// Half the own score, half the mean of the friends' own scores, in each layer with ties.
  @Test func `One round is half the own score and half that of friends`() throws {
    _ = try Program.run(
      "analyze", "datasets/florentine", "--rounds", "1", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    for row in try CSVTable(folder.text("run/people.csv")).rows where row["id"] != "Pucci" {
      let own = try #require(row["own_score"].flatMap(Double.init))
      let friends = try #require(row["friends_own_score"].flatMap(Double.init))
      let score = try #require(row["public_score"].flatMap(Double.init))
      #expect(abs(score - (own + friends) / 2) < 1e-10)
    }
  }

  @Test func `Rounds that were asked for are done and no more`() throws {
    let run = try Program.run("analyze", "datasets/florentine", "--rounds", "3", "--permutations", "0", "--json")
    let propagation = try JSON(run.output)["propagation"]
    #expect(propagation?["rounds"] == .number(3))
    #expect(propagation?["outcome"] == .text("rounds"))
    #expect(run.code == 0)
  }

  @Test func `A tolerance below the rounding of numbers is no failure`() throws {
    let run = try Program.run("analyze", "datasets/florentine", "--tolerance", "1e-300", "--permutations", "0")
    #expect(run.output.contains("  As exact as 64-bit numbers allow: "))
    #expect(run.code == 0)
  }

  /// On a connected graph that is not bipartite DeGroot ends in one number for all who have ties.
  @Test func `DeGroot makes the tied families of Florence agree`() throws {
    let run = try Program.run(
      "analyze", "datasets/florentine", "--model", "degroot", "--permutations", "0", "-o", folder.path("run"))
    #expect(run.code == 0)
    let people = try CSVTable(folder.text("run/people.csv"))
    let scores = Set(try people.rows.filter { $0["id"] != "Pucci" }.map { try #require($0["public_score"]) })
    #expect(scores.count == 1)
  }
}
