import Compute

/// The rows of an influence matrix before and after they are mixed, person by person.
struct MixedRows {
  private let sums: [[Double]]
  private let weights: [Double]
  private let mix: LayerMix
  private let blocks: [Range<Int>]
  private let threads: ThreadCount
  /// What each row is divided by; 0 without ties.
  private let denominators: [Double]

  /// Rows of layers with given row sums and weights.
  init(sums: [[Double]], weights: [Double], mix: LayerMix, blocks: [Range<Int>], threads: ThreadCount) {
    self.sums = sums
    self.weights = weights
    self.mix = mix
    self.blocks = blocks
    self.threads = threads
    var denominators = [Double](repeating: 0, count: sums[0].count)
    let areInRange = Parallel.fill(&denominators, blocks: blocks, threads: threads) { block, slice in
      var isInRange = true
      for layer in sums.indices {
        let row = sums[layer]
        for person in block {
          let sum = row[person]
          if !(sum == 0 || (sum > 1e-200 && sum < 1e200)) { isInRange = false }
          slice[person - block.lowerBound] += mix.part(of: weights[layer], sum: sum)
        }
      }
      return isInRange
    }
    precondition(areInRange.allSatisfy { $0 }, "row sums are 0 or from 1e-200 to 1e200")
    self.denominators = denominators
  }

  /// Whether each person's row is not zero.
  var isTied: [Bool] { filled(false) { person, denominators in denominators[person] > 0 } }

  /// The row sums before averaging, `sum_l m_l d_il`.
  var strengths: [Double] {
    var strengths = [Double](repeating: 0, count: denominators.count)
    Parallel.fill(&strengths, blocks: blocks, threads: threads) { block, slice in
      for layer in sums.indices {
        let row = sums[layer]
        for person in block { slice[person - block.lowerBound] += weights[layer] * row[person] }
      }
    }
    return strengths
  }

  /// One number for each person's entry of a layer.
  func values(of layer: Int, _ part: ((share: Double, factor: Double)) -> Double) -> [Double] {
    filled(0) { person, denominators in
      part(mix.entry(weight: weights[layer], sum: sums[layer][person], denominator: denominators[person]))
    }
  }

  private func filled<Value: BitwiseCopyable & Sendable>(
    _ empty: Value, _ value: (Int, Span<Double>) -> Value
  ) -> [Value] {
    var values = [Value](repeating: empty, count: denominators.count)
    Parallel.fill(&values, blocks: blocks, threads: threads) { block, slice in
      let denominators = denominators.span
      for person in block { slice[person - block.lowerBound] = value(person, denominators) }
    }
    return values
  }
}
