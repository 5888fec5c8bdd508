import Foundation
import GRDB
import GraphModel
import Simulation

extension StudyStore {
  /// A society's file that a study reads, and the folder or file that it belongs to.
  public struct SocietyFile: Sendable, Equatable {
    /// The path of the society, as the scenario gives it.
    public let society: String
    /// The file.
    public let record: FileRecord

    /// A file of a society.
    public init(society: String, record: FileRecord) {
      self.society = society
      self.record = record
    }
  }

  /// Writes down an experiment if the database is empty; if not, checks that it is the same one.
  ///
  /// - Parameters:
  ///   - experiment: the experiment, with what options of the command changed.
  ///   - societies: the files that its societies were read from.
  ///   - costs: what a run of each cell is thought to take.
  /// - Returns: whether the study was begun now.
  /// - Throws: `StudyError` if another experiment, or one on other data, stands there.
  @discardableResult
  public func begin(
    _ experiment: Experiment, societies: [SocietyFile], costs: [CellCost]
  ) throws -> Bool {
    try database.write { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM study") else {
        try write(db, experiment, societies)
        try layOut(db, experiment, costs, from: 1, to: experiment.firstReplicates)
        return true
      }
      try check(db, row, experiment, societies)
      try goOn(db, row, experiment, costs)
      return false
    }
  }

  private func check(
    _ db: Database, _ row: Row, _ experiment: Experiment, _ societies: [SocietyFile]
  ) throws {
    let fingerprint: String = row["fingerprint"]
    guard fingerprint == experiment.fingerprint else {
      let known = try Row.fetchAll(
        db, sql: "SELECT role, name, sha256 FROM files WHERE role <> 'society' ORDER BY file")
      let changed = zip(known, experiment.files).filter { $0["sha256"] != $1.sha256 }.map { known, now in
        "\(now.name) has SHA-256 \(now.sha256.prefix(12)), the study's has \((known["sha256"] as String).prefix(12))"
      }
      throw StudyError(
        .other,
        "\(folder): another experiment was begun here (\(changed.isEmpty ? "its files are others" : changed.joined(separator: "; "))); choose another folder with -o, or --force to begin anew"
      )
    }
    let known = try Row.fetchAll(
      db, sql: "SELECT name, folder, sha256 FROM files WHERE role = 'society' ORDER BY file")
    // By content: the same files may be named by another path.
    let before = Set(known.map { $0["sha256"] as String })
    guard before == Set(societies.map(\.record.sha256)) else {
      let changed = societies.first { !before.contains($0.record.sha256) }
      throw StudyError(
        .other,
        "\(folder): the society has changed since the study began (\(changed.map { "\($0.record.name) of \($0.society)" } ?? "a file is gone")); put it back, choose another folder with -o, or --force to begin anew"
      )
    }
  }

  /// Goes on with a study, perhaps with more replicates or another stopping rule, if these were asked for.
  private func goOn(_ db: Database, _ row: Row, _ experiment: Experiment, _ costs: [CellCost]) throws {
    let (laidOut, most, rule): (Int, Int, String?) = (row["laid_out"], row["replicates"], row["until"])
    let replicates = experiment.asked.replicates ? experiment.replicates : most
    let until = experiment.asked.until ? experiment.until?.description : rule
    guard replicates != most || until != rule else { return }
    if replicates < laidOut {
      throw StudyError(
        .other,
        "\(folder): \(laidOut) replicates of each cell are in the study already; \(laidOut) or more were expected"
      )
    }
    try db.execute(
      sql: "UPDATE study SET replicates = ?, until = ?, finished = 0", arguments: [replicates, until])
    if until == nil { try layOut(db, experiment, costs, from: laidOut + 1, to: replicates) }
  }

  private func write(_ db: Database, _ experiment: Experiment, _ societies: [SocietyFile]) throws {
    try db.execute(
      sql: "INSERT INTO study VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 0)",
      arguments: [
        experiment.name, experiment.scenarioName, experiment.fingerprint, try Self.json(experiment.design),
        String(experiment.seed), experiment.randomNumbers.rawValue, experiment.societies.rawValue,
        experiment.replicates, experiment.batch, experiment.until?.description, experiment.level,
      ])
    for (position, file) in experiment.files.enumerated() {
      try db.execute(
        sql: "INSERT INTO files (role, name, bytes, sha256, content) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          position == 0 ? "experiment" : "scenario", file.name, file.bytes, file.sha256, experiment.texts[position],
        ])
    }
    for file in societies {
      try db.execute(
        sql: "INSERT INTO files (role, name, folder, bytes, sha256) VALUES ('society', ?, ?, ?, ?)",
        arguments: [file.record.name, file.society, file.record.bytes, file.record.sha256])
    }
    for (position, factor) in experiment.factors.enumerated() {
      try db.execute(
        sql: "INSERT INTO factors VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          position + 1, factor.name, factor.setting, factor.range?.low, factor.range?.high, try Self.json(factor),
        ])
    }
    for cell in experiment.cells {
      try db.execute(
        sql: "INSERT INTO cells VALUES (?, ?, ?)", arguments: [cell.number, cell.label, cell.scenario.document])
      for (position, value) in cell.values.enumerated() {
        try db.execute(
          sql: "INSERT INTO cell_values VALUES (?, ?, ?, ?, ?)",
          arguments: [cell.number, position + 1, value.level, value.text, value.number])
      }
    }
    for (position, outcome) in experiment.outcomes.enumerated() {
      try db.execute(
        sql: "INSERT INTO outcomes VALUES (?, ?, ?, ?)",
        arguments: [position + 1, outcome.name, outcome.meaning, try Self.json(outcome)])
    }
    for comparison in experiment.comparisons {
      try db.execute(
        sql: "INSERT INTO comparisons VALUES (?, ?)", arguments: [comparison.factor, comparison.against])
    }
    try db.execute(sql: StudySchema.resultsView(factors: experiment.factors.map(\.name)))
  }

  /// Adds the runs of some replicates.
  func layOut(_ db: Database, _ experiment: Experiment, _ costs: [CellCost], from first: Int, to last: Int) throws {
    guard first <= last else { return }
    let seeds = ReplicateSeeds(seed: experiment.seed, randomNumbers: experiment.randomNumbers)
    let statement = try db.makeStatement(
      sql: """
        INSERT INTO runs (run, cell, replicate, seed, society_seed, state, work) VALUES (?, ?, ?, ?, ?, 'waiting', ?)
        """)
    for replicate in first...last {
      let society = experiment.societies == .each ? Int64(seeds.society(replicate: replicate)) : nil
      for cell in experiment.cells {
        try statement.execute(arguments: [
          (replicate - 1) * experiment.cells.count + cell.number, cell.number, replicate,
          Int64(seeds.run(replicate: replicate, cell: cell.number)), society, costs[cell.number - 1].work,
        ])
      }
    }
    try db.execute(sql: "UPDATE study SET laid_out = ?", arguments: [last])
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

extension Experiment {
  /// How many replicates are run before anything is decided.
  var firstReplicates: Int { until == nil ? replicates : min(batch, replicates) }
}
