import Foundation
import GraphModel
import Propagation
import Simulation
import Testing

struct ReadyScenarioTests {
  private static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/datasets/scenarios"

  private static let names = [
    "blacklist", "control", "florentine", "public-or-secret", "rewards", "town-1000000", "town-2000", "village",
  ]

  @Test(arguments: names)
  func `a ready scenario can be read, and is written down by its digest`(name: String) throws {
    let (_, file) = try Scenario.read("\(Self.folder)/\(name).yaml")
    #expect(file.bytes > 0 && file.sha256.count == 64)
  }

  @Test(arguments: names)
  func `the society of a ready scenario has the columns and layers that it names`(name: String) throws {
    let scenario = try Scenario.read("\(Self.folder)/\(name).yaml").scenario
    guard case .folder(let path) = scenario.source else { return }
    let society = try SocietyReader.read(path).society
    let columns = (scenario.rewiring?.keepWithin ?? []) + [scenario.rewiring?.groupColumn].compactMap { $0 }
    let layers = (scenario.rewiring?.layers ?? []) + [scenario.money?.along].compactMap { $0 }
    #expect(columns.filter { name in !society.people.attributes.contains { $0.name == name } } == [])
    #expect(layers.filter { name in !society.layers.contains { $0.name == name } } == [])
  }

  @Test(arguments: names)
  func `a ready scenario says what it asks, what would refute it and what to look at`(name: String) throws {
    let text = try String(contentsOfFile: "\(Self.folder)/\(name).yaml", encoding: .utf8)
    #expect(["# Asks: ", "# Refuted if: ", "# Look at: "].allSatisfy(text.contains))
  }

  @Test func `these are all ready scenarios`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(files.filter { $0.hasSuffix(".yaml") }.sorted() == Self.names.map { $0 + ".yaml" })
  }

  @Test func `the control differs from the village by susceptibility and its twins only`() throws {
    var village = try Scenario.read("\(Self.folder)/village.yaml").scenario
    let control = try Scenario.read("\(Self.folder)/control.yaml").scenario
    village.name = control.name
    village.twins = control.twins
    village.propagation.susceptibility = .constant(0)
    #expect(village == control)
  }

  @Test func `the town of a million has every rule on, but neither twins nor communities`() throws {
    let town = try Scenario.read("\(Self.folder)/town-1000000.yaml").scenario
    let isOn = ScenarioSection.all.filter { $0.toggle?.isOn(town) == false }.map(\.path)
    #expect(isOn == ["communities"] && town.twins == [])
  }
}
