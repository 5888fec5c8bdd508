import Compute
import Foundation
import GRDB

/// Reads a study from its database.
struct StudyReader {
  let db: Database
  let study: Row
  let factors: [Factor]
  let outcomes: [Outcome]
  let comparisons: [Experiment.Comparison]
  let cells: [StudyFindings.CellInfo]
  let design: Experiment.Design
  let level: Double
  /// How many replicates were laid out.
  let replicates: Int

  init(_ db: Database) throws {
    self.db = db
    guard let study = try Row.fetchOne(db, sql: "SELECT * FROM study") else {
      throw StudyError(.damaged, "the database holds no study")
    }
    self.study = study
    factors = try String.fetchAll(db, sql: "SELECT definition FROM factors ORDER BY factor").map {
      try StudyStore.value(Factor.self, $0)
    }
    outcomes = try String.fetchAll(db, sql: "SELECT definition FROM outcomes ORDER BY outcome").map {
      try StudyStore.value(Outcome.self, $0)
    }
    comparisons = try Row.fetchAll(db, sql: "SELECT factor, against FROM comparisons ORDER BY rowid").map {
      Experiment.Comparison(factor: $0["factor"], against: $0["against"])
    }
    design = try StudyStore.value(Experiment.Design.self, study["design"])
    level = study["level"]
    replicates = study["laid_out"]
    var values: [Int: [FactorValue]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT cell, level, text, number FROM cell_values ORDER BY cell, factor") {
      values[row["cell"], default: []].append(
        FactorValue(level: row["level"], text: row["text"], number: row["number"]))
    }
    cells = try Row.fetchAll(db, sql: "SELECT cell, label FROM cells ORDER BY cell").map {
      StudyFindings.CellInfo(cell: $0["cell"], label: $0["label"], values: values[$0["cell"]] ?? [])
    }
  }

  /// The pairs of cells that are compared.
  var pairs: [CellPair] { CellPair.all(factors, values: cells.map(\.values), comparisons) }

  /// The numbers of outcomes, in their order, those of groups in the order of their first run.
  ///
  /// - Parameter names: which outcomes; `nil`: all.
  func samples(of names: [String]? = nil) throws -> [OutcomeSample] {
    let done = try runsDone()
    var found: [OutcomeSample] = []
    for (position, outcome) in outcomes.enumerated() where names.map({ $0.contains(outcome.name) }) ?? true {
      found += try samples(of: outcome, position + 1, done: done)
    }
    return found
  }

  /// How many runs of each cell are done.
  private func runsDone() throws -> [Int] {
    var done = cells.map { _ in 0 }
    for row in try Row.fetchAll(db, sql: "SELECT cell, count(*) AS n FROM runs WHERE state = 'done' GROUP BY cell") {
      done[(row["cell"] as Int) - 1] = row["n"]
    }
    return done
  }

  private func samples(of outcome: Outcome, _ number: Int, done: [Int]) throws -> [OutcomeSample] {
    let empty = cells.map { _ in [Double?](repeating: nil, count: replicates) }
    var samples: [OutcomeSample] = []
    var slots: [String: Int] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.cell, r.replicate, x."group", x.value, x.missing FROM results x JOIN runs r ON r.run = x.run \
        WHERE x.outcome = ? AND r.state = 'done' ORDER BY r.replicate, r.cell
        """, arguments: [number])
    while let row = try rows.next() {
      let group: String = row["group"]
      let slot = slots[group] ?? samples.count
      if slot == samples.count {
        slots[group] = slot
        samples.append(
          OutcomeSample(
            name: outcome.name, group: group, meaning: outcome.meaning, values: empty, runs: done,
            missing: cells.map { _ in [:] }))
      }
      let (cell, replicate): (Int, Int) = (row["cell"], row["replicate"])
      if let value = row["value"] as Double? {
        samples[slot].values[cell - 1][replicate - 1] = value
      } else {
        samples[slot].missing[cell - 1][row["missing"] ?? "undefined", default: 0] += 1
      }
    }
    if samples.isEmpty {
      samples.append(
        OutcomeSample(
          name: outcome.name, group: "", meaning: outcome.meaning, values: empty, runs: done,
          missing: cells.map { _ in [:] }))
    }
    // A group need not be there in every run.
    for slot in samples.indices {
      for cell in cells.indices {
        let known = samples[slot].values[cell].count { $0 != nil } + samples[slot].missing[cell].values.reduce(0, +)
        if known < done[cell] { samples[slot].missing[cell]["no such group", default: 0] += done[cell] - known }
      }
    }
    // Groups come with the first run, sorted; that a database sorts by words must not show.
    if case .group = outcome.measure { samples.sort { GroupOrder.precedes($0.group, $1.group) } }
    return samples
  }

  /// Whether replicates are enough.
  func isEnough(_ rule: StoppingRule) throws -> Bool {
    let pairs = pairs
    return try samples(of: [rule.outcome]).allSatisfy { $0.satisfies(rule, pairs, level: level) }
  }
}
