import Foundation

/// The normal distribution with mean 0 and standard deviation 1.
enum Normal {
  /// The chance of a value above z.
  static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }
}
