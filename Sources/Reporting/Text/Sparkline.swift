/// A series of numbers as one line of small blocks.
///
/// The lowest value of the line is `▁`, the highest `█`, with eight heights between them at even steps; without Unicode,
/// `_ . - ~ ^ "` are six heights. A series that does not move, or by less than 1e-12 of its size, is a line at half
/// height (`▄`, or `-`). What is missing is a blank.
///
/// Source: E. R. Tufte, "Beautiful evidence" (2006), 46-63.
enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let plainBlocks: [Character] = ["_", ".", "-", "~", "^", "\""]

  /// The line.
  ///
  /// - Parameters:
  ///   - values: one a period; `nil` and what is not finite is missing.
  ///   - width: how many characters at most. Longer series are cut into so many stretches of nearly equal length, each shown
  ///     by the mean of what it has; shorter ones take a character a value.
  ///   - isPlain: whether only ASCII is used.
  static func text(_ values: [Double?], width: Int, isPlain: Bool) -> String {
    let points = resampled(values, to: width)
    let levels = isPlain ? plainBlocks : blocks
    guard let low = points.compactMap(\.self).min(), let high = points.compactMap(\.self).max() else {
      return String(repeating: " ", count: points.count)
    }
    // Means of equal numbers differ in their last bits.
    let isMoving = high / 2 - low / 2 > 0.5e-12 * max(low.magnitude, high.magnitude)
    return String(
      points.map { point in
        guard let point else { return " " }
        guard isMoving else { return levels[(levels.count - 1) / 2] }
        // Halved before they are subtracted, so that nothing overflows.
        let share = (point / 2 - low / 2) / (high / 2 - low / 2)
        return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
      })
  }

  /// What the lowest and the highest character of the line stand for, for labels; `nil` if nothing is there.
  static func range(_ values: [Double?], width: Int) -> ClosedRange<Double>? {
    let points = resampled(values, to: width).compactMap(\.self)
    guard let low = points.min(), let high = points.max() else { return nil }
    return low...high
  }

  /// The first and the last value that are there, for labels.
  static func ends(_ values: [Double?]) -> (first: Double, last: Double)? {
    let there = values.compactMap { value in value.flatMap { $0.isFinite ? $0 : nil } }
    guard let first = there.first, let last = there.last else { return nil }
    return (first, last)
  }

  private static func resampled(_ values: [Double?], to width: Int) -> [Double?] {
    let count = min(values.count, max(0, width))
    return (0..<count).map { cell in
      let there = values[cell * values.count / count..<(cell + 1) * values.count / count].compactMap { value in
        value.flatMap { $0.isFinite ? $0 : nil }
      }
      return there.isEmpty ? nil : there.reduce(0) { $0 + $1 / Double(there.count) }
    }
  }
}
