import Foundation
import Testing

struct CompareTests {
  private let folder = TemporaryFolder()

  /// Runs the program, which must succeed.
  private func run(_ arguments: [String]) throws -> Run {
    let run = try Program.run(arguments)
    try #require(run.code == 0, "\(run.errors)")
    return run
  }

  /// Writes a run of a scenario over a few periods.
  ///
  /// - Parameter change: what is changed in its text.
  private func simulate(
    _ scenario: String, to name: String, _ change: (String) -> String = { $0 }
  ) throws {
    let text = try String(contentsOfFile: Package.dataset("scenarios/\(scenario).yaml"), encoding: .utf8)
    try folder.write(
      "\(name).yaml",
      change(
        text.replacing(/\nperiods: \d+/, with: "\nperiods: 2").replacing(/twins: .*/, with: "twins: none")
          .replacing("../", with: Package.dataset(""))))
    _ = try run(["simulate", folder.path("\(name).yaml"), "-o", folder.path(name), "--quiet"])
  }

  private func compared(_ arguments: String...) throws -> JSON {
    try JSON(run(["compare", folder.path("one"), folder.path("other"), "--json"] + arguments).output)
  }

  @Test func `A run compared with itself differs in nothing`() throws {
    _ = try run(["analyze", "datasets/florentine", "--permutations", "9", "-o", folder.path("one"), "--quiet"])
    let text = try run(["compare", folder.path("one"), folder.path("one") + "/"]).output
    #expect(text.contains("Nothing differs in what they found: 16 people with the same scores"))
    let town = try SmallTown(people: 60, periods: 2)
    try town.simulate(to: "run")
    let path = town.folder.path("run")
    #expect(try run(["compare", path, path]).output.contains("Nothing differs in what they found"))
    let json = try JSON(run(["compare", path, path, "--json"]).output)
    #expect(json["seeds", "status"] == .text("same"))
    #expect(json["measures", "rows"]?.elements == [])
  }

  @Test func `The village and its control differ by more than seeds explain`() throws {
    try simulate("village", to: "one")
    try simulate("control", to: "other")
    let json = try compared("--seeds", "3")
    #expect(json["making", "relation"] == .text("other-settings"))
    #expect(json["people", "both"] == .number(300))
    #expect(json["seeds", "status"] == .text("paired"))
    #expect(json["seeds", "seeds"] == .list([.number(2), .number(3), .number(4)]))
    let verdicts = (json["seeds", "measures"]?.elements ?? []).map { ($0["name"], $0["verdict"]) }
    // Without a network public scores are own scores; these do not depend on it.
    #expect(verdicts.first { $0.0 == .text("public_sd") }?.1 == .text("more"))
    #expect(verdicts.first { $0.0 == .text("own_sd") }?.1 == .text("no-more"))
    let report = try run(["compare", folder.path("one"), folder.path("other"), "--seeds", "2", "--threads", "1"]).output
    #expect(report.replacing(/\s+/, with: " ").contains("propagation.susceptibility (0.5, then 0)"))
    #expect(report.contains("IS IT MORE THAN SEEDS EXPLAIN?"))
    #expect(report.split(separator: "\n").filter { $0.count > 80 } == [])
  }

  @Test func `Two seeds of a scenario differ by no more than seeds explain`() throws {
    try simulate("village", to: "one")
    try simulate("village", to: "other") { $0 + "\nseed: 2\n" }
    let report = try run(["compare", folder.path("one"), folder.path("other"), "--seeds", "6"]).output
    #expect(report.contains("They differ by their seeds only, 1 and 2."))
    #expect(report.contains("No more than seeds explain, in all of "))
    let asked = try run(["compare", folder.path("one"), folder.path("other"), "--seeds", "0"]).output
    #expect(asked.contains("was not asked (--seeds)"))
  }

  @Test func `A society that has changed is compared, but not repeated`() throws {
    try FileManager.default.copyItem(atPath: Package.dataset("florentine"), toPath: folder.path("florentine"))
    let text = try String(contentsOfFile: Package.dataset("scenarios/florentine.yaml"), encoding: .utf8)
      .replacing("../florentine", with: folder.path("florentine")).replacing(/periods: .*/, with: "periods: 2")
    for (name, susceptibility) in [("one", "0.5"), ("other", "0.1")] {
      try folder.write(
        "\(name).yaml", text.replacing(/susceptibility: .*/, with: "susceptibility: \(susceptibility)"))
      _ = try run(["simulate", folder.path("\(name).yaml"), "-o", folder.path(name), "--quiet"])
    }
    try folder.write("florentine/friendships.csv", folder.text("florentine/friendships.csv") + "Medici,Strozzi\n")
    let json = try compared()
    #expect(json["seeds", "status"] == .text("refused"))
    guard case .text(let reason) = json["seeds", "reason"] else { throw CocoaError(.coderReadCorrupt) }
    #expect(reason.contains("changed") && reason.contains("friendships.csv"))
    try FileManager.default.removeItem(atPath: folder.path("florentine"))
    #expect(try compared()["seeds", "status"] == .text("refused"))
  }

  @Test func `A moment is compared with the end of a simulation, if somebody is in both`() throws {
    try simulate("florentine", to: "one")
    _ = try run(["analyze", "datasets/florentine", "--permutations", "0", "-o", folder.path("other"), "--quiet"])
    let report = try run(["compare", folder.path("other"), folder.path("one")]).output
    #expect(report.contains("a run of analyze and the end of a simulation"))
    #expect(report.contains("A run of analyze is a single moment without seeds"))
    _ = try run(["analyze", "datasets/karate", "--permutations", "0", "-o", folder.path("karate"), "--quiet"])
    let refused = try Program.run("compare", folder.path("karate"), folder.path("one"))
    #expect(refused.code == 65)
    #expect(refused.errors.contains("nobody is in both"))
  }

  @Test func `A missing folder is no input, what is no run is bad data`() throws {
    _ = try run(["analyze", "datasets/karate", "--permutations", "0", "-o", folder.path("one"), "--quiet"])
    let missing = try Program.run("compare", folder.path("one"), folder.path("nothing"))
    #expect(missing.code == 66)
    #expect(missing.errors == "error: \(folder.path("nothing")): there is no such run folder\n")
    #expect(try Program.run("compare", "datasets/karate", folder.path("one")).code == 65)
    let people = try folder.text("one/people.csv")
    try folder.write("one/people.csv", people.replacing(/\n1,[^,]*,/, with: "\n1,high,"))
    let damaged = try Program.run("compare", folder.path("one"), folder.path("one"))
    #expect(damaged.code == 65)
    #expect(damaged.errors.contains("people.csv, line 3, column own_score: \"high\" is not a number"))
  }

  @Test func `In ASCII the report is ASCII, and quietly there is none`() throws {
    for (name, susceptibility) in [("one", "0.5"), ("other", "0.9")] {
      _ = try run([
        "analyze", "datasets/karate", "--permutations", "9", "--susceptibility", susceptibility, "-o",
        folder.path(name), "--quiet",
      ])
    }
    let plain = try run(["compare", folder.path("one"), folder.path("other"), "--ascii"]).output
    #expect(plain.contains("MEASURES") && plain.allSatisfy(\.isASCII))
    let silent = try run(["compare", folder.path("one"), folder.path("other"), "--quiet"])
    #expect(silent.output.isEmpty && silent.errors.isEmpty)
  }
}
