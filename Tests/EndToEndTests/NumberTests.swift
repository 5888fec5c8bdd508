import Foundation
import Testing

/// Numbers in the tables and in `run.json` are the same doubles, bit for bit.
struct NumberTests {
  private let folder = TemporaryFolder()

  private func analyze(_ name: String) throws {
    let run = try Program.run(
      "analyze", "datasets/" + name, "--permutations", "19", "-o", folder.path("run"), "--quiet")
    try #require(run.code == 0, "\(run.errors)")
  }

  private func table(_ name: String) throws -> CSVTable { try CSVTable(folder.text("run/" + name)) }

  private func findings() throws -> JSON {
    try #require(try JSON(folder.text("run/run.json"))["findings"])
  }

  @Test func `Scores in the people's table are those in run.json`() throws {
    try analyze("florentine")
    let people = try table("people.csv")
    let propagation = try findings()["propagation"]
    let movers = ["top_gains", "top_losses"].flatMap { propagation?[$0]?.elements ?? [] }
    try #require(movers.count == 9)
    for mover in movers {
      guard case .text(let id)? = mover["id"] else { continue }
      let row = try people.row(where: "id", is: id)
      #expect(row["own_score"].flatMap(Double.init) == mover["own_score"]?.number)
      #expect(row["public_score"].flatMap(Double.init) == mover["public_score"]?.number)
      #expect(row["peer_effect"].flatMap(Double.init) == mover["effect"]?.number)
      #expect(row["effect_friendship"].flatMap(Double.init) == mover["effects", "0"]?.number)
      #expect(row["effect_transaction"].flatMap(Double.init) == mover["effects", "1"]?.number)
    }
  }

  @Test func `Communities in their table are those in run.json`() throws {
    try analyze("village")
    let rows = try table("communities.csv").rows
    let groups = try findings()["groupings", "0", "groups"]?.elements ?? []
    try #require(rows.count == groups.count)
    for (row, group) in zip(rows, groups) {
      for column in row.keys where column != "community" && column != "closure" {
        #expect(row[column].flatMap(Double.init) == group[column]?.number, "\(column)")
      }
    }
  }

  @Test func `Measures in their table are those in run.json`() throws {
    try analyze("florentine")
    let rows = try table("measures.csv").rows
    let measures = try findings()["measures"]?.elements ?? []
    try #require(rows.count == measures.count)
    for (row, measure) in zip(rows, measures) {
      for column in ["value", "expected", "sd", "p", "p_high", "p_low", "n", "draws"] {
        #expect(row[column].flatMap(Double.init) == measure[column]?.number, "\(row)")
      }
    }
  }

  @Test func `Scores in the graph are those in the people's table, as they are written there`() throws {
    try analyze("florentine")
    let graph = try folder.text("run/graph.graphml")
    for score in try table("people.csv").values("public_score") {
      #expect(graph.contains(">\(score)</data>"))
    }
  }

  @Test func `Numbers are written in the shortest form that reads back`() throws {
    try analyze("village")
    for value in try table("people.csv").values("public_score") {
      let number = try #require(Double(value))
      #expect(value == number.description.replacing(/\.0$/, with: ""))
    }
  }

  @Test func `The peer effect is the public score minus the own score`() throws {
    try analyze("village")
    for row in try table("people.csv").rows {
      let scores = ["public_score", "own_score", "peer_effect"].compactMap { row[$0].flatMap(Double.init) }
      #expect(scores.count == 3 && scores[0] - scores[1] == scores[2])
    }
  }
}
