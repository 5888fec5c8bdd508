import Analysis
import Compute
import Foundation
import GraphModel
import Simulation
import Testing

@testable import Exports

struct RecordedRunTests {
  private let folder = TemporaryFolder()

  private static let datasets =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/datasets"

  private func written(
    _ name: String, _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> (description: RunDescription, portrait: Portrait) {
    let read = try SocietyReader.read("\(Self.datasets)/\(name)")
    var settings = AnalysisSettings()
    settings.permutations = .count(3)
    change(&settings)
    let examination = try Examination(read, settings)
    let portrait = try examination.portrait()
    let output = try OutputFolder(preparing: folder.path("run"), force: false)
    let description = try output.writeRun(
      examination, examination.findings(), portrait, options: RunOptions(),
      context: OutputFolder.RunContext(
        version: "1", command: ["graph-tool", "analyze", name],
        settings: ["layer_weights": "a_bC=1", "snake_case_key": "x", "camelCase": "y"], inputs: read.files)
    ) {
      RunDescription.Machine(
        host: "here", system: "Debian 12", threads: 1, started: "2026-11-24T12:00:00Z", seconds: 1, peakMemory: nil,
        phases: [
          RunDescription.Phase(name: "work", seconds: 0.1, bytes: nil, ties: 3, tiesPerSecond: 30, peakMemory: nil)
        ])
    }
    return (description, portrait)
  }

  /// The problem with which a folder is refused, and the code.
  private func refusal(_ name: String, version: String = "1") -> (code: ReadingError.Code, text: String)? {
    do throws(ReadingError) {
      _ = try RecordedRun(opening: folder.path(name), version: version)
      return nil
    } catch {
      return (error.code, error.description)
    }
  }

  @Test(arguments: ["florentine", "karate", "miserables", "village"])
  func `A run that is read back is the run that was written`(name: String) throws {
    let (description, portrait) = try written(name)
    let run = try RecordedRun(opening: folder.path("run"), version: "1")
    #expect(run.content == .analysis(description, portrait))
    #expect(run.version == "1")
  }

  @Test(arguments: AnalysisSettings.Model.allCases)
  func `So is a run of any model`(model: AnalysisSettings.Model) throws {
    let (description, portrait) = try written("village") {
      $0.model = model
      $0.withoutLayers = ["transaction"]
      $0.localPermutations = 3
    }
    #expect(
      try RecordedRun(opening: folder.path("run"), version: "1").content == .analysis(description, portrait))
  }

  @Test func `Findings of a simulation read back to the same values`() throws {
    let scenario = try Scenario.read("\(Self.datasets)/scenarios/blacklist.yaml").scenario
    var changed = scenario
    changed.source = .folder("\(Self.datasets)/village")
    changed.periods = 4
    let read = try SocietyReader.read("\(Self.datasets)/village")
    var run = try SimulationRun(read, changed, threads: .one)
    while !run.isOver { try run.advance() }
    let text = try JSONText.text(run.findings)
    #expect(try JSONText.value(SimulationFindings.self, from: Data(text.utf8)) == run.findings)
  }

  @Test func `A run without a portrait can still be read`() throws {
    let (description, _) = try written("florentine")
    try FileManager.default.removeItem(atPath: folder.path("run/portrait.json"))
    #expect(try RecordedRun(opening: folder.path("run"), version: "1").content == .analysis(description, nil))
  }

  @Test func `A folder that is not there is no input`() throws {
    #expect(refusal("nothing")?.code == .noInput)
    #expect(refusal("nothing")?.text == "\(folder.path("nothing")): there is no such run folder")
    try folder.write("begun.partial/people.csv", "id\n")
    #expect(refusal("begun")?.code == .noInput)
    #expect(refusal("begun")?.text.contains("the run is not whole yet") == true)
  }

  @Test func `A folder or a file that is no run is refused`() throws {
    try folder.write("thesis/chapter.tex", "text")
    #expect(refusal("thesis")?.code == .badData)
    #expect(refusal("thesis")?.text.contains("it is not a run: a folder with run.json") == true)
    #expect(refusal("thesis/chapter.tex")?.text.contains("it is not a run") == true)
    try folder.write("other/run.json", #"{"name": "something", "version": "3"}"#)
    #expect(refusal("other")?.text.contains("version, command and findings were expected") == true)
    try folder.write("list/run.json", "[1, 2]")
    #expect(refusal("list")?.text.contains("it does not describe a run") == true)
  }

  @Test func `What is no JSON is refused with the line`() throws {
    try folder.write("broken/run.json", "{\n  \"version\" : \"1\",\n  oops\n}\n")
    let refusal = try #require(self.refusal("broken"))
    #expect(refusal.code == .badData)
    #expect(refusal.text.contains("run.json, line 3: it is not JSON"), "\(refusal.text)")
  }

  @Test func `A run of another version that lacks something is refused with that version`() throws {
    _ = try written("florentine")
    let text = try folder.text("run/run.json")
    let changed = text.replacingOccurrences(of: "\"draws\" : 3,", with: "")
    #expect(changed != text)
    try folder.write(
      "run/run.json", changed.replacingOccurrences(of: "\"version\" : \"1\"", with: "\"version\" : \"0.9\""))
    let refusal = try #require(self.refusal("run"))
    #expect(refusal.code == .badData)
    #expect(refusal.text.contains("run.json: findings"), "\(refusal.text)")
    #expect(refusal.text.contains("version 0.9 wrote this run, and 1 cannot read it"), "\(refusal.text)")
  }

  @Test func `A damaged portrait is refused with its file`() throws {
    _ = try written("florentine")
    try folder.write("run/portrait.json", "{}")
    #expect(refusal("run")?.text.contains("run/portrait.json: density: it is missing") == true)
  }

  @Test func `A portrait is one line with sorted keys, and small`() throws {
    _ = try written("village")
    let text = try folder.text("run/portrait.json")
    #expect(text.hasSuffix("}\n") && text.count(where: { $0 == "\n" }) == 1)
    #expect(text.hasPrefix(#"{"density":{"counts":[["#))
    #expect(text.utf8.count < 400_000)
  }
}
