import GraphModel
import Testing

@testable import Simulation

struct ScenarioChangeTests {
  private static func document(_ text: String) throws -> ScenarioDocument {
    try ScenarioDocument(InputFile(name: "base.yaml", bytes: Array(text.utf8)), folder: "base/")
  }

  private static func change(_ path: String, _ text: String) -> ScenarioChange {
    ScenarioChange(path, plain: text, file: "study.yaml", line: 5)
  }

  @Test func `a change sets one setting, and leaves the rest as the file says`() throws {
    let document = try Self.document("society: village\nperiods: 7\nrewiring: {rule: cost, review: 0.2}\n")
    let plain = try document.scenario()
    let changed = try document.scenario(changing: [Self.change("rewiring.review", "0.4")])
    #expect(changed.rewiring?.review == 0.4)
    var same = changed
    same.rewiring?.review = 0.2
    #expect(same == plain)
  }

  @Test func `a section can be switched off and on`() throws {
    let document = try Self.document("society: village\nrewiring: {rule: cost}\n")
    #expect(try document.scenario(changing: [Self.change("rewiring", "none")]).rewiring == nil)
    #expect(try document.scenario(changing: [Self.change("rewards", "~")]).rewards == Scenario.RewardRule())
  }

  @Test func `what a change breaks is told at its place, what the file breaks at the file's`() throws {
    let document = try Self.document("society: village\nblacklist: {below: 500, release_above: 520}\n")
    let error = #expect(throws: ReadingError.self) {
      try document.scenario(changing: [Self.change("blacklist.release_above", "400")])
    }
    #expect(error?.problems.first?.file == "study.yaml")
    #expect(error?.problems.first?.line == 5)
    let other = #expect(throws: ReadingError.self) {
      try document.scenario(changing: [Self.change("blacklist.below", "530")])
    }
    #expect(other?.problems.first?.file == "base.yaml")
    #expect(other?.problems.first?.line == 2)
  }

  @Test func `a path that is no setting is told with the one that was perhaps meant`() throws {
    let document = try Self.document("society: village\n")
    let error = #expect(throws: ReadingError.self) {
      try document.scenario(changing: [Self.change("rewiring.reveiw", "0.4")])
    }
    #expect(error?.description.contains("did you mean \"rewiring.review\"") == true)
  }

  @Test func `a society is seen from the folder of the file that names it`() throws {
    let document = try Self.document("society: village\n")
    #expect(try document.scenario().source == .folder("base/village"))
    let change = ScenarioChange("society", plain: "town", file: "study.yaml", line: 1, folder: "studies/")
    #expect(try document.scenario(changing: [change]).source == .folder("studies/town"))
  }

  @Test func `a scenario written as a file reads back to the same`() throws {
    for seed in 0..<40 {
      var scenario = RandomScenario(seed).scenario
      scenario.source = .folder("x")
      // What a file must say for the rules to fit together.
      scenario.blacklist?.below = 500
      if scenario.missedPayments == nil { scenario.blacklist?.missed = nil }
      #expect(try Scenario.read(text: scenario.document, name: "x") == scenario, "\(scenario.document)")
    }
  }
}
