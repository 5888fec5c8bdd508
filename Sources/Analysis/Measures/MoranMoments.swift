import Compute
import GraphModel

/// Expectation and standard deviation of Moran's I and Geary's C when scores are dealt to people at random.
///
/// Source: A. D. Cliff, J. K. Ord, "Spatial Processes" (1981), section 2.3, under randomisation, with row-standardised
/// weights: `S1 = 1/2 sum_ij (w_ij + w_ji)^2`, `S2 = sum_i (w_i. + w_.i)^2`, `k = m4 / m2^2`. It is derived for `w_ii = 0`:
/// with self-ties there are no moments here.
struct MoranMoments: Sendable {
  let s0: Double
  let s1: Double
  let s2: Double
  let count: Int
  private let hasSelfTies: Bool

  init(_ frame: TieFrame, threads: ThreadCount = .one) {
    count = frame.tied.count
    hasSelfTies = frame.ties.selfTieCount > 0
    s0 = Double(frame.rowCount)
    var rowSums = CompensatedSum()
    for person in frame.tied {
      let row = frame.outgoing[person] > 0 ? 1.0 : 0.0
      rowSums.add((row + frame.standardIncoming[person]) * (row + frame.standardIncoming[person]))
    }
    s2 = rowSums.value
    let reciprocals = frame.outgoing.map { $0 > 0 ? 1 / $0 : 0 }
    s1 =
      frame.sum(threads: threads, CompensatedSum()) { people, sum in
        for person in people {
          sum.add(
            frame.isSymmetric
              ? Self.symmetricTerm(person, frame, reciprocals) : Self.term(person, frame, reciprocals))
        }
      } _: {
        $0.add($1)
      }.value
  }

  /// One person's part of `S1` where `A_ji = A_ij`, so that `w_ji = A_ij / d_j` is at hand:
  /// `1/2 sum_j (w_ij + w_ji)^2`.
  private static func symmetricTerm(_ person: Int, _ frame: TieFrame, _ reciprocals: [Double]) -> Double {
    let own = reciprocals[person]
    var sum = 0.0
    frame.ties.forEachTie(of: person) { neighbor, weight in
      let both = (frame.isWeighted ? weight : 1) * (own + reciprocals[neighbor])
      sum += both * both
    }
    return sum / 2
  }

  /// One person's part of `S1` of any table: `S1 = sum_ij w_ij^2 + sum_ij w_ij w_ji`, and the person's row of `A` and of
  /// `A'` are walked side by side to find the pairs with both.
  private static func term(_ person: Int, _ frame: TieFrame, _ reciprocals: [Double]) -> Double {
    var back: [(neighbor: Int, weight: Double)] = []
    frame.reversed.forEachTie(of: person) { neighbor, weight in
      back.append((neighbor, (frame.isWeighted ? weight : 1) * reciprocals[neighbor]))
    }
    let own = reciprocals[person]
    var next = 0
    var sum = 0.0
    frame.ties.forEachTie(of: person) { neighbor, weight in
      let weight = (frame.isWeighted ? weight : 1) * own
      sum += weight * weight
      while next < back.count, back[next].neighbor < neighbor { next += 1 }
      if next < back.count, back[next].neighbor == neighbor { sum += weight * back[next].weight }
    }
    return sum
  }

  /// Moran's I of scores: expectation `-1 / (n - 1)` and standard deviation; `nil` for fewer than 4 people, no
  /// spread or self-ties.
  func moran(_ scores: [Double], tied: [Int]) -> (expected: Double, deviation: Double)? {
    guard count > 3, !hasSelfTies, let k = kurtosis(scores, tied) else { return nil }
    let n = Double(count)
    let expected = -1 / (n - 1)
    let first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
    let second = k * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    let variance = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected * expected
    return variance > 0 ? (expected, variance.squareRoot()) : nil
  }

  /// Geary's C of scores: expectation 1 and standard deviation; `nil` for fewer than 4 people, no spread or
  /// self-ties.
  func geary(_ scores: [Double], tied: [Int]) -> (expected: Double, deviation: Double)? {
    guard count > 3, !hasSelfTies, let k = kurtosis(scores, tied) else { return nil }
    let n = Double(count)
    let first = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k)
    let second = 0.25 * (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k)
    let third = s0 * s0 * (n * n - 3 - (n - 1) * (n - 1) * k)
    let variance = (first - second + third) / (n * (n - 2) * (n - 3) * s0 * s0)
    return variance > 0 ? (1, variance.squareRoot()) : nil
  }

  private func kurtosis(_ scores: [Double], _ tied: [Int]) -> Double? {
    let mean = tied.lazy.map { scores[$0] }.compensatedMean
    let second = tied.lazy.map { (scores[$0] - mean) * (scores[$0] - mean) }.compensatedMean
    guard second > 0 else { return nil }
    let fourth = tied.lazy.map { person in
      let square = (scores[person] - mean) * (scores[person] - mean)
      return square * square
    }.compensatedMean
    return fourth / (second * second)
  }
}
