import Compute

extension BoundedConfidence {
  /// Rounds among everyone, on sorted scores: nobody ever overtakes anybody, so they are sorted once.
  func opinionsAmongEveryone(_ settings: SolverSettings) -> Opinions {
    let order = ownScores.risingOrder()
    var scores = order.map { ownScores[Int($0)] }
    var previous = scores
    var windows = TrustWindows(scores, reach)
    var rounds = 0
    var change = 0.0
    var isSettled = false
    while !isSettled && rounds < settings.maximumRounds {
      swap(&previous, &scores)
      change = windows.means(of: previous, into: &scores)
      rounds += 1
      settings.progress.advance(by: 1)
      let next = TrustWindows(scores, reach)
      isSettled = change <= settings.tolerance && next == windows
      windows = next
    }
    func restored(_ sorted: [Double]) -> [Double] {
      var values = sorted
      for (place, person) in order.enumerated() { values[Int(person)] = sorted[place] }
      return values
    }
    return Opinions(
      scores: restored(scores), previousScores: restored(previous), rounds: rounds, change: change,
      isSettled: isSettled)
  }
}

/// For each place in a list of sorted scores the range of places within reach.
private struct TrustWindows: Equatable {
  private var starts: [Int32]
  private var ends: [Int32]

  /// The windows of rising scores.
  ///
  /// - Complexity: O(people): both ends only move up.
  init(_ scores: [Double], _ reach: ConfidenceReach) {
    starts = []
    ends = []
    starts.reserveCapacity(scores.count)
    ends.reserveCapacity(scores.count)
    var start = 0
    var end = 0
    for score in scores {
      while !reach.covers(score, scores[start]) { start += 1 }
      while end < scores.count && reach.covers(scores[end], score) { end += 1 }
      starts.append(Int32(start))
      ends.append(Int32(end))
    }
  }

  /// Writes the mean of each window, and returns the largest change.
  ///
  /// A mean is computed once a window, so people with equal scores stay equal and so do people with equal windows.
  func means(of scores: [Double], into result: inout [Double]) -> Double {
    let sums = RunningSums(scores)
    var mean = -Double.infinity
    var last = 0..<0
    var change = 0.0
    for place in scores.indices {
      let window = Int(starts[place])..<Int(ends[place])
      if window != last {
        let (low, high) = (scores[window.lowerBound], scores[window.upperBound - 1])
        // Rounding must neither leave the window nor let anybody overtake.
        mean = max(mean, low == high ? low : min(high, max(low, sums.mean(window))))
        last = window
      }
      result[place] = mean
      change = max(change, (mean - scores[place]).magnitude)
    }
    return change
  }
}

/// Sums over any range of a list, from sums over its beginnings that are kept to about twice the digits of a double.
///
/// A sliding sum that adds and subtracts would carry the rounding of everything it has passed; here a mean depends on its
/// range and on the list alone and is right to the last bit or nearly so.
private struct RunningSums {
  private var sums: [Double] = [0]
  private var errors: [Double] = [0]

  init(_ values: [Double]) {
    sums.reserveCapacity(values.count + 1)
    errors.reserveCapacity(values.count + 1)
    var sum = 0.0
    var error = 0.0
    for value in values {
      let (next, lost) = Self.sum(sum, value)
      sum = next
      error += lost
      sums.append(sum)
      errors.append(error)
    }
  }

  func mean(_ range: Range<Int>) -> Double {
    let count = Double(range.count)
    let (sum, lost) = Self.sum(sums[range.upperBound], -sums[range.lowerBound])
    let rest = (errors[range.upperBound] - errors[range.lowerBound]) + lost
    let quotient = sum / count
    // The remainder of the division is a double, and the fused product gives it exactly.
    return quotient + (sum.addingProduct(-quotient, count) + rest) / count
  }

  /// A sum of two doubles and what rounding took from it, exactly.
  ///
  /// Source: D. E. Knuth, "The art of computer programming", volume 2, section 4.2.2.
  private static func sum(_ one: Double, _ other: Double) -> (sum: Double, lost: Double) {
    let sum = one + other
    let part = sum - one
    return (sum, (one - (sum - part)) + (other - part))
  }
}
