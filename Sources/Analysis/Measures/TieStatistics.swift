import Compute
import GraphModel

/// Measures of how alike tied people's scores are, and of who has friends with higher ones, from one walk over the ties.
package struct TieStatistics: Sendable {
  /// Newman's numeric assortativity, or `nil` if one end has no spread.
  package let assortativity: Double?
  /// Moran's I with row-standardised weights, or `nil` if there is no spread.
  package let moran: Double?
  /// Geary's C with row-standardised weights, or `nil` if there is no spread.
  let geary: Double?
  /// The share of people whose friends have a higher mean score, see `FriendshipParadox`; `nil` without ties.
  let friendsAbove: Double?
  /// The mean score at the far end of a tie less that of people with ties, see `FriendshipParadox`; `nil` without ties.
  let friendsExcess: Double?

  /// The measures of scores on a frame.
  ///
  /// With `z` the scores less their mean over people with ties:
  /// - assortativity `r = (<z_i z_j> - <z_i><z_j>) / (sd_i sd_j)`, means over arcs `i -> j` by weight (M. E. J. Newman,
  ///   "Mixing patterns in networks", Phys. Rev. E 67 (2003) 026126, eq. 21, with weights);
  /// - Moran's `I = (n / S0) sum_i z_i (W z)_i / sum_i z_i^2` (Moran 1950);
  /// - Geary's `C = (n - 1) / (2 S0) sum_ij W_ij (z_i - z_j)^2 / sum_i z_i^2` (Geary 1954),
  ///   with W the row-standardised weights and S0 the number of people whose row is not empty.
  package init(_ scores: [Double], on frame: TieFrame, threads: ThreadCount = .one) {
    let mean = frame.tied.lazy.map { scores[$0] }.compensatedMean
    let centered = scores.map { $0 - mean }
    let source = End(centered, frame.outgoing, frame, threads)
    let target = frame.isSymmetric ? source : End(centered, frame.incoming, frame, threads)
    let sums = frame.sum(threads: threads, Sums()) { people, sums in
      sums.add(people, centered, mean: mean, frame, sourceMean: source.mean)
    } _: {
      $0.add($1)
    }
    let square = sums.square.value
    let count = Double(frame.tied.count)
    let rows = Double(frame.rowCount)
    let hasSpread = square > 0 && frame.tied.contains { scores[$0] != scores[frame.tied[0]] }
    moran = hasSpread ? count / rows * sums.standardProduct.value / square : nil
    geary = hasSpread && count > 1 ? (count - 1) / (2 * rows) * max(0, sums.difference.value) / square : nil
    friendsAbove = rows > 0 ? Double(sums.above) / rows : nil
    friendsExcess = rows > 0 ? sums.ends.value / frame.total - sums.own.value / rows : nil
    let spread = source.deviation * target.deviation
    assortativity = spread > 0 ? min(1, max(-1, sums.product.value / frame.total / spread)) : nil
  }

  /// What the walk adds up.
  private struct Sums: Sendable {
    var square = CompensatedSum()
    var product = CompensatedSum()
    var standardProduct = CompensatedSum()
    var difference = CompensatedSum()
    var ends = CompensatedSum()
    var own = CompensatedSum()
    var above = 0

    mutating func add(_ people: Range<Int>, _ centered: [Double], mean: Double, _ frame: TieFrame, sourceMean: Double) {
      var neighbors = [Double](repeating: 0, count: people.count)
      var span = neighbors.mutableSpan
      frame.ties.weightedSums(of: centered.span, for: people, isCounting: !frame.isWeighted, into: &span)
      for person in people where frame.isTied(person) {
        let value = centered[person]
        square.add(value * value)
        difference.add(value * value * frame.standardIncoming[person])
        guard frame.outgoing[person] > 0 else { continue }
        let sum = span[person - people.lowerBound]
        product.add((value - sourceMean) * sum)
        let lag = sum / frame.outgoing[person]
        standardProduct.add(value * lag)
        difference.add(value * value - 2 * value * lag)
        ends.add(sum)
        own.add(value)
        // Equal means differ by the rounding of their sums.
        if lag > value + 1e-12 * (value + mean).magnitude { above += 1 }
      }
    }

    mutating func add(_ other: Sums) {
      square.add(other.square)
      product.add(other.product)
      standardProduct.add(other.standardProduct)
      difference.add(other.difference)
      ends.add(other.ends)
      own.add(other.own)
      above += other.above
    }
  }

  /// The scores at one end of the arcs, each counting by the weight that starts or arrives there.
  private struct End {
    let mean: Double
    /// The standard deviation; exactly 0 if all scores at this end are equal.
    let deviation: Double

    init(_ scores: [Double], _ weights: [Double], _ frame: TieFrame, _ threads: ThreadCount) {
      guard let first = weights.firstIndex(where: { $0 > 0 }),
        weights.indices.contains(where: { weights[$0] > 0 && scores[$0] != scores[first] })
      else {
        (mean, deviation) = (0, 0)
        return
      }
      func total(_ term: (Double) -> Double) -> Double {
        frame.sum(threads: threads, CompensatedSum()) { people, sum in
          for person in people where weights[person] > 0 { sum.add(weights[person] * term(scores[person])) }
        } _: {
          $0.add($1)
        }.value
      }
      let mean = total { $0 } / frame.total
      self.mean = mean
      deviation = (total { ($0 - mean) * ($0 - mean) } / frame.total).squareRoot()
    }
  }
}
