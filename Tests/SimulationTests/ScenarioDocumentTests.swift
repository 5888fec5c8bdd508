import Foundation
import Simulation
import Testing

/// What is made from the list of settings stands in `docs` as it is made.
///
/// `WRITE_SCENARIO_DOCS=1 swift test --filter ScenarioDocument` writes it there.
struct ScenarioDocumentTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static let isWriting = ProcessInfo.processInfo.environment["WRITE_SCENARIO_DOCS"] != nil

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  @Test func `docs/scenario.schema.json is the schema`() throws {
    if Self.isWriting {
      try Scenario.schema.write(toFile: "\(Self.root)/docs/scenario.schema.json", atomically: true, encoding: .utf8)
    }
    #expect(try Self.text("docs/scenario.schema.json") == Scenario.schema)
  }

  @Test func `the schema is JSON`() throws {
    let json = try JSONSerialization.jsonObject(with: Data(Scenario.schema.utf8)) as? [String: Any]
    #expect(json?["additionalProperties"] as? Bool == false)
  }

  @Test func `docs/scenarios.md holds the table of settings`() throws {
    let path = "docs/scenarios.md"
    let marks = ["<!-- made from the list of settings: begin -->\n", "\n<!-- made from the list of settings: end -->"]
    let text = try Self.text(path)
    let start = try #require(text.range(of: marks[0])).upperBound
    let end = try #require(text.range(of: marks[1])).lowerBound
    if Self.isWriting {
      let written = text.replacingCharacters(in: start..<end, with: Scenario.settingsTable)
      try written.write(toFile: "\(Self.root)/\(path)", atomically: true, encoding: .utf8)
    } else {
      #expect(text[start..<end] == Scenario.settingsTable)
    }
  }

  @Test func `the scenarios in the documentation can be read`() throws {
    let blocks = try Self.text("docs/scenarios.md").components(separatedBy: "```")
    let examples = blocks.filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
    try #require(!examples.isEmpty)
    for example in examples { _ = try Scenario.read(text: example, name: "docs/scenarios.md") }
  }
}
