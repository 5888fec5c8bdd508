import Compute
import GraphModel

/// What the measures of sorting need of a table of ties, worked out once and used for many sets of scores.
struct TieFrame: Sendable {
  let ties: TieTable
  /// Whether weights count, or every arc counts 1.
  let isWeighted: Bool
  /// Whether the table is known to be symmetric.
  let isSymmetric: Bool
  /// The people with a tie in either direction, rising.
  let tied: [Int]
  /// Row sums: what leaves each person.
  let outgoing: [Double]
  /// Column sums: what arrives at each person.
  let incoming: [Double]
  /// Column sums of the row-standardised weights.
  let standardIncoming: [Double]
  /// The sum of all weights.
  let total: Double
  /// How many rows are not empty; the sum `S0` of the row-standardised weights.
  let rowCount: Int

  init(_ ties: TieTable, isWeighted: Bool, isSymmetric: Bool = false) {
    self.ties = ties
    self.isWeighted = isWeighted
    self.isSymmetric = isSymmetric
    let count = ties.personCount
    let outgoing = isWeighted ? ties.strengths : (0..<count).map { Double(ties.degree(of: $0)) }
    var incoming = [CompensatedSum](repeating: CompensatedSum(), count: count)
    var standard = incoming
    for person in 0..<count {
      ties.forEachTie(of: person) { neighbor, weight in
        let weight = isWeighted ? weight : 1
        incoming[neighbor].add(weight)
        standard[neighbor].add(weight / outgoing[person])
      }
    }
    self.outgoing = outgoing
    self.incoming = incoming.map(\.value)
    standardIncoming = standard.map(\.value)
    tied = (0..<count).filter { outgoing[$0] > 0 || incoming[$0].value > 0 }
    total = outgoing.compensatedSum
    rowCount = outgoing.count { $0 > 0 }
  }

  /// `(A z)_i`.
  func sum(of values: Span<Double>, for person: Int) -> Double {
    isWeighted ? ties.weightedSum(of: values, for: person) : ties.sum(of: values, for: person)
  }
}

/// Three measures of how alike tied people's scores are, from one walk over the ties.
struct TieStatistics: Sendable {
  /// Newman's numeric assortativity, or `nil` if one end has no spread.
  let assortativity: Double?
  /// Moran's I with row-standardised weights, or `nil` if there is no spread.
  let moran: Double?
  /// Geary's C with row-standardised weights, or `nil` if there is no spread.
  let geary: Double?

  /// The measures of scores on a frame.
  ///
  /// With `z` the scores less their mean over people with ties:
  /// - assortativity `r = (<z_i z_j> - <z_i><z_j>) / (sd_i sd_j)`, means over arcs `i -> j` by weight (M. E. J. Newman,
  ///   "Mixing patterns in networks", Phys. Rev. E 67 (2003) 026126, eq. 21, with weights);
  /// - Moran's `I = (n / S0) sum_i z_i (W z)_i / sum_i z_i^2` (Moran 1950);
  /// - Geary's `C = (n - 1) / (2 S0) sum_ij W_ij (z_i - z_j)^2 / sum_i z_i^2` (Geary 1954),
  ///   with W the row-standardised weights and S0 the number of people whose row is not empty.
  init(_ scores: [Double], on frame: TieFrame) {
    let mean = frame.tied.lazy.map { scores[$0] }.compensatedMean
    let centered = scores.map { $0 - mean }
    let span = centered.span
    var square = CompensatedSum()
    var product = CompensatedSum()
    var standardProduct = CompensatedSum()
    var difference = CompensatedSum()
    let source = End(centered, frame.outgoing, frame)
    let target = End(centered, frame.incoming, frame)
    for person in frame.tied {
      let value = centered[person]
      square.add(value * value)
      difference.add(value * value * frame.standardIncoming[person])
      guard frame.outgoing[person] > 0 else { continue }
      let sum = frame.sum(of: span, for: person)
      product.add((value - source.mean) * sum)
      let lag = sum / frame.outgoing[person]
      standardProduct.add(value * lag)
      difference.add(value * value - 2 * value * lag)
    }
    let count = Double(frame.tied.count)
    let rows = Double(frame.rowCount)
    let hasSpread = frame.tied.contains { scores[$0] != scores[frame.tied[0]] } && square.value > 0
    moran = hasSpread ? count / rows * standardProduct.value / square.value : nil
    geary = hasSpread && count > 1 ? (count - 1) / (2 * rows) * max(0, difference.value) / square.value : nil
    let spread = source.deviation * target.deviation
    assortativity = spread > 0 ? min(1, max(-1, product.value / frame.total / spread)) : nil
  }

  /// The scores at one end of the arcs, each counting by the weight that starts or arrives there.
  private struct End {
    let mean: Double
    /// The standard deviation; exactly 0 if all scores at this end are equal.
    let deviation: Double

    init(_ scores: [Double], _ weights: [Double], _ frame: TieFrame) {
      let people = frame.tied.lazy.filter { weights[$0] > 0 }
      guard let first = people.first, people.contains(where: { scores[$0] != scores[first] }) else {
        (mean, deviation) = (0, 0)
        return
      }
      var sum = CompensatedSum()
      for person in people { sum.add(weights[person] * scores[person]) }
      let mean = sum.value / frame.total
      var squares = CompensatedSum()
      for person in people {
        let distance = scores[person] - mean
        squares.add(weights[person] * distance * distance)
      }
      self.mean = mean
      deviation = (squares.value / frame.total).squareRoot()
    }
  }
}
