import Foundation
import GraphModel
import Simulation

/// Makes the cells of a design, each with its scenario.
struct CellMaker {
  let document: ScenarioDocument
  /// What differs from the file in all cells.
  let changes: [ScenarioChange]
  let factors: [VariedFactor]
  let design: Experiment.Design
  let seed: UInt64
  /// The experiment's file, for messages.
  let file: String

  /// The cells, in their order.
  ///
  /// - Throws: `badData` with all that is wrong in the scenario of any cell, each problem once.
  func cells() throws(ReadingError) -> [Cell] {
    var log = ProblemLog()
    var told: Set<String> = []
    var hint: String?
    var cells: [Cell] = []
    for (position, values) in combinations.enumerated() {
      var changes = changes
      for (factor, value) in zip(factors, values) { changes += factor.changes(of: value, file: file) }
      do throws(ReadingError) {
        let scenario = try document.scenario(changing: changes)
        let label = zip(factors, values).map { "\($0.factor.name)=\($1.text)" }.joined(separator: ", ")
        cells.append(
          Cell(number: position + 1, values: values, scenario: scenario, label: label.isEmpty ? "-" : label))
      } catch {
        hint = error.hint
        for problem in error.problems where told.insert(problem.description).inserted { log.add(problem) }
      }
    }
    try log.check(hint: hint)
    return cells
  }

  /// The values of all factors in each cell.
  private var combinations: [[FactorValue]] {
    switch design {
    case .grid:
      return factors.reduce([[]]) { rows, factor in
        rows.flatMap { row in factor.factor.levels.indices.map { row + [value(factor, $0)] } }
      }
    case .oneAtATime:
      let base = factors.map { value($0, 0) }
      var rows = [base]
      for (position, factor) in factors.enumerated() {
        for level in factor.factor.levels.indices.dropFirst() {
          var row = base
          row[position] = value(factor, level)
          rows.append(row)
        }
      }
      return rows
    case .latinHypercube(let points):
      return LatinHypercube.points(points, dimensions: factors.count, seed: seed).map(sampled)
    case .sobol(let base):
      return SaltelliDesign(base: base, dimensions: factors.count, seed: seed).points.map(sampled)
    }
  }

  private func value(_ factor: VariedFactor, _ level: Int) -> FactorValue {
    let chosen = factor.factor.levels[level]
    return FactorValue(level: level, text: chosen.label, number: chosen.number)
  }

  private func sampled(_ point: [Double]) -> [FactorValue] {
    zip(factors, point).map { factor, share in
      guard let range = factor.factor.range else {
        let count = factor.factor.levels.count
        return value(factor, min(count - 1, Int(share * Double(count))))
      }
      let number = Numerals.number(Factor.short(range.value(at: share))) ?? range.low
      return FactorValue(level: nil, text: Numerals.plain(number), number: number)
    }
  }
}

extension Factor {
  /// A number in nine digits: what is sampled or stepped to needs no more, and can be read.
  static func short(_ value: Double) -> String { String(format: "%.9g", value) }
}
