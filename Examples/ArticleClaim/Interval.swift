import Experiments
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
    halfWidth = StudentT.quantile(0.975, freedom: count - 1) * (variance / count).squareRoot()
  }

  var low: Double { mean - halfWidth }
  var high: Double { mean + halfWidth }
  /// Whether 0 lies outside.
  var isClear: Bool { low > 0 || high < 0 }

  func text(_ places: Int) -> String {
    String(format: "%.\(places)f [%.\(places)f, %.\(places)f]", mean, low, high)
  }
}
