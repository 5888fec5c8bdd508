import Foundation

/// Whether a series goes one way, by more than its own noise explains.
///
/// Two tests share the level equally, and the better one counts:
///
/// - Mann-Kendall: `S`, the number of pairs that rise less those that fall. Its variance for independent values,
///   `(n(n-1)(2n+5) - ties) / 18`, is multiplied by `1 + 2 / (n(n-1)(n-2)) sum_k (n-k)(n-k-1)(n-k-2) r_k` for serial
///   correlation (Hamed and Rao 1998). With their sample autocorrelations the test finds a trend in 20 to 40% of stationary
///   series that hold 0.9 of their value, at a nominal 1%; so `r_k = phi^k`, never below 0, with phi estimated around a
///   parabola and freed from its bias to first order, `(n r_1 + 3) / (n - 5)`. The parabola is there lest the bend of a
///   trend is taken for noise. As phi is estimated from little, `S` over its deviation is held against Student's t with
///   `n / correction - 2` degrees of freedom, rounded down, and 1 at least. These three changes are ours.
/// - The signs of the steps, for smooth curves of any form: if all m that are not 0 go one way, `p = 2^(1-m)`, which is
///   exact for a random walk without drift.
///
/// Measured with 2000 series each of 10, 20, 50 and 100 values: at a nominal 1% false alarms are at most 0.5% for
/// independent values, 3.0% for an AR(1) that holds 0.9 (20 values; 1.5% for 50), 3.7% for one that holds 0.95, and 4.8% for
/// a random walk, which has no trend but does not return either.
///
/// Sources: H. B. Mann, Econometrica 13 (1945) 245-259; M. G. Kendall, "Rank correlation methods" (1975); K. H. Hamed,
/// A. R. Rao, "A modified Mann-Kendall trend test for autocorrelated data", J. Hydrology 204 (1998) 182-196; P. K. Sen,
/// J. American Statistical Association 63 (1968) 1379-1389, for the slope.
public struct TrendTest: Sendable, Codable, Equatable {
  /// The smallest number of values that is tested.
  public static let fewest = 10
  /// The largest number of values that is tested; longer series are averaged in so many equal blocks.
  public static let most = 200

  /// How many values were compared.
  public let count: Int
  /// Pairs that rise less pairs that fall.
  public let s: Int
  /// The factor by which serial correlation enlarges the variance of `s`, 1 or more.
  public let correction: Double
  /// The two-sided p value.
  public let p: Double
  /// The median slope of all pairs, a period.
  public let slope: Double
  /// How far the series has gone: the slope times the periods from the first value to the last.
  public let change: Double

  /// Tests a series.
  ///
  /// - Parameter values: one a period; what is not finite is passed over, and keeps its place in time.
  /// - Returns: `nil` with fewer than `fewest` values.
  /// - Complexity: O(values + m^2 log m) with m the values that are compared, `most` at most.
  public init?(_ values: some Collection<Double>) {
    let points = Self.points(Array(values))
    guard points.count >= Self.fewest else { return nil }
    var rising = 0
    var slopes: [Double] = []
    var ties = 0
    for (later, point) in points.enumerated() {
      for earlier in points[..<later] {
        rising += point.value > earlier.value ? 1 : point.value < earlier.value ? -1 : 0
        slopes.append((point.value - earlier.value) / (point.time - earlier.time))
      }
    }
    for run in Self.runs(points.map(\.value).sorted()) { ties += run * (run - 1) * (2 * run + 5) }
    slopes.sort()
    let n = Double(points.count)
    let middle = slopes.count / 2
    count = points.count
    s = rising
    slope = slopes.count.isMultiple(of: 2) ? (slopes[middle - 1] + slopes[middle]) / 2 : slopes[middle]
    change = slope * (points[points.count - 1].time - points[0].time)
    correction = Self.correction(points)
    let variance = (n * (n - 1) * (2 * n + 5) - Double(ties)) / 18 * correction
    let t = variance > 0 ? Double(max(0, abs(rising) - 1)) / variance.squareRoot() : 0
    let byRank = Self.student(t, degrees: max(1, Int(n / correction) - 2))
    p = min(1, 2 * min(byRank, Self.steps(points.map(\.value))))
  }

  private struct Point {
    let time: Double
    let value: Double
  }

  /// The values with their times, averaged in blocks if there are too many.
  private static func points(_ values: [Double]) -> [Point] {
    let blocks = min(values.count, most)
    return (0..<blocks).compactMap { block in
      let times = (block * values.count / blocks..<(block + 1) * values.count / blocks).filter { values[$0].isFinite }
      guard !times.isEmpty else { return nil }
      let count = Double(times.count)
      return Point(
        time: Double(times.reduce(0, +)) / count, value: times.reduce(0) { $0 + values[$1] } / count)
    }
  }

  /// How often each value stands in a sorted list.
  private static func runs(_ sorted: [Double]) -> [Int] {
    var runs: [Int] = []
    for (position, value) in sorted.enumerated() {
      if position > 0, sorted[position - 1] == value { runs[runs.count - 1] += 1 } else { runs.append(1) }
    }
    return runs
  }

  /// The chance of so many steps one way, if all go that way; else 1.
  private static func steps(_ values: [Double]) -> Double {
    let steps = zip(values.dropFirst(), values).map(-).filter { $0 != 0 }
    guard !steps.isEmpty, steps.allSatisfy({ $0 > 0 }) || steps.allSatisfy({ $0 < 0 }) else { return 1 }
    return pow(2, 1 - Double(steps.count))
  }

  /// The factor of the variance for an AR(1) around a parabola.
  private static func correction(_ points: [Point]) -> Double {
    let n = Double(points.count)
    let center = points.reduce(0) { $0 + $1.time } / n
    // Polynomials that are orthogonal on these times, from degree 0 to 2.
    var basis: [[Double]] = []
    var rest = points.map(\.value)
    func remove(_ base: [Double], from vector: inout [Double]) {
      let share = zip(base, vector).reduce(0) { $0 + $1.0 * $1.1 } / base.reduce(0) { $0 + $1 * $1 }
      for position in vector.indices { vector[position] -= share * base[position] }
    }
    var total = 0.0
    for degree in 0...2 {
      var base = points.map { pow($0.time - center, Double(degree)) }
      for earlier in basis { remove(earlier, from: &base) }
      remove(base, from: &rest)
      basis.append(base)
      if degree == 0 { total = rest.reduce(0) { $0 + $1 * $1 } }
    }
    let variance = rest.reduce(0) { $0 + $1 * $1 }
    // What is left of a parabola without noise is rounding.
    guard variance > 1e-18 * total else { return 1 }
    let first = zip(rest.dropFirst(), rest).reduce(0) { $0 + $1.0 * $1.1 } / variance
    let phi = min(max((n * first + 3) / (n - 5), 0), 0.99)
    var sum = 0.0
    var power = 1.0
    for lag in 1..<points.count {
      power *= phi
      let left = n - Double(lag)
      sum += left * (left - 1) * (left - 2) * power
    }
    return 1 + 2 * sum / (n * (n - 1) * (n - 2))
  }

  /// The two-sided p value of Student's t, by its finite sum for whole degrees of freedom.
  ///
  /// Source: M. Abramowitz, I. A. Stegun, "Handbook of mathematical functions" (1964), 26.7.3 and 26.7.4.
  static func student(_ t: Double, degrees: Int) -> Double {
    let angle = atan(t.magnitude / Double(degrees).squareRoot())
    let square = cos(angle) * cos(angle)
    let isOdd = !degrees.isMultiple(of: 2)
    var term = isOdd ? cos(angle) : 1
    var sum = degrees == 1 ? 0 : term
    for factor in stride(from: isOdd ? 2 : 1, to: degrees - 2, by: 2) {
      term *= square * Double(factor) / Double(factor + 1)
      sum += term
    }
    sum *= sin(angle)
    return max(0, 1 - (isOdd ? 2 / Double.pi * (angle + sum) : sum))
  }
}
