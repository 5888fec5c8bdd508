import Foundation

/// Numbers as exact as a picture needs them, which makes their text short.
struct DrawnNumbers {
  /// One over the step of scores.
  private let perScore: Double

  /// Scores to about a hundred-thousandth of the scale: thousandths of a point for Zhima Credit.
  init(scale width: Double) {
    let digits = 5 - log10(width).rounded(.down)
    perScore = (0...15).contains(digits) ? pow(10, digits) : 0
  }

  /// A score; as it is on scales on which rounding makes no short text.
  func score(_ value: Double) -> Double { perScore > 0 ? (value * perScore).rounded() / perScore : value }

  /// A share, to some digits.
  static func share(_ value: Double, digits: Int) -> Double {
    guard value > 1e-15, value < 1_000 else { return value }
    let factor = pow(10, Double(digits - 1) - log10(value).rounded(.down))
    return (value * factor).rounded() / factor
  }
}
