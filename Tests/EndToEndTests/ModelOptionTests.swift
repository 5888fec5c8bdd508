import Foundation
import Testing

/// Other models, kinds of random societies and the page of measures, as a user asks for them.
struct ModelOptionTests {
  private let folder = TemporaryFolder()

  private func people(_ arguments: String...) throws -> CSVTable {
    _ = try Program.run(
      ["analyze", "datasets/village", "--permutations", "0", "--quiet", "-o", folder.path("run"), "--force"] + arguments
    )
    return try CSVTable(folder.text("run/people.csv"))
  }

  @Test func `Clusters of opinion are a column`() throws {
    let rows = try people("--model", "hegselmann-krause", "--everyone", "--confidence", "60").rows
    #expect(Set(rows.compactMap { $0["opinion_cluster"] }) == ["1", "2", "3"])
    // Whoever is in one cluster has one public score.
    let pairs = Set(rows.compactMap { row in row["opinion_cluster"].map { [$0, row["public_score"] ?? ""] } })
    #expect(pairs.count == 3)
  }

  @Test func `Who turned is at the floor, and the round is a column`() throws {
    let rows = try people("--model", "threshold", "--threshold", "0.4").rows
    #expect(rows.count { $0["turned_round"] != "" } == 186)
    for row in rows {
      #expect((row["turned_round"] == "") == (row["public_score"] != "350"))
      if row["turned_round"] == "" { #expect(row["public_score"] == row["own_score"]) }
      let own = try #require(Double(row["own_score"] ?? ""))
      #expect((row["turned_round"] == "0") == (own < 550))
    }
  }

  @Test func `The posterior is a column, and the public score spreads it over the scale`() throws {
    for row in try people("--model", "posterior", "--signal-error", "0.3").rows {
      let chance = try #require(Double(row["posterior"] ?? ""))
      #expect(row["public_score"].flatMap(Double.init) == 350 + 600 * chance)
    }
  }

  @Test func `run.json says what the model was given`() throws {
    _ = try people("--model", "deffuant", "--confidence", "90", "--step", "0.25")
    let settings = try JSON(folder.text("run/run.json"))["settings"]
    #expect(settings?["confidence"] == .text("90") && settings?["step"] == .text("0.25"))
    #expect(settings?["partners"] == .text("ties") && settings?["model"] == .text("deffuant"))
  }

  @Test func `Scores without a layer are a column, those of an analysis that never had it`() throws {
    let without = try people("--without-layer", "family").rows.map { $0["public_score_without_family"] }
    let alone = try people("--layer-weights", "friendship=1,transaction=1").rows.map { $0["public_score"] }
    #expect(without == alone)
  }

  @Test(arguments: [
    (["--model", "deffuant", "--threshold", "0.3"], "--threshold has no place in --model deffuant"),
    (["--model", "threshold", "--susceptibility", "0.3"], "--susceptibility has no place in --model threshold"),
    (["--model", "posterior", "--rounds", "3"], "--rounds has no place in --model posterior"),
    (["--model", "hegselmann-krause", "--solver", "cg"], "--solver has no place in --model hegselmann-krause"),
    (["--confidence", "10"], "--confidence has no place in --model friedkin-johnsen"),
    (["--model", "posterior", "--tie-same", "0.2"], "--tie-different is above --tie-same"),
    (["--model", "deffuant", "--step", "0.6"], "'0.6' is not a share above 0, at most 0.5"),
    (["--model", "threshold", "--threshold", "1.5"], "'1.5' is out of range"),
    (["--model", "threshold", "--turned", "below:low"], "'below:low' names no score"),
    (["--model", "threshold", "--turned", "nobody"], "\"nobody\" is neither below:SCORE nor a column"),
    (["--model", "deffuant", "--rounds", "0"], "--rounds 0 leaves deffuant nothing to do"),
    (["--null", "public"], "public scores cannot be permuted: neighbours have mixed already"),
    (["--null", "nothing"], "'nothing' is no kind of random society"),
    (["--without-layer", "work"], "\"work\" is no layer in the mix; the layers are friendship, family, transaction"),
  ])
  func `What does not fit is refused in a sentence`(arguments: [String], sentence: String) throws {
    let run = try Program.run(["analyze", "datasets/village"] + arguments)
    #expect(run.code == 64 && run.output == "")
    #expect(run.errors.contains(sentence), "\(run.errors)")
  }

  @Test(arguments: ["influence", "shock"])
  func `Influence and shocks refuse models that are not linear`(command: String) throws {
    for model in ["downward-drag", "hegselmann-krause", "deffuant", "threshold", "posterior"] {
      let run = try Program.run(
        [command, "datasets/florentine", "--model", model]
          + (command == "shock" ? ["--person", "Medici", "--change", "-10"] : []))
      #expect(run.code == 64 && run.errors.contains("--model \(model) has no meaning here"))
    }
  }

  @Test(arguments: ["permute", "rewire"])
  func `Every kind of random society gives the same bytes again`(null: String) throws {
    func measures(_ threads: String) throws -> String {
      _ = try Program.run(
        "analyze", "datasets/karate", "--by", "club", "--null", null, "--test", "all", "--permutations", "19",
        "--threads", threads, "-o", folder.path("run"), "--force", "--quiet")
      return try folder.text("run/measures.csv") + folder.text("run/people.csv") + folder.text("run/groups.csv")
    }
    let text = try measures("1")
    #expect(try text == measures("2"))
    #expect(text.contains(",\(null),1\n"))
  }

  @Test func `Local Moran can be asked for where no random societies are drawn`() throws {
    let table = try people("--local-permutations", "999")
    let p = table.rows.compactMap { $0["local_moran_p"].flatMap(Double.init) }
    #expect(p.count == 300 && p.allSatisfy { (0.002...1).contains($0) })
    #expect(table.rows.contains { $0["local_spot"] == "hot" } && table.rows.contains { $0["local_spot"] == "cold" })
  }

  @Test func `describe --by shows every measure, and what it prints as JSON has them all`() throws {
    let page = try Program.run("describe", "datasets/karate", "--by", "club", "--permutations", "19")
    #expect(page.code == 0 && page.output.contains("THE GROUPS OF club") && page.output.contains("HOW MUCH CONFLICT"))
    let findings = try JSON(
      Program.run("describe", "datasets/karate", "--by", "club", "--permutations", "19", "--json").output)
    #expect(try #require(findings["measures"]).elements.count { $0["z"] != nil } > 80)
  }

  @Test func `describe without --by refuses what only --by uses`() throws {
    for arguments in [["--permutations", "9"], ["--susceptibility", "0.3"], ["--null", "rewire"]] {
      let run = try Program.run(["describe", "datasets/karate"] + arguments)
      #expect(run.code == 64 && run.errors.contains("--by COLUMN is missing"))
    }
  }
}
