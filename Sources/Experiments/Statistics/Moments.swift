import Compute

/// Mean and spread of some numbers, at least one, by two passes of compensated sums.
struct Moments {
  let count: Int
  let lowest: Double
  let highest: Double
  let mean: Double
  /// The sum of the squared deviations from the mean; 0 exactly if all numbers are equal.
  let squares: Double

  /// - Precondition: there is a number, and all are finite.
  init(_ values: [Double]) {
    guard let lowest = values.min(), let highest = values.max() else { preconditionFailure("no numbers have no mean") }
    precondition(values.allSatisfy(\.isFinite), "a mean is taken of finite numbers")
    count = values.count
    self.lowest = lowest
    self.highest = highest
    // Rounding must neither move the mean of equal numbers nor give them a spread.
    let mean = lowest == highest ? lowest : values.compensatedMean
    self.mean = mean
    squares = values.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum
  }

  /// The standard deviation, from the sum of squares over n - 1; nil for one number.
  var deviation: Double? { count < 2 ? nil : (squares / Double(count - 1)).squareRoot() }
}
