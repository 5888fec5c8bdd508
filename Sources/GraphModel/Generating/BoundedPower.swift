import Compute
import Foundation

/// The power law with density in proportion to x^-exponent between two bounds.
struct BoundedPower: Sendable {
  let low: Double
  let high: Double
  let exponent: Double

  /// A number, drawn by inverting the distribution function.
  func draw(_ stream: inout RandomStream) -> Double {
    let point = stream.uniform()
    let power = 1 - exponent
    // The limit of the general formula; near 1 that formula would lose its digits.
    if power.magnitude < 1e-9 { return low * pow(high / low, point) }
    let value = low * pow(1 - point * (1 - pow(high / low, power)), 1 / power)
    return min(max(value, low), high)
  }

  /// The share of draws below a number.
  package func share(below value: Double) -> Double {
    let power = 1 - exponent
    let x = min(max(value, low), high)
    if power.magnitude < 1e-9 { return log(x / low) / log(high / low) }
    return (1 - pow(x / low, power)) / (1 - pow(high / low, power))
  }
}
