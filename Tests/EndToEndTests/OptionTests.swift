import Foundation
import Testing

/// What options do to the results.
struct OptionTests {
  private let folder = TemporaryFolder()

  /// The people's table after an analysis of Florence.
  private func people(_ options: String...) throws -> CSVTable {
    let run = try Program.run(
      ["analyze", "datasets/florentine", "--permutations", "0", "-o", folder.path("run"), "--quiet", "--force"]
        + options)
    try #require(run.code == 0, "\(run.errors)")
    return try CSVTable(folder.text("run/people.csv"))
  }

  @Test func `A person without ties keeps the own score`() throws {
    #expect(try people().row(where: "id", is: "Pucci")["public_score"] == "350")
  }

  @Test func `A person without ties has an empty network score and no community`() throws {
    let pucci = try people().row(where: "id", is: "Pucci")
    #expect([pucci["network_score"], pucci["friends_own_score"], pucci["community"]] == ["", "", ""])
  }

  /// On a scale from 0 the floor differs from Pucci's own score, which is 350 on any scale that holds it.
  @Test func `With --isolates floor a person without ties gets the floor of the scale`() throws {
    try folder.write("society/people.csv", "id,score\nann,500\nbob,600\ncid,700\n")
    try folder.write("society/friendships.csv", "source,target\nann,bob\n")
    _ = try Program.run(
      "analyze", folder.path("society"), "--isolates", "floor", "--permutations", "0", "-o", folder.path("run"),
      "--quiet")
    let cid = try CSVTable(folder.text("run/people.csv")).row(where: "id", is: "cid")
    #expect(cid["own_score"] == "700")
    #expect(cid["public_score"] == "350")
  }

  @Test func `Susceptibility 0 leaves everyone at the own score`() throws {
    let people = try people("--susceptibility", "0")
    #expect(try people.values("public_score") == people.values("own_score"))
  }

  @Test func `A column of people can be the susceptibility`() throws {
    try folder.write("society/people.csv", "id,score,openness\nann,500,0\nbob,600,1\n")
    try folder.write("society/friendships.csv", "source,target\nann,bob\n")
    _ = try Program.run(
      "analyze", folder.path("society"), "--susceptibility", "openness", "--permutations", "0", "-o",
      folder.path("run"), "--quiet")
    #expect(try CSVTable(folder.text("run/people.csv")).values("public_score") == ["500", "500"])
  }

  @Test func `A layer of weight 0 has no part in the scores`() throws {
    let people = try people("--layer-weights", "friendship=1,transaction=0")
    #expect(people.columns.contains("effect_friendship"))
    #expect(!people.columns.contains("effect_transaction"))
  }

  @Test func `Layer weights are shares that add up to 1`() throws {
    _ = try people("--layer-weights", "friendship=3,transaction=1")
    #expect(
      try JSON(folder.text("run/run.json"))["settings", "layer_weights"]
        == .text("friendship=0.75,transaction=0.25"))
  }

  @Test func `The more a layer weighs the larger is its effect`() throws {
    let effects = try ["1", "3", "9"].map { weight in
      try people("--layer-weights", "friendship=1,transaction=\(weight)").row(where: "id", is: "Medici")[
        "effect_transaction"
      ].flatMap(Double.init)?.magnitude ?? 0
    }
    #expect(effects[0] < effects[1] && effects[1] < effects[2])
  }

  @Test(arguments: ["per-layer", "pooled"])
  func `The mixed weights of a person's ties add up to 1`(mix: String) throws {
    _ = try Program.run(
      "analyze", "datasets/village", "--ties", "--mix", mix, "--half-life", "60", "--permutations", "0", "-o",
      folder.path("run"), "--quiet")
    var sums: [String: Double] = [:]
    for row in try CSVTable(folder.text("run/ties.csv")).rows {
      let weight = try #require(row["mixed_weight"].flatMap(Double.init))
      sums[try #require(row["source"]), default: 0] += weight
    }
    #expect(sums.count == 300)
    #expect(sums.filter { abs($0.value - 1) > 1e-12 } == [:])
  }

  @Test func `A column can be measured by, beside communities`() throws {
    _ = try Program.run(
      "analyze", "datasets/village", "--by", "circle", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    let groups = Set(try CSVTable(folder.text("run/measures.csv")).values("by"))
    #expect(groups == ["", "community", "circle", "own_score", "own_tier", "public_tier"])
  }

  @Test func `Several columns can be measured by`() throws {
    let run = try Program.run(
      "analyze", "datasets/karate", "--by", "club", "--by", "score", "--permutations", "0", "--json")
    #expect(
      try JSON(run.output)["groupings"]?.elements.map { $0["by"] }
        == [.text("community"), .text("club"), .text("score")])
  }

  @Test func `Communities that are not looked for stand nowhere`() throws {
    let people = try people("--no-communities")
    #expect(!people.columns.contains("community"))
    #expect(try !folder.text("run/measures.csv").contains("community"))
  }

  @Test func `Unknown people can be added with the mean score, and a column says who`() throws {
    try folder.write("society/people.csv", "id,score\nann,500\nbob,600\n")
    try folder.write("society/friendships.csv", "source,target\nann,bob\nbob,dan\n")
    let run = try Program.run(
      "analyze", folder.path("society"), "--unknown-people", "add", "--missing-score", "mean", "--permutations", "0",
      "-o", folder.path("run"))
    try #require(run.code == 0, "\(run.errors)")
    let dan = try CSVTable(folder.text("run/people.csv")).row(where: "id", is: "dan")
    #expect(dan["own_score"] == "550")
    #expect(dan["score_missing"] == "true")
  }

  @Test func `Ties with unknown people can be left out, and the report says how many`() throws {
    try folder.write("society/people.csv", "id,score\nann,500\nbob,600\n")
    try folder.write("society/friendships.csv", "source,target\nann,bob\nbob,dan\n")
    let run = try Program.run(
      "analyze", folder.path("society"), "--unknown-people", "drop", "--permutations", "0")
    #expect(
      run.output.contains(
        "\n  dropped  1 tie with people who are not in the people file left out\n           (friendships.csv)\n"))
  }

  @Test func `A score column that reading would clash with keeps its text under another name`() throws {
    try folder.write("society/people.csv", "id,score,public_score\nann,500,much\nbob,600,little\n")
    try folder.write("society/friendships.csv", "source,target\nann,bob\n")
    _ = try Program.run(
      "analyze", folder.path("society"), "--permutations", "0", "-o", folder.path("run"), "--quiet")
    #expect(try CSVTable(folder.text("run/people.csv")).values("input_public_score") == ["much", "little"])
  }
}
