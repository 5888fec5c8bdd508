import Compute
import Foundation
import GRDB

extension StudyStore {
  /// Everything a report says about the study as it stands.
  ///
  /// - Throws: `StudyError` if the database cannot be read.
  public func findings() throws -> StudyFindings {
    do {
      return try database.read { db in try StudyReader(db).findings() }
    } catch let error as StudyError {
      throw error
    } catch is DecodingError {
      throw StudyError(.damaged, "\(folder): the database holds a study that this version cannot read")
    } catch {
      throw Self.problem(error, folder)
    }
  }
}

extension StudyReader {
  /// In a study of more cells no series are told: nobody could look at them.
  private static let mostCellsOfSeries = 64

  func findings() throws -> StudyFindings {
    let samples = try samples()
    let until = (study["until"] as String?).flatMap { StoppingRule($0) }
    let seed = UInt64(study["seed"] as String) ?? 0
    let failures = try Row.fetchAll(
      db, sql: "SELECT run, cell, replicate, message FROM runs WHERE state = 'failed' ORDER BY run LIMIT 20")
    let files = try Row.fetchAll(db, sql: "SELECT role, name, bytes, sha256 FROM files ORDER BY file")
    let findings = samples.enumerated().map { position, sample in outcome(sample, position, seed: seed) }
    return StudyFindings(
      name: study["name"], scenario: study["scenario"], design: design, factors: factors, cells: cells,
      comparisons: comparisons, replicates: replicates, mostReplicates: study["replicates"],
      runs: try StudyStore.count(db), seed: seed,
      randomNumbers: Experiment.RandomNumbers(rawValue: study["random_numbers"]) ?? .common,
      societies: Experiment.Societies(rawValue: study["society"]) ?? .one, level: level,
      until: study["until"], isEnough: try until.map { try isEnough($0) }, outcomes: findings, series: try series(),
      failures: failures.map {
        StudyFindings.Failure(
          run: $0["run"], cell: $0["cell"], replicate: $0["replicate"], message: $0["message"] ?? "")
      },
      files: files.map {
        StudyFindings.StudyFile(role: $0["role"], name: $0["name"], bytes: $0["bytes"], sha256: $0["sha256"])
      },
      versions: try String.fetchAll(
        db, sql: "SELECT DISTINCT version FROM runs WHERE version IS NOT NULL ORDER BY version"))
  }

  private func outcome(_ sample: OutcomeSample, _ position: Int, seed: UInt64) -> OutcomeFindings {
    // Each bootstrap has numbers of its own: outcome, what kind of answer, which of them.
    func index(_ kind: UInt64, _ slot: Int) -> UInt64 { UInt64(position) << 40 | kind << 36 | UInt64(slot) }
    let summaries = cells.indices.map { cell in
      OutcomeFindings.CellSummary(
        cell: cells[cell].cell, runs: sample.runs[cell],
        summary: SampleSummary(
          sample.values[cell].compactMap(\.self), level: level, seed: seed, index: index(0, cell)),
        missing: sample.missing[cell])
    }
    let differences = pairs.enumerated().map { slot, pair in
      OutcomeFindings.Difference(
        factor: pair.factor, level: pair.level, against: pair.against, others: pair.others,
        cell: pair.cells.count == 1 ? cells[pair.cells[0]].cell : nil,
        otherCell: pair.otherCells.count == 1 ? cells[pair.otherCells[0]].cell : nil,
        difference: PairedDifference(
          sample.means(of: pair.cells), minus: sample.means(of: pair.otherCells), level: level, seed: seed,
          index: index(1, slot)))
    }
    let means = sample.values.map { values -> Double? in
      let numbers = values.compactMap(\.self)
      return numbers.isEmpty ? nil : numbers.compensatedMean
    }
    return OutcomeFindings(
      name: sample.name, group: sample.group, meaning: sample.meaning, cells: summaries, differences: differences,
      mainEffects: mainEffects(sample), sobol: sobol(means, seed: seed, index: index(2, 0)),
      regression: regression(means, seed: seed, index: index(3, 0)))
  }

  private func mainEffects(_ sample: OutcomeSample) -> MainEffects? {
    guard design == .grid, !factors.isEmpty else { return nil }
    return MainEffects(
      zip(cells, sample.values).map { cell, values in
        MainEffects.Cell(levels: cell.values.map { $0.level ?? 0 }, outcomes: values)
      }, level: level)
  }

  private func sobol(_ means: [Double?], seed: UInt64, index: UInt64) -> SobolIndices? {
    guard case .sobol(let base) = design else { return nil }
    // Rows of a base point: A, AB for each factor, B.
    let width = factors.count + 2
    func role(_ offset: Int) -> [Double?] { (0..<base).map { means[$0 * width + offset] } }
    let indices = SobolIndices(
      a: role(0), b: role(width - 1), ab: factors.indices.map { role($0 + 1) }, level: level, seed: seed, index: index)
    // Of a handful of points nothing can be said.
    return indices.rows < 8 ? nil : indices
  }

  private func regression(_ means: [Double?], seed: UInt64, index: UInt64) -> FactorRegression? {
    guard case .latinHypercube = design, factors.allSatisfy(\.isNumeric) else { return nil }
    let regression = FactorRegression(
      of: means, on: cells.map { $0.values.map { $0.number ?? 0 } }, level: level, seed: seed, index: index)
    // Without coefficients the outcome, or a factor, does not vary.
    return regression.coefficients.isEmpty ? nil : regression
  }

  private func series() throws -> [SeriesFindings] {
    guard cells.count <= Self.mostCellsOfSeries else { return [] }
    let kinds = try Row.fetchAll(
      db, sql: "SELECT DISTINCT measure, \"group\" FROM series ORDER BY measure, \"group\"")
    return try kinds.map { kind in
      let (measure, group): (String, String) = (kind["measure"], kind["group"])
      var values = [[Int: [Double]]](repeating: [:], count: cells.count)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT r.cell, s.period, s.value FROM series s JOIN runs r ON r.run = s.run \
          WHERE s.measure = ? AND s."group" = ? AND r.state = 'done' ORDER BY r.replicate
          """, arguments: [measure, group])
      while let row = try rows.next() {
        values[(row["cell"] as Int) - 1][row["period"], default: []].append(row["value"])
      }
      return SeriesFindings(
        measure: measure, group: group, cells: cells.map(\.cell),
        points: values.map { periods in
          periods.sorted { $0.key < $1.key }.map { period, numbers in
            SeriesFindings.Point(
              period: period, n: numbers.count, mean: numbers.compensatedMean,
              interval: SampleSummary.tInterval(numbers, level: level))
          }
        })
    }
  }
}
