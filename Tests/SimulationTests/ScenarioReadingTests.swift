import GraphModel
import Propagation
import Simulation
import Testing

struct ScenarioReadingTests {
  private static func read(_ text: String) throws -> Scenario {
    try Scenario.read(text: "society: village\n" + text, name: "s.yaml")
  }

  @Test func `a file that names only its society has the defaults otherwise`() throws {
    var expected = Scenario()
    expected.source = .folder("village")
    #expect(try Self.read("") == expected)
  }

  @Test(
    arguments: [
      ("s.yaml", "village", "village"), ("a/b/s.yaml", "../village", "a/b/../village"), ("a/s.yaml", "/v", "/v"),
      ("/s.yaml", "v", "/v"),
    ])
  func `a relative path of a society starts at the folder of the file`(
    name: String, path: String, expected: String
  ) throws {
    #expect(try Scenario.read(text: "society: \(path)", name: name).source == .folder(expected))
  }

  @Test func `a section generate makes a society on the spot`() throws {
    var planted = Scenario.Planted()
    planted.people = 300
    planted.ties = 900
    planted.seed = .max
    let text = "generate: {people: 300, ties: 900, seed: 18446744073709551615}"
    #expect(try Scenario.read(text: text, name: "s.yaml").source == .planted(planted))
  }

  @Test(arguments: ["rewards:", "rewards: {}", "rewards: ~"])
  func `a section without settings is on with its defaults`(text: String) throws {
    #expect(try Self.read(text).rewards == Scenario.RewardRule())
  }

  @Test(arguments: ["rewards: none", "{}"])
  func `a section that says none, or is not there, is off`(text: String) throws {
    #expect(try Self.read(text == "{}" ? "" : text).rewards == nil)
  }

  @Test func `communities are switched off by none`() throws {
    #expect(try Self.read("communities: none").communities == nil)
  }

  @Test(arguments: [("announcement: never"), ("announcement: none")])
  func `scores that are never announced stay secret`(text: String) throws {
    #expect(try Self.read(text).announcement == nil)
  }

  @Test(
    arguments: [("", nil), ("twins: auto", nil), ("twins: none", []), ("twins: []", [])] as [(String, [Scenario.Twin]?)]
  )
  func `twins are chosen automatically unless the file says which`(text: String, twins: [Scenario.Twin]?) throws {
    #expect(try Self.read(text).twins == twins)
  }

  @Test(
    arguments: [
      ("0.25", .constant(0.25)), ("degree", .degree), ("openness", .column("openness")), ("auto", nil),
    ] as [(String, Susceptibility?)])
  func `susceptibility is a number, a column or degree`(text: String, expected: Susceptibility?) throws {
    #expect(try Self.read("propagation: {susceptibility: \(text)}").propagation.susceptibility == expected)
  }

  @Test(arguments: [("friedkin-johnsen", .both), ("downward-drag", .down)] as [(String, FriedkinJohnsen.Pull)])
  func `the model says which way the network pulls`(model: String, pull: FriedkinJohnsen.Pull) throws {
    #expect(try Self.read("propagation: {model: \(model)}").propagation.pull == pull)
  }

  @Test func `a group has the general law where it has none of its own`() throws {
    let text = "events: {deeds: {groups: {'1': {mean: -3}}, by: circle, rate: 2, sd: 4}}"
    var law = Scenario.DeedRule.Law()
    law.rate = 2
    law.sd = 4
    law.mean = -3
    #expect(try Self.read(text).deeds?.groups == ["1": law])
  }

  @Test func `a start is a date or Unix seconds`() throws {
    #expect(try Self.read("start: 1970-01-02").start == 86_400)
  }

  @Test func `a whole number may be written with an exponent`() throws {
    #expect(try Self.read("periods: 1e3").periods == 1000)
  }

  @Test func `a file that is not there is no input`() throws {
    let error = try #require(throws: ReadingError.self) { try Scenario.read("/nowhere/s.yaml") }
    #expect(error.code == .noInput)
  }
}
