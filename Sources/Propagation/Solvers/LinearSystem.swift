import Compute

/// Equations `x = M x + b` with one unknown a person, where M never enlarges a vector by the system's measure.
protocol FixedPointSystem: Sendable {
  /// Whether the size of a residual is the sum of its magnitudes; else it is the largest.
  static var isMeasuredBySum: Bool { get }
  /// People in blocks of about the same work.
  var blocks: [Range<Int>] { get }
  /// How many threads work at once.
  var threads: ThreadCount { get }

  /// Writes `M x + b - x`, and returns its size.
  func residual(_ values: [Double], into residual: inout [Double]) -> Double

  /// Writes `p - M p`, and returns two sums over people of what `terms` makes of the person and the result.
  func apply(
    _ values: [Double], into result: inout [Double], sums terms: (Int, Double) -> (Double, Double)
  ) -> (Double, Double)
}

/// The equations `x = A W x + b`, as solvers see them.
///
/// `b = (I - A) s` gives the equilibrium, `b = 1` the vector of the weighted certificate. A person with `a_i = 0` has
/// `x_i = b_i`; every solver starts from such an x and keeps it.
struct LinearSystem: FixedPointSystem {
  let network: InfluenceMatrix
  /// `a`, one a person.
  let susceptibility: [Double]
  /// `b`, one a person.
  let constant: [Double]
  let threads: ThreadCount
  /// Who follows how often `W` is applied.
  var progress = Progress.silent

  static let isMeasuredBySum = false
  var blocks: [Range<Int>] { network.blocks }

  /// Writes `r = A W x + b - x`, and returns its largest magnitude.
  func residual(_ values: [Double], into residual: inout [Double]) -> Double {
    let largest = Parallel.fill(&residual, blocks: network.blocks, threads: threads) { block, slice in
      let values = values.span
      let susceptibility = susceptibility.span
      let constant = constant.span
      network.networkScores(block, of: values, into: &slice)
      var largest = 0.0
      for person in block {
        let place = person - block.lowerBound
        let weight = susceptibility[person]
        let image = weight > 0 ? weight * slice[place] + constant[person] : constant[person]
        slice[place] = image - values[person]
        largest = max(largest, slice[place].magnitude)
      }
      return largest
    }
    progress.advance(by: 1)
    return largest.max() ?? 0
  }

  /// Writes `(I - A W) p`, and returns two sums over people of what `terms` makes of the person and the result.
  ///
  /// Sums are added person by person in a block, then block by block, so their bits do not depend on threads.
  func apply(
    _ values: [Double], into result: inout [Double], sums terms: (Int, Double) -> (Double, Double)
  ) -> (Double, Double) {
    let sums = Parallel.fill(&result, blocks: network.blocks, threads: threads) { block, slice in
      let values = values.span
      let susceptibility = susceptibility.span
      network.networkScores(block, of: values, into: &slice)
      var sums = (0.0, 0.0)
      for person in block {
        let place = person - block.lowerBound
        let weight = susceptibility[person]
        let value = weight > 0 ? values[person] - weight * slice[place] : values[person]
        slice[place] = value
        let term = terms(person, value)
        sums.0 += term.0
        sums.1 += term.1
      }
      return PairOfSums(first: sums.0, second: sums.1)
    }
    progress.advance(by: 1)
    let total = sums.total
    return (total.first, total.second)
  }
}

/// Two sums over the people of a block.
struct PairOfSums: Sendable {
  var first = 0.0
  var second = 0.0
  /// The largest magnitude met with, where one is looked for.
  var largest = 0.0
}

extension [PairOfSums] {
  /// The sums over all blocks, added in their order.
  var total: PairOfSums {
    reduce(into: PairOfSums()) { total, block in
      total.first += block.first
      total.second += block.second
      total.largest = Swift.max(total.largest, block.largest)
    }
  }
}

/// An estimate of the answer with its residual, side by side so that one pass updates both.
struct Estimate: BitwiseCopyable, Sendable {
  var value: Double
  var residual: Double
}
