import Analysis
import Foundation
import GraphModel
import Simulation

extension RecordedRun {
  /// The run as it is compared with another: what `run.json` says, and everyone as `people.csv` has them.
  ///
  /// - Throws: `badData` if the table is not there or not what the program wrote: the line and the column.
  public func compared() throws(ReadingError) -> ComparedRun {
    let table = try PeopleFile(in: folder)
    switch content {
    case .analysis(let description, _):
      let scale = description.findings.society.scale
      let names = scale.tierNames
      let tiers = try table.tiers("tier_public") { names.firstIndex(of: $0) }
      return ComparedRun(
        folder: folder, command: .analyze, name: description.findings.society.name, record: description.record,
        scale: scale, tierNames: names, period: 0, people: try table.people(tiers: tiers),
        measures: description.findings.measures)
    case .simulation(let description, _):
      let findings = description.findings
      let names = findings.tierNames
      let tiers = try table.tiers("tier") { Int($0).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil } }
      return ComparedRun(
        folder: folder, command: .simulate, name: findings.name, record: description.record, scale: findings.scale,
        tierNames: names, period: findings.records.last?.period ?? 0, people: try table.people(tiers: tiers),
        measures: findings.measures)
    }
  }
}

/// `people.csv` of a run, as far as it is compared.
private struct PeopleFile {
  private let path: String
  private let table: WrittenTable

  init(in folder: String) throws(ReadingError) {
    path = folder + "/people.csv"
    guard FileManager.default.fileExists(atPath: path) else {
      throw ReadingError(
        .badData,
        [InputProblem(file: path, "the table is not in the run; the folder as graph-tool wrote it was expected")])
    }
    table = try WrittenTable(InputFile.read(path))
  }

  /// Everyone.
  func people(tiers: [Int]?) throws(ReadingError) -> ComparedRun.People {
    let ids = Array(try column("id"))
    var lines: [String: Int] = [:]
    for (row, id) in ids.enumerated() {
      if let line = lines.updateValue(row + 2, forKey: id) {
        throw problem(row, "id", "\"\(id)\" stands on line \(line) already; each person once was expected")
      }
    }
    var communities: [Int]?
    if let values = table.values(of: "community") {
      communities = try numbers(values, "community", expected: "a number of 1 or more, or nothing") { (text) -> Int? in
        text.isEmpty ? 0 : Int(text).flatMap { $0 > 0 ? $0 : nil }
      }
    }
    if communities?.allSatisfy({ $0 == 0 }) == true { communities = nil }
    return ComparedRun.People(
      ids: ids, ownScores: try scores("own_score"), publicScores: try scores("public_score"), tiers: tiers,
      communities: communities)
  }

  /// The tiers of everyone; `nil` without the column.
  func tiers(_ name: String, _ read: (String) -> Int?) throws(ReadingError) -> [Int]? {
    guard let values = table.values(of: name) else { return nil }
    return try numbers(values, name, expected: "one of the run's tiers", read)
  }

  private func scores(_ name: String) throws(ReadingError) -> [Double] {
    try numbers(try column(name), name, expected: "a number") { text in
      Numerals.number(text).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  private func column(_ name: String) throws(ReadingError) -> TextList {
    guard let values = table.values(of: name) else {
      throw ReadingError(.badData, [InputProblem(file: path, line: 1, "there is no column \"\(name)\"")])
    }
    return values
  }

  private func numbers<Value>(
    _ values: TextList, _ name: String, expected: String, _ read: (String) -> Value?
  ) throws(ReadingError) -> [Value] {
    var numbers: [Value] = []
    numbers.reserveCapacity(values.count)
    for (row, text) in values.enumerated() {
      guard let value = read(text) else { throw problem(row, name, "\"\(text)\" is not \(expected)") }
      numbers.append(value)
    }
    return numbers
  }

  private func problem(_ row: Int, _ column: String, _ message: String) -> ReadingError {
    ReadingError(.badData, [InputProblem(file: path, line: row + 2, column: column, message)])
  }
}
