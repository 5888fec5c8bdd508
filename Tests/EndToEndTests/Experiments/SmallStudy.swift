import Foundation
import Testing

/// A study of many short runs on a small town, in a folder of its own.
struct SmallStudy {
  let folder = TemporaryFolder()

  init(replicates: Int, more: String = "") throws {
    try folder.write(
      "town.yaml",
      """
      name: town
      generate: {people: 60, ties: 200, seed: 3}
      periods: 8
      settle_periods: 0
      twins: none
      communities: none
      events: {deeds: {rate: 0.5, sd: 20}}
      rewiring: {rule: cost, review: 0.3}

      """)
    try folder.write(
      "study.yaml",
      """
      name: small
      scenario: town.yaml
      factors:
        susceptibility: {setting: propagation.susceptibility, values: [0, 0.5]}
        rule: {arms: {cost: none, blind: {rewiring.rule: blind}}}
      replicates: \(replicates)
      outcomes:
        spread: own_sd
        dropped: {measure: dropped, from: 1, take: sum}
        tiers: {measure: own_score, by: first_tier}
      compare: {rule: blind}
      \(more)
      """)
  }

  /// The place of the study.
  var path: String { folder.path + "/out" }

  /// Starts `sweep` on it.
  func start(_ more: String..., to output: String? = nil) throws -> Started {
    let screen = more.contains("--json") ? [] : ["--quiet"]
    return try Started(Program.path, ["sweep", "study.yaml", "-o", output ?? path] + screen + more, in: folder.path)
  }

  /// What a study holds of its runs, keyed by cell and replicate, without hosts and times.
  func content(_ path: String? = nil) throws -> [String] {
    var lines: [String] = []
    for subject in ["runs", "results", "series"] {
      let run = try Program.run("study", path ?? self.path, "--list", subject, "--csv", in: folder.path)
      try #require(run.code == 0, "\(run.errors)")
      let table = try CSVTable(run.output)
      let left: Set<String> = ["seconds", "started", "host", "version"]
      let columns = table.columns.filter { !left.contains($0) }
      lines += table.rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: "|") }
    }
    return lines
  }
}
