import Foundation

/// Quantiles of Student's t distribution.
package enum StudentQuantile {
  /// The number that a variable with so many degrees of freedom is below with probability p.
  ///
  /// The distribution function is the finite sum of M. Abramowitz, I. A. Stegun, "Handbook of mathematical functions"
  /// (1964), 26.7.3 and 26.7.4, in the angle `atan(t / sqrt(freedom))`, which bisection inverts to the last bits.
  ///
  /// - Parameters:
  ///   - p: between 0.5 and 1, both excluded.
  ///   - freedom: the degrees of freedom, at least 1.
  /// - Complexity: O(freedom).
  package static func value(_ p: Double, _ freedom: Int) -> Double {
    precondition(p > 0.5 && p < 1 && freedom > 0, "a quantile above the median")
    let inside = 2 * p - 1
    var (low, high) = (0.0, Double.pi / 2)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if share(within: middle, freedom) < inside { low = middle } else { high = middle }
    }
    return Double(freedom).squareRoot() * tan((low + high) / 2)
  }

  /// The probability of being nearer to 0 than `sqrt(freedom) tan(angle)`.
  private static func share(within angle: Double, _ freedom: Int) -> Double {
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = freedom % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = freedom == 1 ? 0 : term
    for step in stride(from: isOdd ? 3 : 2, to: freedom, by: 2) {
      term *= Double(step - 1) / Double(step) * cosine * cosine
      sum += term
    }
    return isOdd ? 2 / .pi * (angle + sine * sum) : sine * sum
  }
}
