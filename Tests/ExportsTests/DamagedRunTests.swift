import Analysis
import Compute
import Foundation
import GraphModel
import Simulation
import Testing

@testable import Exports

/// Runs of which one value does not fit the others.
struct DamagedRunTests {
  private let folder = TemporaryFolder()

  private static let datasets =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/datasets"

  /// A value put in the place of another one.
  private struct Damage {
    let file: String
    /// Where, as in `effects.[0].by_layer`.
    let place: String
    let value: String
    /// The key and the reason that the refusal begins with, if the key is another one than the place.
    let refusal: String

    init(_ file: String, _ place: String, _ value: String, _ refusal: String) {
      (self.file, self.place, self.value, self.refusal) = (file, place, value, refusal)
    }
  }

  private static let machine = RunDescription.Machine(
    host: "here", system: "Debian 12", threads: 1, started: "2026-11-24T12:00:00Z", seconds: 1, peakMemory: nil,
    phases: [])

  private func writeAnalysis() throws {
    let read = try SocietyReader.read("\(Self.datasets)/florentine")
    var settings = AnalysisSettings()
    settings.permutations = .count(3)
    let examination = try Examination(read, settings)
    let output = try OutputFolder(preparing: folder.path("run"), force: false)
    _ = try output.writeRun(
      examination, examination.findings(), try examination.portrait(), options: RunOptions(),
      context: OutputFolder.RunContext(
        version: "1", command: ["graph-tool", "analyze", "florentine"], settings: [:], inputs: read.files)
    ) { Self.machine }
  }

  /// What `simulate` writes that is read back.
  private func writeSimulation() throws {
    var scenario = try Scenario.read("\(Self.datasets)/scenarios/blacklist.yaml").scenario
    scenario.source = .folder("\(Self.datasets)/village")
    scenario.periods = 3
    scenario.twins = [.blind]
    scenario.communities = Scenario.CommunityRule()
    scenario.communities?.every = 1
    let read = try SocietyReader.read("\(Self.datasets)/village")
    var run = try SimulationRun(read, scenario, threads: .one, recordsPortrait: true)
    while !run.isOver { try run.advance() }
    let description = SimulationDescription(
      version: "1", command: ["graph-tool", "simulate", "x.yaml"], seed: 1, settings: [:], scenario: read.files[0],
      inputs: read.files, outputs: [], leftOut: [], findings: run.findings, machine: Self.machine)
    try folder.write("run/run.json", JSONText.text(description))
    try folder.write("run/portrait.json", JSONText.compact(try #require(try run.portrait())))
  }

  private static func changed(_ json: Any, _ place: ArraySlice<Substring>, to value: Any) throws -> Any {
    guard let step = place.first else { return value }
    if step.hasPrefix("[") {
      var list = try #require(json as? [Any], "a list at \(step)")
      let position = try #require(Int(step.dropFirst().dropLast()))
      list[position] = try changed(list[position], place.dropFirst(), to: value)
      return list
    }
    var object = try #require(json as? [String: Any], "an object at \(step)")
    let old = try #require(object[String(step)], "a value at \(step)")
    object[String(step)] = try changed(old, place.dropFirst(), to: value)
    return object
  }

  private func check(_ damages: [Damage]) throws {
    // What is tested is the damage.
    _ = try RecordedRun(opening: folder.path("run"), version: "1")
    for damage in damages {
      let whole = try folder.text("run/\(damage.file)")
      let value = try JSONSerialization.jsonObject(with: Data(damage.value.utf8), options: .fragmentsAllowed)
      let json = try Self.changed(
        JSONSerialization.jsonObject(with: Data(whole.utf8)), damage.place.split(separator: ".")[...], to: value)
      try JSONSerialization.data(withJSONObject: json).write(to: URL(filePath: folder.path("run/\(damage.file)")))
      do throws(ReadingError) {
        _ = try RecordedRun(opening: folder.path("run"), version: "1")
        Issue.record("\(damage.file): \(damage.place) = \(damage.value) was taken")
      } catch {
        #expect(error.code == .badData)
        let expected = "\(folder.path("run"))/\(damage.file): \(damage.refusal)"
        #expect(error.description.hasPrefix(expected), "\(damage.place) = \(damage.value): \(error.description)")
      }
      try Data(whole.utf8).write(to: URL(filePath: folder.path("run/\(damage.file)")))
    }
  }

  @Test func `An analysis whose values do not fit together is refused, with file and key`() throws {
    try writeAnalysis()
    func portrait(_ place: String, _ value: String, _ refusal: String) -> Damage {
      Damage("portrait.json", place, value, refusal)
    }
    func findings(_ place: String, _ value: String, _ refusal: String) -> Damage {
      Damage("run.json", "findings." + place, value, "findings." + refusal)
    }
    try check([
      portrait("effects.[0].by_layer", "[]", "effects.[1].by_layer: it has 2 values, and 0 were expected"),
      portrait("effects.[3].by_layer", "[1]", "effects.[3].by_layer: it has 1 values, and 2 were expected"),
      portrait("effects.[0].by_layer", "[1]", "effects.[0].by_layer: it has 1 values, and the run has 2 layers"),
      portrait("effects.[0].people", "-1", "effects: a count is negative"),
      portrait("effects.[0].high", "-1", "effects.[0].high: it is below low"),
      portrait("density.high", "0", "density.high: it is not above low"),
      portrait("density.low", "-1e308", "density.low: a number is not finite"),
      portrait("density.counts", "[[1, 2]]", "density.counts: it is not a table of 40 rows and columns"),
      portrait("density.counts.[3]", "[]", "density.counts: it is not a table of 40 rows and columns"),
      portrait("density.counts.[0].[39]", "-1", "density.counts: a count is negative"),
      portrait("density.counts.[0].[39]", "1", "density.counts: it counts more than the 16 people of the run"),
      portrait("density.counts.[0].[39]", "9223372036854775807", "density.counts: a count is far too large"),
      findings("draws", "9223372036854775807", "draws: a count is far too large"),
      portrait("network.nodes.[2].x", "1e300", "network.nodes.[2].x: a number is not finite"),
      portrait("network.nodes.[2].people", "-4", "network.nodes.[2].people: a count is negative"),
      portrait("network.ties.[1].target", "99", "network.ties.[1]: it joins"),
      portrait("network.ties.[1].source", "-1", "network.ties.[1]: it joins"),
      portrait("network.ties.[1].weight", "0", "network.ties.[1].weight: it is not above 0"),
      portrait("people.left_out", "9223372036854775807", "people.left_out: 16 people and those left out"),
      findings("society.people", "15", "own_scores.tiers: it counts more than the 15 people"),
      findings("society.scale.cuts", "[600, 550, 650, 700]", "society.scale.cuts: it does not rise"),
      findings("society.scale.cuts", "[100, 550, 650, 700]", "society.scale.cuts: one is not between low and high"),
      findings("society.scale.tier_names", "[]", "society.scale.tier_names: it has 0 values, and 5 were expected"),
      findings("own_scores.tiers", "[16]", "own_scores.tiers: it has 1 values"),
      findings("public_scores.tiers", "[]", "public_scores.tiers: it has 0 values"),
      findings("own_scores.histogram", "[]", "own_scores.histogram: it is empty"),
      findings("public_scores.histogram", "[16]", "public_scores.histogram: it has 1 values"),
      findings("public_scores.sd", "-1", "public_scores.sd: it is negative"),
      findings("tier_transitions.[4]", "[1]", "tier_transitions: it is not a table of 5"),
      findings("propagation.top_gains.[0].effects", "[1]", "propagation.top_gains.[0].effects: it has 1 values"),
      findings("propagation.mean_absolute_effects", "[]", "propagation.mean_absolute_effects: it has 0 values"),
    ])
  }

  @Test func `A simulation whose values do not fit together is refused, with file and key`() throws {
    try writeSimulation()
    func portrait(_ place: String, _ value: String, _ refusal: String) -> Damage {
      Damage("portrait.json", place, value, refusal)
    }
    func findings(_ place: String, _ value: String, _ refusal: String) -> Damage {
      Damage("run.json", "findings." + place, value, "findings." + refusal)
    }
    let flows = ["tier_flows", "first_tier_flows", "public_tier_flows", "own_tier_flows"]
    try check(
      flows.map { portrait($0 + ".[1]", "[]", "\($0): it is not a table of") }
        + ["x", "y", "people", "own_scores", "public_scores"].map {
          portrait("network.frames.[1].\($0)", "[]", "network.frames.[1].\($0): it has 0 values")
        }
        + ["people", "own_scores", "public_scores"].map {
          portrait("lives.[0].\($0)", "[]", "lives.[0].\($0): it has 0 values")
        } + [
          portrait("first.high", "0", "first.high: it is not above low"),
          portrait("last.counts", "[]", "last.counts: it is not a table of 40"),
          portrait("lives.[0].label", "-9223372036854775808", "lives.[0].label: a count is negative"),
          portrait("lives.[0].periods", "[]", "lives.[0].periods: it is empty"),
          portrait("lives.[0].periods.[1]", "0", "lives.[0].periods: it does not rise"),
          portrait("network.frames", "[]", "network.ties: a tie of a frame or a node that is not there"),
          portrait("network.ties.[0].[3]", "99", "network.ties: a tie of a frame or a node that is not there"),
          portrait("network.ties.[0].[2]", "-1", "network.ties: a tie of a frame or a node that is not there"),
          portrait("network.ties.[0].[1]", "9999", "network.ties: a tie of a frame or a node that is not there"),
          portrait("network.ties.[0].[4]", "-1", "network.frames."),
          portrait("network.ties.[0]", "[1]", "network.ties.[0]"),
          portrait("network.frames.[0].communities", "[1]", "network.frames.[0].communities: it has 1 values"),
          portrait("network.frames.[0].listed", "[9999]", "network.frames.[0].listed: it names a node"),
          portrait("network.frames.[0].x.[0]", "null", "network.frames.[0].y: a node has half a place"),
          portrait("people.left_out", "-1", "people.left_out: "),
          findings("records", "[]", "records: it is empty"),
          findings("records.[1].own.sd", "-1", "records.[1].own.sd: it is negative"),
          findings("records.[1].tiers", "[]", "records.[1].tiers: it has 0 values"),
          findings("records.[1].flows", "[]", "records.[1].flows: it is not a table"),
          findings("records.[1].ties.counts", "[]", "records.[1].ties.counts: it has 0 values"),
          findings("records.[1].period", "7", "records: their periods do not count from 0"),
          findings("twins.[0].records", "[]", "twins.[0].records: it has 0 values, and 4 were expected"),
          findings("twins.[0].records.[2].tiers", "[]", "twins.[0].records.[2].tiers: it has 0 values"),
          findings("people", "3", "records.[0].tiers: it counts more than the 3 people"),
          findings("scale.tier_names", "[]", "scale.tier_names: it has 0 values"),
        ])
  }
}
