import Foundation
import Testing

/// Every key that the program writes as JSON is explained in `docs/json.md`.
struct DocumentedKeyTests {
  private let folder = TemporaryFolder()

  private func undocumented(_ text: String) throws -> [String] {
    let docs = try String(contentsOfFile: Package.root + "/docs/json.md", encoding: .utf8)
    var keys: Set<String> = []
    func collect(_ value: JSON) {
      switch value {
      case .object(let members):
        for (key, member) in members {
          keys.insert(key)
          collect(member)
        }
      case .list(let elements): elements.forEach(collect)
      default: break
      }
    }
    collect(try JSON(text))
    return keys.filter { !docs.contains("`\($0)`") }.sorted()
  }

  @Test(arguments: [
    ["analyze", "datasets/village", "--by", "circle", "--permutations", "9"],
    ["analyze", "datasets/florentine", "--model", "degroot", "--permutations", "0"],
    ["analyze", "datasets/village", "--permutations", "9", "--test", "all", "--without-layer", "family"],
    ["analyze", "datasets/village", "--model", "deffuant", "--permutations", "0"],
    ["analyze", "datasets/village", "--model", "threshold", "--permutations", "0"],
    ["analyze", "datasets/village", "--model", "posterior", "--permutations", "0"],
    ["describe", "datasets/florentine"],
    ["describe", "datasets/karate", "--by", "club", "--permutations", "9"],
    ["communities", "datasets/florentine"],
    ["influence", "datasets/florentine"],
    ["influence", "datasets/florentine", "--of", "Medici"],
    ["influence", "datasets/florentine", "--on", "Medici"],
    ["influence", "datasets/florentine", "--ties-of", "Medici"],
    [
      "shock", "datasets/florentine", "--person", "Strozzi", "--change", "-100", "--set", "Pucci=400", "--blacklist",
      "Pazzi",
      "--cut", "Medici,Salviati", "--tie", "Pucci,Medici,friendship=1",
    ],
    ["check", "datasets/village"],
    ["check", "datasets"],
  ])
  func `What --json prints has only documented keys`(arguments: [String]) throws {
    #expect(try undocumented(Program.run(arguments + ["--json"]).output) == [])
  }

  @Test func `A run.json has only documented keys`() throws {
    _ = try Program.run(
      "analyze", "datasets/village", "--by", "circle", "--half-life", "30", "--as-of", "2026-01-01", "--scorecard",
      "zhima", "--permutations", "9", "-o", folder.path("run"), "--quiet")
    #expect(try undocumented(folder.text("run/run.json")) == [])
    #expect(try undocumented(folder.text("run/portrait.json")) == [])
  }

  @Test(arguments: ["grid", "sobol", "latin-hypercube"])
  func `The findings of a study have only documented keys`(design: String) throws {
    try folder.write(
      "study.yaml",
      """
      scenario: {generate: {people: 30, ties: 60}, periods: 1, events: {deeds: {}}, rewiring: {}}
      design: \(design)
      \(design == "grid" ? "compare: {review: 0.1}" : "points: 5")
      factors: {review: {setting: rewiring.review, from: 0.1, to: 0.4\(design == "grid" ? ", count: 2" : "")}}
      replicates: 2
      until: spread ci-width < 1
      outcomes: {spread: own_sd, never: {measure: own_sd, above: 1e6}}
      """)
    let run = try Program.run("sweep", folder.path("study.yaml"), "-o", folder.path("study"), "--json")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try undocumented(run.output).filter { $0 != "never above" } == [])
    let dry = try Program.run("sweep", folder.path("study.yaml"), "--dry-run", "--json")
    #expect(try undocumented(dry.output) == [])
  }

  @Test func `A run.json of a simulation has only documented keys`() throws {
    let town = try SmallTown(people: 60, periods: 4)
    try town.simulate(to: "run")
    // Settings stand in docs/scenarios.md.
    let text = try town.folder.text("run/run.json").replacing(/\n  "settings" : \{\n(    .*\n)*  \},/, with: "")
    #expect(!text.contains("rewiring.review"))
    #expect(try undocumented(text) == [])
  }

  @Test func `What compare and rerun print as JSON has only documented keys`() throws {
    for (run, susceptibility) in [("one", "0.5"), ("other", "0.9")] {
      _ = try Program.run(
        "analyze", "datasets/karate", "--permutations", "9", "--susceptibility", susceptibility, "-o",
        folder.path(run), "--quiet")
    }
    let town = try SmallTown(people: 60, periods: 2)
    try town.simulate(to: "one")
    let text = try town.folder.text("town.yaml")
    try town.folder.write("town.yaml", text.replacing("conformity: 0.02", with: "conformity: 0.2"))
    try town.simulate(to: "other")
    for place in [folder, town.folder] {
      let run = try Program.run("compare", place.path("one"), place.path("other"), "--json", "--seeds", "2")
      #expect(try undocumented(run.output) == [])
    }
    #expect(try undocumented(Program.run("rerun", folder.path("one"), "--json").output) == [])
  }
}
