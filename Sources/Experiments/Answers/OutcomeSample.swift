import Compute
import GRDB

/// The numbers of one outcome, or of one of its groups, in all runs.
struct OutcomeSample {
  let name: String
  let group: String
  let meaning: String
  /// For each cell the number of each replicate; `nil` where there is none, or not yet.
  var values: [[Double?]]
  /// For each cell how many runs were made.
  var runs: [Int]
  /// For each cell why numbers are missing, and how often.
  var missing: [[String: Int]]

  /// The mean over some cells, replicate by replicate; `nil` where one of them has no number.
  func means(of cells: [Int]) -> [Double?] {
    guard let first = cells.first else { return [] }
    if cells.count == 1 { return values[first] }
    return values[first].indices.map { replicate in
      let numbers = cells.compactMap { values[$0][replicate] }
      return numbers.count == cells.count ? numbers.compensatedMean : nil
    }
  }

  /// Whether a rule holds in all cells, or in all pairs of them.
  func satisfies(_ rule: StoppingRule, _ pairs: [CellPair], level: Double) -> Bool {
    guard rule.isOfDifferences else {
      return values.allSatisfy { Self.satisfies(rule, $0.compactMap(\.self), level: level) }
    }
    return pairs.allSatisfy { pair in
      let differences = zip(means(of: pair.cells), means(of: pair.otherCells)).compactMap { one, other in
        one.flatMap { one in other.map { one - $0 } }
      }
      return Self.satisfies(rule, differences, level: level)
    }
  }

  private static func satisfies(_ rule: StoppingRule, _ numbers: [Double], level: Double) -> Bool {
    guard numbers.count > 1 else { return false }
    return rule.holds(for: SampleSummary.tInterval(numbers, level: level), mean: numbers.compensatedMean)
  }
}
