import Analysis
import Foundation
import GraphModel
import Testing

@testable import Exports

struct JSONLinesTests {
  private func objects(_ graph: ExportedGraph) throws -> [[String: Any]] {
    try ExportedFile.text(graph, .jsonl).split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func `The graph comes first, then people, then ties`() throws {
    let graph = try ExportedFile.hostile().peopleGraph
    let objects = try objects(graph)
    let types = objects.map { $0["type"] as? String }
    #expect(types == ["graph"] + Hostile.ids.map { _ in "person" } + (0..<graph.edgeCount).map { _ in "tie" })
    #expect(objects[0]["nodes"] as? Int == Hostile.ids.count)
    #expect(objects[0]["directed"] as? Bool == false)
    #expect(objects[0]["name"] as? String == "test")
  }

  @Test func `Ids are kept, whatever they are`() throws {
    let people = try objects(ExportedFile.hostile().peopleGraph).filter { $0["type"] as? String == "person" }
    #expect(people.map { $0["id"] as? String } == Hostile.ids)
  }

  @Test func `Values have their type, and missing ones are left out`() throws {
    let lines = try ExportedFile.text(ExportedFile.hostile().peopleGraph, .jsonl).split(separator: "\n")
    #expect(lines[1].contains(",\"whole\":1,\"broken\":1.5,\"truth\":true,\"type_2\":\"t\","))
    #expect(lines[2].contains(",\"whole\":-2,\"broken\":0.5,\"truth\":false,\"note\":\"007\","))
    #expect(lines[3].contains(",\"whole\":9007199254740993,\"broken\":2e-07,\"note\":\"a\\\"b\\\\c\","))
    #expect(lines[4].contains("\"tier_public\"") && !lines[4].contains("\"whole\"") && !lines[4].contains("\"broken\""))
  }

  @Test func `Weights are the same doubles`() throws {
    let ties = try objects(ExportedFile.hostile().peopleGraph).filter { $0["type"] as? String == "tie" }
    let chord = try #require(
      ties.first { $0["target"] as? String == Hostile.ids[3] && $0["source"] as? String == Hostile.ids[0] })
    #expect(chord["weight_friendship"] as? Double == 1e-9)
    #expect(chord["weight_family"] == nil)
  }

  @Test func `Communities are objects of their own kind`() throws {
    let objects = try objects(Fixture.twoTriangles().communityGraph)
    #expect(objects.map { $0["type"] as? String } == ["graph", "community", "community", "tie"])
    #expect(objects[3]["ties"] as? Int == 1)
  }
}
