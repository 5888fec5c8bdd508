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

  init(_ frame: TieFrame) {
    count = frame.tied.count
    hasSelfTies = frame.ties.selfTieCount > 0
    s0 = Double(frame.rowCount)
    var rowSums = CompensatedSum()
    for person in frame.tied {
      let row = frame.outgoing[person] > 0 ? 1.0 : 0.0
      rowSums.add((row + frame.standardIncoming[person]) * (row + frame.standardIncoming[person]))
    }
    s2 = rowSums.value
    s1 = frame.isSymmetric ? Self.symmetricS1(frame) : Self.s1(frame)
  }

  /// `S1` where `A_ji = A_ij`, so that `w_ji = A_ij / d_j` is at hand.
  private static func symmetricS1(_ frame: TieFrame) -> Double {
    var squares = CompensatedSum()
    for person in frame.tied {
      frame.ties.forEachTie(of: person) { neighbor, weight in
        let weight = frame.isWeighted ? weight : 1
        let both = weight / frame.outgoing[person] + weight / frame.outgoing[neighbor]
        squares.add(both * both)
      }
    }
    return squares.value / 2
  }

  /// `S1` of any table: `W + W'` is built to find the pairs.
  private static func s1(_ frame: TieFrame) -> Double {
    var both = ArcList()
    both.reserveCapacity(2 * frame.ties.arcCount)
    for person in frame.tied where frame.outgoing[person] > 0 {
      frame.ties.forEachTie(of: person) { neighbor, weight in
        let standard = (frame.isWeighted ? weight : 1) / frame.outgoing[person]
        guard standard > 0 else { return }
        both.append(person, neighbor, standard)
        both.append(neighbor, person, standard)
      }
    }
    let table = TieTable(personCount: frame.ties.personCount, arcs: both)
    var squares = CompensatedSum()
    for person in frame.tied { table.forEachTie(of: person) { _, weight in squares.add(weight * weight) } }
    return squares.value / 2
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
