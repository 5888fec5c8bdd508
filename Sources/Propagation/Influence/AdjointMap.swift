import Compute
import GraphModel

/// The map `y -> W' A y`: influence followed from those who are influenced back to its sources.
///
/// `(W' A y)_j = sum_l (A_l' (c_l a y))_j`, with the factors `c_il` of `InfluenceMatrix`: person j collects from everyone
/// that j influences.
struct AdjointMap: Sendable {
  private let network: InfluenceMatrix
  private let susceptibility: [Double]
  /// `A_l'`: row j lists whom j influences.
  private let columns: [TieTable]
  /// People in blocks of about the same work.
  let blocks: [Range<Int>]
  /// How many threads work at once.
  let threads: ThreadCount
  /// The largest number of arcs in one column, all layers together.
  let maximumDegree: Int

  init(_ model: FriedkinJohnsen, threads: ThreadCount) {
    network = model.network
    susceptibility = model.susceptibility
    let columns = model.network.columns(threads: threads)
    self.columns = columns
    self.threads = threads
    let count = model.network.personCount
    blocks = Blocks.ranges(count: count, target: 1 << 15) { person in columns.reduce(4) { $0 + $1.degree(of: person) } }
    maximumDegree = (0..<count).reduce(0) { most, person in
      max(most, columns.reduce(0) { $0 + $1.degree(of: person) })
    }
  }

  /// Writes `q + W' A y`, and returns `|q + W' A y - y|_1`.
  ///
  /// - Complexity: O(people + arcs).
  func apply(_ values: [Double], adding weights: [Double], into result: inout [Double]) -> Double {
    product(values, into: &result) { block, slice in
      var sum = CompensatedSum()
      for person in block {
        let place = person - block.lowerBound
        slice[place] += weights[person]
        sum.add((slice[place] - values[person]).magnitude)
      }
      return sum.value
    }.compensatedSum
  }

  /// Writes `W' A y` block by block, and lets `finish` go on from there.
  ///
  /// - Returns: what `finish` returned, in the order of the blocks.
  func product<Value: Sendable>(
    _ values: [Double], into result: inout [Double], _ finish: (Range<Int>, inout MutableSpan<Double>) -> Value
  ) -> [Value] {
    let scaled = network.factors.map { layerFactors -> [Double] in
      var scaled = [Double](repeating: 0, count: values.count)
      Parallel.fill(&scaled, blocks: blocks, threads: threads) { block, slice in
        let values = values.span
        let factors = layerFactors.span
        let susceptibility = susceptibility.span
        for person in block {
          slice[person - block.lowerBound] = factors[person] * (susceptibility[person] * values[person])
        }
      }
      return scaled
    }
    return Parallel.fill(&result, blocks: blocks, threads: threads) { block, slice in
      let first = scaled[0]
      columns[0].weightedSums(of: first.span, for: block, into: &slice)
      for layer in columns.indices.dropFirst() {
        var more = [Double](repeating: 0, count: block.count)
        var span = more.mutableSpan
        let part = scaled[layer]
        columns[layer].weightedSums(of: part.span, for: block, into: &span)
        for place in 0..<block.count { slice[place] += span[place] }
      }
      return finish(block, &slice)
    }
  }

  /// How far the sum of magnitudes of one computed application can be from the exact one, for a sum of magnitudes of the
  /// weights and of the values.
  ///
  /// An entry of d arcs in L layers is a sum of d products of four numbers: an error of at most (d + 4 + 2L + 4) eps / 2
  /// relative to the sum of magnitudes; eps instead of eps / 2 leaves room.
  func roundingError(_ weights: Double, _ values: Double) -> Double {
    Double(maximumDegree + 2 * columns.count + 8) * Double.ulpOfOne * (weights + 2 * values)
  }
}

extension InfluenceMatrix {
  /// The layers turned round: row j lists whom j influences.
  ///
  /// - Complexity: O(1) for layers that are symmetric, O(arcs) for others.
  func columns(threads: ThreadCount) -> [TieTable] {
    zip(ties, isMutual).map { $1 ? $0 : $0.transposed(threads: threads) }
  }

  /// Calls `body` with each person that influences a person and the weight in `W`, once a layer and arc.
  func forEachWeight(of person: Int, _ body: (Int, Double) -> Void) {
    for layer in ties.indices where factors[layer][person] > 0 {
      let factor = factors[layer][person]
      ties[layer].forEachTie(of: person) { neighbor, weight in body(neighbor, factor * weight) }
    }
  }
}
