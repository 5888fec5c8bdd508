import Foundation
import Testing

/// What a simulation leaves in its run folder.
struct SimulationFolderTests {
  private static let arrays = [
    "own_scores.npy", "ids.sorted.npy", "friendship.neighbors.npy", "transaction.neighbors.npy", "society.json",
  ]

  private func table(_ town: SmallTown, _ name: String) throws -> CSVTable {
    try CSVTable(town.folder.text("run/" + name))
  }

  @Test func `A run folder with everything holds these files`() throws {
    let town = try SmallTown(periods: 5)
    try town.simulate(to: "run")
    let names = try town.folder.names(in: "run")
    #expect(
      names == [
        "codebook.csv", "communities.csv", "community_events.csv", "dynamic.gexf", "effects.csv", "exclusions.csv",
        "flows.csv", "measures.csv", "panel.csv", "people.csv", "periods.csv", "portrait.json", "report.html",
        "run.json", "scenario.yaml", "snapshots", "tie_events.csv",
      ])
    #expect(try town.folder.names(in: "run/snapshots") == ["period-0000", "period-0005"])
    for array in Self.arrays { #expect(town.folder.has("run/snapshots/period-0005/" + array), "\(array)") }
    #expect(try town.folder.text("run/scenario.yaml") == town.folder.text("town.yaml"))
    let listed = try JSON(town.folder.text("run/run.json"))["outputs"]?.elements.compactMap { $0["name"] } ?? []
    let expected = names.map { $0 == "snapshots" ? "snapshots/" : $0 }
    #expect(Set(listed.map { "\($0)" }) == Set(expected.map { "\(JSON.text($0))" }))
  }

  @Test func `Without anything asked for, what is left out stands in run.json`() throws {
    let folder = TemporaryFolder()
    try folder.write(
      "plain.yaml", "society: \(Package.dataset("florentine"))\nperiods: 2\ncommunities: none\ntwins: none\n")
    let run = try Program.run("simulate", folder.path("plain.yaml"), "-o", folder.path("run"))
    #expect(run.output.contains("16 people of florentine, 2 of 2 periods"))
    #expect(run.output.contains("not written: panel.csv (output: panel_every)"))
    #expect(
      try folder.names(in: "run") == [
        "codebook.csv", "flows.csv", "measures.csv", "people.csv", "periods.csv", "portrait.json", "report.html",
        "run.json", "scenario.yaml",
      ])
    #expect(
      try JSON(folder.text("run/run.json"))["left_out"]
        == .list(
          [
            "effects.csv: there are no twins (twins)", "panel.csv (output: panel_every)",
            "tie_events.csv (output: tie_events)", "snapshots/ (output: snapshots_every)",
            "dynamic.gexf (output: gexf)",
          ].map(JSON.text)))
  }

  @Test func `Tables have these columns`() throws {
    let town = try SmallTown(people: 60, periods: 3)
    try town.simulate(to: "run")
    let person = "own_score,public_score,network_score,friends_own_score"
    let headers = [
      "panel.csv": "period,id,\(person),degree,tier,community,listed,effort",
      "people.csv":
        "id,\(person),degree_friendship,degree_transaction,tier,community,listed,effort,first_own_score,"
        + "first_public_score,input_community,score,susceptibility",
      "tie_events.csv": "period,source,target,layer,event,by,cost,declined",
      "flows.csv": "period,from_tier,to_tier,people",
      "exclusions.csv": "id,period,event,reason",
      "communities.csv": "period,community,people,mean_own_score,mean_public_score",
      "community_events.csv": "period,event,community,from,people",
    ]
    for (file, header) in headers {
      #expect(try table(town, file).columns.joined(separator: ",") == header, "\(file)")
    }
    let effects = try table(town, "effects.csv").columns
    #expect(effects.prefix(5) == ["id", "own_score", "public_score", "degree_friendship", "degree_transaction"])
    #expect(
      effects.dropFirst(5).prefix(5) == [
        "own_score_without_network", "public_score_without_network", "effect_network",
        "degree_friendship_without_network", "degree_transaction_without_network",
      ])
    #expect(effects.contains("effect_choice"))
  }

  @Test func `The codebook names every column of every table, in order`() throws {
    let town = try SmallTown(people: 60, periods: 3)
    try town.simulate(to: "run")
    let tables = [
      "periods.csv", "flows.csv", "exclusions.csv", "communities.csv", "community_events.csv", "measures.csv",
      "people.csv", "effects.csv", "panel.csv", "tie_events.csv",
    ]
    let columns = try tables.flatMap { name in try table(town, name).columns.map { [name, $0] } }
    let codebook = try table(town, "codebook.csv")
    #expect(codebook.rows.map { [$0["file"] ?? "", $0["column"] ?? ""] } == columns)
    #expect(try codebook.values("meaning").filter(\.isEmpty) == [])
  }

  @Test func `Tables agree with each other`() throws {
    let town = try SmallTown(periods: 6)
    try town.simulate(to: "run")
    let periods = try table(town, "periods.csv")
    let main = periods.rows.filter { $0["twin"] == "" }
    #expect(main.map { $0["period"] } == (0...6).map(String.init))
    #expect(main.first?["date"] == "2026-01-01")
    #expect(main.last?["date"] == "2026-06-30")
    let events = try table(town, "tie_events.csv").rows
    let flows = try table(town, "flows.csv").rows
    let exclusions = try table(town, "exclusions.csv").rows
    for row in main {
      let period = row["period"]
      func count(_ event: String) -> String { String(events.count { $0["period"] == period && $0["event"] == event }) }
      #expect(count("made") == row["made"])
      #expect(count("declined") == row["declined"])
      let cut = events.count { $0["period"] == period && $0["by"] == "scheme" }
      #expect(String(cut) == row["cut"])
      #expect(events.count { $0["period"] == period && $0["event"] == "dropped" } - cut == Int(row["dropped"] ?? ""))
      let moved = flows.filter { $0["period"] == period }.reduce(0) { $0 + (Int($1["people"] ?? "") ?? 0) }
      #expect(moved == (period == "0" ? 0 : 200))
      #expect(String(exclusions.count { $0["period"] == period && $0["event"] == "listed" }) == row["newly_listed"])
    }
    // Panel rows of the last period are those of people.csv.
    let last = try table(town, "panel.csv").rows.filter { $0["period"] == "6" }
    for (one, other) in zip(last, try table(town, "people.csv").rows) {
      for column in ["id", "own_score", "public_score", "network_score", "tier", "community", "listed", "effort"] {
        #expect(one[column] == other[column], "\(column)")
      }
    }
  }

  @Test func `A snapshot that is analysed gives the public scores within the two bounds`() throws {
    let town = try SmallTown(periods: 6)
    try town.simulate(to: "run")
    let panel = try table(town, "panel.csv").rows
    let periods = try table(town, "periods.csv").rows.filter { $0["twin"] == "" }
    for (snapshot, period) in [("period-0000", 0), ("period-0005", 5)] {
      let analysis = try Program.run(
        "analyze", town.folder.path("run/snapshots/" + snapshot), "--permutations", "0", "--no-communities", "-o",
        town.folder.path(snapshot), "--quiet")
      try #require(analysis.code == 0, "\(analysis.errors)")
      let people = try CSVTable(town.folder.text(snapshot + "/people.csv")).rows
      let json = try JSON(town.folder.text(snapshot + "/run.json"))
      let bound = try #require(json["findings", "propagation", "error_bound"]?.number)
      let slack = try #require(Double(periods[period]["bound"] ?? "")) + bound
      let scores = people.map { Double($0["public_score"] ?? "") ?? .nan }
      let mean = scores.reduce(0, +) / Double(scores.count)
      #expect(abs(mean - (Double(periods[period]["public_mean"] ?? "") ?? .nan)) <= slack)
      guard period == 0 else { continue }
      for (score, row) in zip(scores, panel) {
        #expect(abs(score - (Double(row["public_score"] ?? "") ?? .nan)) <= slack)
      }
    }
  }

  @Test func `The number of threads changes no byte`() throws {
    let town = try SmallTown(periods: 6)
    try town.simulate(to: "one", "--threads", "1")
    try town.simulate(to: "two", "--threads", "2")
    try town.expectSame("one", "two")
  }

  @Test func `How often a checkpoint is written changes no byte`() throws {
    let town = try SmallTown(people: 60, periods: 5)
    try town.simulate(to: "one", "--checkpoint-every", "0")
    try town.simulate(to: "two", "--checkpoint-every", "1")
    try town.expectSame("one", "two")
  }

  @Test func `What --json prints are the findings of run.json`() throws {
    let town = try SmallTown(people: 60, periods: 2)
    let run = try Program.run("simulate", town.folder.path("town.yaml"), "-o", town.folder.path("run"), "--json")
    #expect(run.errors == "wrote \(town.folder.path("run"))\n")
    #expect(try JSON(town.folder.text("run/run.json"))["findings"] == JSON(run.output))
  }

  @Test func `Settings stand in run.json by their paths, sections that are off as none`() throws {
    let town = try SmallTown(people: 60, periods: 0)
    try town.simulate(to: "run")
    let settings = try #require(try JSON(town.folder.text("run/run.json"))["settings"])
    #expect(settings["rewiring.review"] == .text("0.3"))
    #expect(settings["periods"] == .text("0"))
    #expect(settings["blacklist.cap"] == .text("600"))
    let folder = TemporaryFolder()
    try folder.write("plain.yaml", "society: \(Package.dataset("florentine"))\nperiods: 0\n")
    _ = try Program.run("simulate", folder.path("plain.yaml"), "-o", folder.path("run"))
    let plain = try #require(try JSON(folder.text("run/run.json"))["settings"])
    #expect(plain["rewiring"] == .text("none"))
    #expect(plain["rewiring.review"] == nil)
  }

  @Test func `A run folder that exists is refused, and replaced with --force`() throws {
    let town = try SmallTown(people: 60, periods: 1)
    try town.simulate(to: "run")
    let refused = try Program.run(town.arguments(to: "run"))
    #expect(refused.errors == "error: \(town.folder.path("run")): the folder exists already; --force replaces it\n")
    #expect(refused.code == 73)
    try town.simulate(to: "run", "--force")
    #expect(try town.folder.names() == ["run", "town.yaml"])
  }
}
