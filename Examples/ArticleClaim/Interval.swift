import Foundation

/// A mean with its 95% confidence interval by Student's t.
struct Interval {
  let mean: Double
  let halfWidth: Double

  /// The interval of the mean of independent numbers, two at least.
  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    self.mean = mean
    halfWidth = Self.quantile(values.count - 1) * (variance / count).squareRoot()
  }

  var low: Double { mean - halfWidth }
  var high: Double { mean + halfWidth }
  /// Whether 0 lies outside.
  var isClear: Bool { low > 0 || high < 0 }

  /// The 97.5% quantile of Student's t, by an expansion around the normal one.
  ///
  /// Source: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.5; off by less than 1 in 1,000
  /// from 4 degrees of freedom on.
  static func quantile(_ freedom: Int) -> Double {
    let (z, n) = (1.959963984540054, Double(freedom))
    let first = (pow(z, 3) + z) / 4
    let second = (5 * pow(z, 5) + 16 * pow(z, 3) + 3 * z) / 96
    let third = (3 * pow(z, 7) + 19 * pow(z, 5) + 17 * pow(z, 3) - 15 * z) / 384
    let fourth = (79 * pow(z, 9) + 776 * pow(z, 7) + 1482 * pow(z, 5) - 1920 * pow(z, 3) - 945 * z) / 92_160
    return z + first / n + second / (n * n) + third / pow(n, 3) + fourth / pow(n, 4)
  }

  func text(_ places: Int) -> String {
    String(format: "%.\(places)f [%.\(places)f, %.\(places)f]", mean, low, high)
  }
}
