import GraphModel
import Simulation
import Testing

struct ScenarioMessageTests {
  private static func problems(_ text: String) throws -> [String] {
    let error = try #require(throws: ReadingError.self) { try Scenario.read(text: text, name: "s.yaml") }
    return error.problems.map(\.description)
  }

  @Test(
    arguments: [
      ("", "s.yaml: the file is empty; a mapping was expected"),
      ("- a", "s.yaml, line 1: the file is not a mapping of names to values"),
      (
        "society: v\ntiers: {cut: [500]}",
        "s.yaml, line 2: \"cut\" is not understood (did you mean \"cuts\"?); expected one of cuts, hysteresis"
      ),
      (
        "society: v\ntiers:\n  review: 1",
        "s.yaml, line 3: \"review\" is not understood (did you mean \"rewiring.review\"?); "
          + "expected one of cuts, hysteresis"
      ),
      (
        "society: v\nrewiring:\n  review: 1.5",
        "s.yaml, line 3: \"rewiring.review\" is \"1.5\"; a number from 0 to 1 was expected"
      ),
      (
        "society: v\nrewiring:\n  rule: cots",
        "s.yaml, line 3: \"rewiring.rule\" is \"cots\" (did you mean \"cost\"?); "
          + "cost, blind, gap, similarity, holme-newman or wei was expected"
      ),
      (
        "society: v\nrewiring: {budget: 0.5}",
        "s.yaml, line 2: \"rewiring.budget\" is \"0.5\"; a number of 1 or more was expected"
      ),
      (
        "society: v\nperiods: forty",
        "s.yaml, line 2: \"periods\" is \"forty\"; a whole number of 0 or more was expected"
      ),
      ("society: v\nperiods: '40'", "s.yaml, line 2: \"periods\" is \"40\"; a whole number of 0 or more was expected"),
      ("society: v\nperiods: 2.5", "s.yaml, line 2: \"periods\" is \"2.5\"; a whole number of 0 or more was expected"),
      ("society: v\nperiods: [1]", "s.yaml, line 2: \"periods\" is a list; a whole number of 0 or more was expected"),
      ("society: v\nperiods:", "s.yaml, line 2: \"periods\" has no value; a whole number of 0 or more was expected"),
      ("society: v\nperiod_days: 0", "s.yaml, line 2: \"period_days\" is \"0\"; a number above 0 was expected"),
      (
        "society: v\nannouncement: nevr",
        "s.yaml, line 2: \"announcement\" is \"nevr\" (did you mean \"never\"?); "
          + "a whole number of 0 or more, or never, was expected"
      ),
      (
        "society: v\nseed: -1",
        "s.yaml, line 2: \"seed\" is \"-1\"; a whole number from 0 to 18446744073709551615 was expected"
      ),
      ("society: v\noutput: {gexf: yes}", "s.yaml, line 2: \"output.gexf\" is \"yes\"; true or false was expected"),
      ("society: v\noutput: none", "s.yaml, line 2: \"output\" is \"none\"; a mapping of settings was expected"),
      ("society: v\nmoney: on", "s.yaml, line 2: \"money\" is \"on\"; a mapping of settings, or none, was expected"),
      (
        "society: v\npropagation: {susceptibility: 2}",
        "s.yaml, line 2: \"propagation.susceptibility\" is \"2\"; "
          + "a number from 0 to 1, a column or degree, or auto, was expected"
      ),
      (
        "society: v\nscale: 9:1",
        "s.yaml, line 2: \"scale\" is \"9:1\"; zhima, fico, unit or LOW:HIGH, or auto, was expected"
      ),
      (
        "society: v\ntiers:\n  cuts: [600,\n    550]",
        "s.yaml, line 3: \"tiers.cuts\" goes from 600 to 550; a list of rising numbers, or auto, was expected"
      ),
      (
        "society: v\nrewiring: {layers: [a b]}",
        "s.yaml, line 2: \"rewiring.layers\": \"a b\" is not a layer's name; letters, digits, - and _ were expected"
      ),
      (
        "society: v\nevents: {deeds: {by: x, groups: {a: {rate: -1}}}}",
        "s.yaml, line 2: \"events.deeds.groups.a.rate\" is \"-1\"; a number from 0 to 1000 was expected"
      ),
    ])
  func `a value that a setting does not take is refused at its line`(text: String, message: String) throws {
    #expect(try Self.problems(text) == [message])
  }

  @Test(
    arguments: [
      ("name: x", "s.yaml: there is no society; \"society\" with a path, or a section \"generate\", was expected"),
      (
        "society: v\ngenerate: {}",
        "s.yaml, line 2: \"society\" and \"generate\" exclude each other; one was expected"
      ),
      (
        "generate: {people: 3}",
        "s.yaml, line 1: \"generate.ties\" is 10000; at most 3, a tie for each pair of 3 people, was expected"
      ),
      (
        "society: v\nperiods: 10\nannouncement: 20",
        "s.yaml, line 3: \"announcement\" is 20; a period from 0 to 10, the last one, or never, was expected"
      ),
      (
        "society: v\npropagation: {rounds: 3, tolerance: 1}",
        "s.yaml, line 2: \"propagation.rounds\" and \"propagation.tolerance\" exclude each other; one was expected"
      ),
      (
        "society: v\nevents:\n  deeds:\n    groups: {a: {rate: 1}}",
        "s.yaml, line 4: \"events.deeds.groups\" needs \"events.deeds.by\", the column that says who is in which group"
      ),
      (
        "society: v\nmoney: {along: transaction}",
        "s.yaml, line 2: \"money.layer\" and \"money.along\" are both \"transaction\"; two layers were expected, "
          + "one for the payments and one for the ties they go along"
      ),
      (
        "society: v\nscale: unit\nblacklist: {below: 500}",
        "s.yaml, line 3: \"blacklist.below\" has 500, which is off the scale; a score from 0 to 1 was expected"
      ),
      (
        "society: v\nblacklist:\n",
        "s.yaml, line 2: \"blacklist\" lists nobody; \"blacklist.below\" or \"blacklist.missed\" was expected"
      ),
      (
        "society: v\nblacklist: {contagion: 0.5}",
        "s.yaml, line 2: \"blacklist\" has nobody to spread from; "
          + "\"blacklist.below\" or \"blacklist.missed\" was expected"
      ),
      (
        "society: v\nblacklist: {missed: 2}",
        "s.yaml, line 2: \"blacklist.missed\" needs a section \"events.missed_payments\"; no payments are missed"
      ),
      (
        "society: v\nblacklist: {below: 500, release_above: 400}",
        "s.yaml, line 2: \"blacklist.release_above\" is 400, lower than \"blacklist.below\"; 500 or more was expected"
      ),
      (
        "society: v\nrewiring: {own_group: 0.2}",
        "s.yaml, line 2: \"rewiring.own_group\" needs \"rewiring.group_by\", the column that says who is in one's group"
      ),
      (
        "society: v\nrewiring: {own_group: 0.75, group_by: x}",
        "s.yaml, line 2: \"rewiring.friends_of_friends\" and \"rewiring.own_group\" add up to 1.25; "
          + "1 or less was expected"
      ),
      (
        "society: v\ntwins: [rewiring]",
        "s.yaml, line 2: twin \"rewiring\" would be the same as the simulation itself; "
          + "a section \"rewiring\" was expected"
      ),
      (
        "society: v\nrewiring: {rule: wei}\ntwins: [blind]",
        "s.yaml, line 3: twin \"blind\" would be the same as the simulation itself; "
          + "rewiring by \"cost\", \"gap\" or \"similarity\" was expected"
      ),
      (
        "society: v\ntwins: [network, network]",
        "s.yaml, line 2: \"twins\" has \"network\" twice; each once was expected"
      ),
    ])
  func `settings that do not fit together are refused`(text: String, message: String) throws {
    #expect(try Self.problems(text) == [message])
  }

  @Test func `all problems of a file are told at once`() throws {
    let text =
      "society: v\nperiods: x\nrewiring:\n  reveiw: 1\n  noise: -1\nevents: {deeds: {sd: -1}}\ntwins: [effort]\n"
    #expect(
      try Self.problems(text).map { $0.split(separator: ":")[0] } == [
        "s.yaml, line 2", "s.yaml, line 6", "s.yaml, line 4", "s.yaml, line 5", "s.yaml, line 7",
      ])
  }

  @Test func `what depends on a value that could not be read is not told`() throws {
    #expect(try Self.problems("society: v\nblacklist: {below: low}").count == 1)
  }

  @Test func `what depends on a key that was mistyped is not told`() throws {
    #expect(try Self.problems("soceity: v").count == 1)
  }
}
