import Compute
import Foundation

/// How unequal a set of numbers is.
public enum Spread {
  /// The Gini coefficient, 0 (all equal) to 1 - 1/n: `sum_i (2 i - n - 1) y_(i) / (n^2 mean)` over the numbers in rising
  /// order, i from 1.
  ///
  /// Divided by n, without the small-sample factor n / (n - 1). It depends on where the scale has its zero. Source:
  /// A. Sen, "On Economic Inequality" (1973), section 2.7.
  ///
  /// - Throws: `Missing` for no numbers, a negative one, or a mean that is not positive.
  public static func gini(_ values: [Double]) throws(Missing) -> Double { try gini(rising: values.risingNumbers) }

  /// The Gini coefficient of numbers that rise already.
  static func gini(rising sorted: [Double]) throws(Missing) -> Double {
    let mean = try positiveMean(sorted)
    let count = Double(sorted.count)
    var sum = CompensatedSum()
    for (position, value) in sorted.enumerated() { sum.add((2 * Double(position + 1) - count - 1) * value) }
    return sum.value / (count * count * mean)
  }

  /// Theil's T, 0 (all equal) to ln n: the mean of `(y / mean) ln(y / mean)`, where 0 ln 0 = 0.
  ///
  /// It depends on where the scale has its zero. Source: H. Theil, "Economics and Information Theory" (1967).
  ///
  /// - Throws: `Missing` for no numbers, a negative one, or a mean that is not positive.
  public static func theil(_ values: [Double]) throws(Missing) -> Double {
    let mean = try positiveMean(values)
    return values.map { theilTerm($0 / mean) }.compensatedMean
  }

  /// `r ln r - r + 1`, 1 at 0.
  ///
  /// Where the ratios have mean 1, their `r - 1` add up to 0, so the sum is that of `r ln r`. But each term is 0 or more,
  /// and nearly equal numbers do not lose their digits to terms of both signs.
  static func theilTerm(_ ratio: Double) -> Double { ratio == 0 ? 1 : max(0, ratio * log(ratio) - (ratio - 1)) }

  /// The mean, never outside the numbers by rounding: equal numbers have exactly their value as mean, and no variance.
  static func mean(_ values: [Double]) -> Double {
    guard let low = values.min(), let high = values.max() else { return 0 }
    return min(max(values.compensatedMean, low), high)
  }

  /// The variance, divided by n.
  public static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum / Double(max(1, values.count))
  }

  /// The value below which a share of the numbers lies, by linear interpolation between order statistics.
  ///
  /// Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages" (1996), type 7, the default of R and numpy.
  ///
  /// - Parameters:
  ///   - sorted: the numbers, rising, at least one.
  ///   - share: from 0 to 1.
  public static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let position = share * Double(sorted.count - 1)
    let below = Int(position.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }

  private static func positiveMean(_ values: [Double]) throws(Missing) -> Double {
    if values.isEmpty { throw Missing("there are no people") }
    if let negative = values.first(where: { $0 < 0 }) { throw Missing("a value is negative (\(negative))") }
    let mean = mean(values)
    if mean <= 0 { throw Missing("the mean is not above 0") }
    return mean
  }
}
