import Compute

@testable import Experiments
@testable import Reporting

/// Findings of a study that never ran.
struct MadeUpStudy {
  var name = "made up"
  var scenario = "village"
  var design = Experiment.Design.grid
  var factors: [Factor] = []
  var comparisons: [Experiment.Comparison] = []
  var replicates = 8
  var randomNumbers = Experiment.RandomNumbers.common
  var societies = Experiment.Societies.one
  var until: String?
  var isEnough: Bool?
  var failed = 0
  var waiting = 0
  var message = "the run ended early"
  var series: [String] = []
  /// By outcome and group: the number of a run from its cell's values, the replicate and chance between -1 and 1.
  var outcomes: [(name: String, group: String, value: ([FactorValue], Int, Double) -> Double?)] = []

  /// A factor with numbers.
  static func numbers(_ name: String, _ values: [Double]) -> Factor {
    Factor(
      name: name, setting: "rule.\(name)",
      levels: values.map { Factor.Level(label: NumberText.plain($0), number: $0) }, range: nil)
  }

  /// A factor with names.
  static func arms(_ name: String, _ labels: [String]) -> Factor {
    Factor(name: name, setting: nil, levels: labels.map { Factor.Level(label: $0, number: nil) }, range: nil)
  }

  /// A factor with a range.
  static func range(_ name: String, _ low: Double, _ high: Double, isLogarithmic: Bool = false) -> Factor {
    Factor(
      name: name, setting: "rule.\(name)", levels: [],
      range: Factor.Range(low: low, high: high, isLogarithmic: isLogarithmic, isWhole: false))
  }

  /// A study with one outcome called `gap`.
  static func of(
    _ factors: [Factor], compare: [String: String] = [:], _ change: (inout MadeUpStudy) -> Void = { _ in },
    value: @escaping ([FactorValue], Double) -> Double?
  ) -> StudyFindings {
    var study = MadeUpStudy(factors: factors)
    study.comparisons = compare.sorted { $0.key < $1.key }.map { Experiment.Comparison(factor: $0, against: $1) }
    study.outcomes = [("gap", "", { values, _, chance in value(values, chance) })]
    change(&study)
    return study.findings
  }

  private var rows: [[FactorValue]] {
    func value(_ factor: Factor, _ level: Int) -> FactorValue {
      FactorValue(level: level, text: factor.levels[level].label, number: factor.levels[level].number)
    }
    switch design {
    case .grid:
      return factors.reduce([[]]) { rows, factor in
        rows.flatMap { row in factor.levels.indices.map { row + [value(factor, $0)] } }
      }
    case .oneAtATime:
      let base = factors.map { value($0, 0) }
      return [base]
        + factors.enumerated().flatMap { place, factor in
          factor.levels.indices.dropFirst().map { level in
            var row = base
            row[place] = value(factor, level)
            return row
          }
        }
    case .latinHypercube(let points):
      return LatinHypercube.points(points, dimensions: factors.count, seed: 1).map(sampled)
    case .sobol(let base):
      return SaltelliDesign(base: base, dimensions: factors.count, seed: 1).points.map(sampled)
    }
  }

  private func sampled(_ point: [Double]) -> [FactorValue] {
    zip(factors, point).map { factor, share in
      guard let range = factor.range else {
        let level = min(factor.levels.count - 1, Int(share * Double(factor.levels.count)))
        return FactorValue(level: level, text: factor.levels[level].label, number: factor.levels[level].number)
      }
      let number = range.value(at: share)
      return FactorValue(level: nil, text: NumberText.plain(number), number: number)
    }
  }

  private func label(_ row: [FactorValue]) -> String {
    row.isEmpty ? "-" : zip(factors, row).map { "\($0.name)=\($1.text)" }.joined(separator: ", ")
  }

  /// The findings, by the statistics of the module itself.
  var findings: StudyFindings {
    let rows = rows
    let cells = rows.enumerated().map { StudyFindings.CellInfo(cell: $0 + 1, label: label($1), values: $1) }
    let pairs = CellPair.all(factors, values: rows, comparisons)
    return StudyFindings(
      name: name, scenario: scenario, design: design, factors: factors, cells: cells, comparisons: comparisons,
      replicates: replicates, mostReplicates: replicates,
      runs: StudyStore.Count(
        waiting: waiting, running: 0, done: rows.count * replicates - failed - waiting, failed: failed),
      seed: 7, randomNumbers: randomNumbers, societies: societies, level: 0.95, until: until, isEnough: isEnough,
      outcomes: outcomes.enumerated().map { outcome($1, $0, rows, pairs) },
      series: series.map { course($0, rows) },
      failures: (0..<min(20, failed)).map {
        StudyFindings.Failure(run: $0 + 1, cell: 1, replicate: $0 + 1, message: message)
      },
      files: [StudyFindings.StudyFile(role: "experiment", name: "made-up.yaml", bytes: 1234, sha256: "abcdef")],
      versions: ["1.2.3"])
  }

  private func outcome(
    _ outcome: (name: String, group: String, value: ([FactorValue], Int, Double) -> Double?), _ place: Int,
    _ rows: [[FactorValue]], _ pairs: [CellPair]
  ) -> OutcomeFindings {
    let values = rows.enumerated().map { cell, row in
      (0..<replicates).map { replicate -> Double? in
        // Cells of a replicate share half of their chance.
        func chance(_ index: Int) -> Double {
          var random = RandomStream(seed: 1, stream: 9, index: UInt64(place << 40 | index << 20 | replicate))
          return 2 * random.uniform() - 1
        }
        return outcome.value(row, replicate, (chance(0) + chance(cell + 1)) / 2)
      }
    }
    var sample = OutcomeSample(
      name: outcome.name, group: outcome.group, meaning: "own_gap, the last period", values: values,
      runs: rows.map { _ in failed >= rows.count * replicates ? 0 : replicates },
      missing: values.map { numbers in
        let missing = numbers.count { $0 == nil }
        return missing > 0 ? ["never above": missing] : [:]
      })
    if failed >= rows.count * replicates { sample.missing = rows.map { _ in [:] } }
    let means = sample.values.map { numbers -> Double? in
      let there = numbers.compactMap(\.self)
      return there.isEmpty ? nil : there.compensatedMean
    }
    return OutcomeFindings(
      name: outcome.name, group: outcome.group, meaning: sample.meaning,
      cells: rows.indices.map { cell in
        OutcomeFindings.CellSummary(
          cell: cell + 1, runs: sample.runs[cell],
          summary: SampleSummary(sample.values[cell].compactMap(\.self), seed: 1, index: UInt64(cell)),
          missing: sample.missing[cell])
      },
      differences: pairs.map { pair in
        OutcomeFindings.Difference(
          factor: pair.factor, level: pair.level, against: pair.against, others: pair.others,
          cell: pair.cells.count == 1 ? pair.cells[0] + 1 : nil,
          otherCell: pair.otherCells.count == 1 ? pair.otherCells[0] + 1 : nil,
          difference: PairedDifference(
            sample.means(of: pair.cells), minus: sample.means(of: pair.otherCells), seed: 1, index: 1))
      },
      mainEffects: design == .grid && !factors.isEmpty
        ? MainEffects(zip(rows, values).map { MainEffects.Cell(levels: $0.map { $0.level ?? 0 }, outcomes: $1) })
        : nil,
      sobol: sobol(means), regression: regression(means, rows))
  }

  private func sobol(_ means: [Double?]) -> SobolIndices? {
    guard case .sobol(let base) = design else { return nil }
    let width = factors.count + 2
    func role(_ offset: Int) -> [Double?] { (0..<base).map { means[$0 * width + offset] } }
    return SobolIndices(
      a: role(0), b: role(width - 1), ab: factors.indices.map { role($0 + 1) }, resamples: 200, seed: 1, index: 0)
  }

  private func regression(_ means: [Double?], _ rows: [[FactorValue]]) -> FactorRegression? {
    guard case .latinHypercube = design, factors.allSatisfy(\.isNumeric) else { return nil }
    return FactorRegression(
      of: means, on: rows.map { $0.map { $0.number ?? 0 } }, resamples: 200, seed: 1, index: 0)
  }

  private func course(_ measure: String, _ rows: [[FactorValue]]) -> SeriesFindings {
    SeriesFindings(
      measure: measure, group: "", cells: rows.indices.map { $0 + 1 },
      points: rows.indices.map { cell in
        (0...6).map { period in
          let mean = Double(cell + period)
          return SeriesFindings.Point(
            period: period, n: replicates, mean: mean, interval: Interval(low: mean - 1, high: mean + 1))
        }
      })
  }
}

extension MadeUpStudy {
  /// A small study of every kind, by name.
  static let all: [(name: String, findings: StudyFindings)] = {
    let susceptibility = numbers("susceptibility", [0, 0.25, 0.5, 0.75])
    let review = numbers("review", [0.02, 0.04, 0.08, 0.16])
    let rule = arms("rule", ["control", "cost", "gap"])
    func rising(_ values: [FactorValue], _ chance: Double) -> Double? { (values.first?.number ?? 1) + 0.1 * chance }
    func made(_ factors: [Factor], _ change: (inout MadeUpStudy) -> Void = { _ in }) -> StudyFindings {
      of(
        factors,
        {
          $0.replicates = 4
          change(&$0)
        }, value: rising)
    }
    let against = [Experiment.Comparison(factor: "rule", against: "control")]
    return [
      ("one number", of([susceptibility], compare: ["susceptibility": "0"], { $0.series = ["gap"] }, value: rising)),
      ("two numbers", made([susceptibility, review])),
      ("arms", of([rule], compare: ["rule": "control"], { $0.series = ["gap"] }, value: rising)),
      ("arms twice", made([rule, arms("side", ["a", "b"])]) { $0.comparisons = against }),
      (
        "three factors",
        made([susceptibility, numbers("review", [1, 2]), rule]) {
          ($0.comparisons, $0.replicates, $0.series) = (against, 3, ["gap"])
        }
      ),
      (
        "four factors",
        made([numbers("a", [1, 2]), numbers("b", [1, 2]), numbers("c", [1, 2]), arms("d", ["e", "f"])]) {
          $0.replicates = 2
        }
      ),
      (
        "one at a time",
        made([susceptibility, review, rule]) {
          ($0.design, $0.comparisons, $0.series) = (.oneAtATime, against, ["gap"])
        }
      ),
      (
        "latin hypercube",
        made([range("susceptibility", 0, 1), range("review", 0.01, 1, isLogarithmic: true)]) {
          ($0.design, $0.replicates) = (.latinHypercube(points: 40), 1)
        }
      ),
      (
        "latin hypercube with arms",
        made([range("susceptibility", 0, 1), rule]) { ($0.design, $0.replicates) = (.latinHypercube(points: 20), 1) }
      ),
      (
        "sobol",
        made([range("susceptibility", 0, 1), range("review", 0.01, 1, isLogarithmic: true)]) {
          ($0.design, $0.replicates) = (.sobol(base: 16), 1)
        }
      ),
      ("no factor", made([]) { $0.series = ["gap"] }),
      ("one run", made([]) { $0.replicates = 1 }),
      ("one replicate", made([susceptibility, rule]) { ($0.replicates, $0.comparisons) = (1, against) }),
      ("undefined", of([susceptibility]) { _, _ in nil }),
      ("undefined in a cell", of([susceptibility]) { $0[0].level == 0 ? nil : 1 + $1 }),
      ("undefined in runs", of([susceptibility]) { $1 > 0.1 ? nil : 1 + $1 }),
      ("constant", of([numbers("susceptibility", [0, 1]), numbers("review", [1, 2])]) { _, _ in 0 }),
      (
        "unmoved",
        of(
          [numbers("susceptibility", [0, 1]), arms("rule", ["control", "cost"])], compare: ["rule": "control"],
          { $0.outcomes[0].value = { _, replicate, _ in Double(replicate) } }
        ) { _, _ in 0 }
      ),
      ("all failed", of([susceptibility], { $0.failed = 32 }) { _, _ in nil }),
      (
        "groups",
        made([susceptibility, rule]) { study in
          study.comparisons = against
          study.replicates = 3
          study.outcomes = ["north", "<b>south</b>"].map {
            ("score", $0, { values, _, chance in rising(values, chance) })
          }
        }
      ),
    ]
  }()

  static func named(_ name: String) -> StudyFindings { all.first { $0.name == name }?.findings ?? all[0].findings }
}
