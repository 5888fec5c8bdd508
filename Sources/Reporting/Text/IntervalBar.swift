import Experiments

/// An interval with its mean as a line of characters: `├──●──┤`, or `|--*--|` in ASCII.
enum IntervalBar {
  /// The bar.
  ///
  /// - Parameters:
  ///   - interval: the ends; without one the mean stands alone.
  ///   - mean: what lies between them.
  ///   - axis: the numbers at the first and the last character; what lies beyond is held there.
  ///   - width: how many characters.
  ///   - mark: a number that is marked behind the bar, such as 0.
  static func text(
    _ interval: Interval?, mean: Double, over axis: ClosedRange<Double>, width: Int, mark: Double? = nil, isPlain: Bool
  ) -> String {
    guard width > 0 else { return "" }
    func place(_ value: Double) -> Int {
      let size = axis.upperBound - axis.lowerBound
      guard size > 0, value.isFinite else { return width / 2 }
      let share = min(max((value - axis.lowerBound) / size, 0), 1)
      return Int((share * Double(width - 1)).rounded())
    }
    var cells = [Character](repeating: " ", count: width)
    if let mark, axis.contains(mark) { cells[place(mark)] = isPlain ? ":" : "┊" }
    if let interval {
      let (low, high) = (place(interval.low), max(place(interval.low), place(interval.high)))
      for position in low...high { cells[position] = isPlain ? "-" : "─" }
      cells[low] = isPlain ? "|" : "├"
      cells[high] = isPlain ? "|" : "┤"
    }
    cells[place(mean)] = isPlain ? "*" : "●"
    return String(cells)
  }

  /// The numbers at the ends of the axis, for the header of such bars; empty where there is no room for them.
  static func header(_ axis: ClosedRange<Double>, width: Int, _ digits: Digits) -> String {
    let (low, high) = (digits.text(axis.lowerBound), digits.text(axis.upperBound))
    let room = width - low.count - high.count
    return room > 0 ? low + String(repeating: " ", count: room) + high : ""
  }

  /// From the lowest to the highest of numbers and the ends of intervals; `nil` if there are none.
  static func axis(_ intervals: some Sequence<Interval?>, _ values: some Sequence<Double?>) -> ClosedRange<Double>? {
    let all = intervals.flatMap { $0.map { [$0.low, $0.high] } ?? [] } + values.compactMap(\.self)
    let there = all.filter(\.isFinite)
    guard let low = there.min(), let high = there.max() else { return nil }
    return low...high
  }
}
