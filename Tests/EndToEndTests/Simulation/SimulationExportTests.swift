import Foundation
import Testing

/// `graph-tool export` of a simulation's run.
struct SimulationExportTests {
  private let town: SmallTown

  init() throws {
    town = try SmallTown(people: 120, periods: 10)
    try town.simulate(to: "run")
  }

  private func export(_ arguments: String...) throws -> Run {
    try Program.run(["export", town.folder.path("run")] + arguments)
  }

  @Test func `Snapshots as GEXF are the graph over time`() throws {
    let run = try export("--what", "snapshots", "-o", town.folder.path("time.gexf"))
    #expect(run.code == 0, "\(run.errors)")
    #expect(try town.folder.text("time.gexf") == town.folder.text("run/dynamic.gexf"))
    #expect(try town.folder.text("time.gexf").contains("mode=\"dynamic\""))
  }

  @Test func `Snapshots in another form are a file a period`() throws {
    let run = try export("--what", "snapshots", "--to", "jsonl", "-o", town.folder.path("periods"))
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      try town.folder.names(in: "periods") == ["period-0000.jsonl", "period-0005.jsonl", "period-0010.jsonl"])
    let first = try #require(town.folder.text("periods/period-0005.jsonl").split(separator: "\n").first)
    #expect(first.contains("\"period\":5"))
  }

  @Test func `The graph of a simulation is the people of its end with the ties of its last snapshot`() throws {
    let run = try export("--to", "csv", "-o", town.folder.path("end"))
    #expect(run.code == 0, "\(run.errors)")
    let (nodes, people) = try (
      CSVTable(town.folder.text("end/nodes.csv")), CSVTable(town.folder.text("run/people.csv"))
    )
    #expect(Array(nodes.columns.dropFirst(2)) == Array(people.columns.dropFirst()))
    #expect(try nodes.values("public_score") == people.values("public_score"))
    let degrees = try people.values("degree_friendship").compactMap(Int.init).reduce(0, +)
    let ties = try CSVTable(town.folder.text("end/edges.csv")).values("weight_friendship").count { !$0.isEmpty }
    #expect(degrees == 2 * ties)
  }

  @Test func `A database has the periods beside people and ties`() throws {
    let run = try export("-o", town.folder.path("a.sqlite"))
    #expect(run.code == 0, "\(run.errors)")
    let text = try Data(contentsOf: town.folder.url("a.sqlite"))
    for table in ["people", "ties", "periods", "communities", "measures"] {
      #expect(
        text.range(of: Data("CREATE TABLE \(table.isEmpty ? "" : table)".utf8)) != nil
          || text.range(of: Data("CREATE TABLE \"\(table)\"".utf8)) != nil, "\(table)")
    }
  }

  @Test func `What the scenario did not ask for is told with the setting`() throws {
    let plain = try SmallTown(people: 60, periods: 2, society: "generate: {people: 60, ties: 200}")
    let text = try plain.folder.text("town.yaml").replacing(", snapshots_every: 5, gexf: true", with: "")
    try plain.folder.write("town.yaml", text)
    try plain.simulate(to: "run")
    let path = plain.folder.path("run")
    let graph = try Program.run("export", path, "-o", plain.folder.path("x.gml"))
    #expect(
      graph.errors == """
        error: \(path)/snapshots: the run has no snapshots; "output: {snapshots_every: N}" in the scenario writes one \
        every N periods

        """)
    #expect(graph.code == 66)
    let time = try Program.run("export", path, "--what", "snapshots", "-o", plain.folder.path("x.gexf"))
    #expect(
      time.errors
        == "error: \(path)/dynamic.gexf: the run has no graph over time; \"output: {gexf: true}\" in the scenario writes it\n"
    )
    #expect(time.code == 66)
  }
}
