import Experiments
import Foundation

/// How numbers of one column are written: with as many decimals as their intervals justify.
///
/// An interval is given two digits of its width: one of width 0.012 has three decimals. Of several intervals the median
/// width counts, so that a single narrow one does not lengthen a whole column.
struct Digits: Sendable, Equatable {
  /// Digits behind the point.
  let decimals: Int
  /// Whether numbers are too large or too small to be written out.
  let isScientific: Bool

  /// So many decimals.
  init(decimals: Int) {
    self.decimals = decimals
    isScientific = false
  }

  /// The digits for numbers and the intervals around them.
  ///
  /// Without an interval that has a width, a tenth of the spread of the numbers stands for one; without a spread, numbers
  /// get four digits.
  init(_ intervals: some Sequence<Interval?>, values: some Sequence<Double>) {
    let widths = intervals.compactMap { $0?.width }.filter { $0.isFinite && $0 > 0 }.sorted()
    let values = values.filter(\.isFinite)
    let size = values.map(\.magnitude).max() ?? 0
    // A width of rounding errors says nothing about digits.
    let least = 1e-12 * size
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    if let median = widths.isEmpty ? nil : widths[widths.count / 2], median > least {
      self.init(width: median, size: size)
    } else if high - low > max(least, .leastNormalMagnitude) {
      self.init(width: (high - low) / 10, size: size)
    } else if values.allSatisfy({ $0.rounded() == $0 }) {
      self.init(width: 10, size: size)
    } else {
      self.init(width: size / 100, size: size)
    }
  }

  private init(width: Double, size: Double) {
    let needed = width > 0 ? Int((-log10(width) - 1e-9).rounded(.up)) + 1 : 0
    decimals = min(9, max(0, needed))
    isScientific = needed > 9 || size >= 1e12
  }

  /// A number; `-` if there is none.
  func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "-" }
    if isScientific { return NumberText.scientific(value) }
    let text = NumberText.fixed(value, decimals)
    return value.magnitude < 10_000 ? text : NumberText.grouped(text)
  }

  /// A change, always with its sign.
  func signed(_ value: Double?) -> String {
    let text = text(value)
    guard let value, value > 0, text.contains(where: { ("1"..."9").contains($0) }) else { return text }
    return "+" + text
  }

  /// From where to where: `0.169 to 0.190`; `-` if there is no interval.
  func range(_ interval: Interval?) -> String {
    interval.map { "\(text($0.low)) to \(text($0.high))" } ?? "-"
  }
}
