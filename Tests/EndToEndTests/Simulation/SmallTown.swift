import Foundation
import Testing

/// A scenario on a small town with every rule, twins and every output.
struct SmallTown {
  /// Where it stands.
  let folder = TemporaryFolder()

  /// Writes the scenario to `town.yaml`.
  ///
  /// - Parameters:
  ///   - people: how many people.
  ///   - periods: how many periods.
  ///   - society: the line that says where the society comes from; a generated one unless said.
  init(people: Int = 200, periods: Int = 12, society: String? = nil) throws {
    try folder.write(
      "town.yaml",
      """
      name: small town
      \(society ?? "generate: {people: \(people), ties: \(4 * people)}")
      scale: zhima
      periods: \(periods)
      period_days: 30
      start: 2026-01-01
      settle_periods: 0
      twins: [network, rewiring, blind]
      events:
        deeds: {rate: 0.2, sd: 10, half_life: 180}
        missed_payments: {chance: 0.1}
      money: {payments: 0.5}
      rewards: {}
      blacklist:
        {below: 480, missed: 2, contagion: 0.5, friend_points: -2, cap: 600, release_after: 3, mark: -10}
      response: {conformity: 0.02, decay: 0.02, effort: {goal: tier}}
      rewiring: {rule: cost, review: 0.3}
      trait: {score: 0.1}
      communities: {every: 3}
      output: {measures_every: 4, panel_every: 3, tie_events: true, snapshots_every: 5, gexf: true}

      """)
  }

  /// The arguments of a run of it.
  func arguments(to run: String, _ more: String...) -> [String] {
    ["simulate", folder.path("town.yaml"), "-o", folder.path(run), "--quiet"] + more
  }

  /// Runs it to its end.
  func simulate(to run: String, _ more: String...) throws {
    let run = try Program.run(arguments(to: run) + more)
    try #require(run.code == 0, "\(run.errors)")
  }

  /// Goes on with a run.
  func resume(_ run: String) throws -> Run { try Program.run("simulate", "--resume", folder.path(run), "--quiet") }

  /// The files of a run, `run.json` without its `machine`.
  func files(of run: String) throws -> [String: Data] {
    var files = try folder.files(in: run)
    let text = try folder.text(run + "/run.json")
    files["run.json"] = Data(text.replacing(/\n  "machine" : \{\n(    .*\n)*  \},/, with: "").utf8)
    return files
  }

  /// Checks that two runs have the same files, byte for byte.
  func expectSame(_ one: String, _ other: String) throws {
    let (left, right) = (try files(of: one), try files(of: other))
    #expect(left.keys.sorted() == right.keys.sorted())
    for (file, data) in left { #expect(right[file] == data, "\(file)") }
  }
}
