import Foundation

/// Where the values of a factor lie along an axis: numbers, perhaps by their logarithms, or levels one after the other.
struct FactorAxis: Sendable {
  private let scale: LinearScale
  let isLogarithmic: Bool
  /// What is written at the axis, if it is not for the scale to say: places and words.
  private let labels: [(value: Double, text: String)]

  /// An axis for numbers; the ends get a little room.
  ///
  /// - Parameters:
  ///   - values: what has to have a place.
  ///   - isLogarithmic: whether equal steps are equal ratios; not so if a value is not above 0.
  ///   - labels: what is written where; without any, round numbers.
  init(
    _ values: [Double], isLogarithmic: Bool, labels: [(value: Double, text: String)] = [], from start: Double,
    to end: Double
  ) {
    let there = values.filter(\.isFinite)
    let isLogarithmic = isLogarithmic && there.allSatisfy { $0 > 0 }
    self.isLogarithmic = isLogarithmic
    self.labels = labels
    let (low, high) = (there.min() ?? 0, there.max() ?? 1)
    let (one, other) = isLogarithmic ? (log10(low), log10(high)) : (low, high)
    let room = 0.04 * (other - one)
    scale = LinearScale(one - room...other + room, from: start, to: end)
  }

  /// Where a value lies.
  func place(_ value: Double) -> Double { scale.place(isLogarithmic ? log10(value) : value) }

  /// What is written, and where: all that fits without touching, the last before those in between.
  func ticks(count: Int) -> [(place: Double, text: String)] {
    let all = (labels.isEmpty ? round(count) : labels).map { (place: place($0.value), text: $0.text) }
    func half(_ tick: (place: Double, text: String)) -> Double {
      (MarkupText.width(tick.text) + 1) * Drawing.letterWidth / 2
    }
    guard var last = all.first else { return [] }
    var kept = [last]
    for tick in all.dropFirst() where tick.place - half(tick) >= last.place + half(last) {
      kept.append(tick)
      last = tick
    }
    if let end = all.last, end.place > last.place {
      while kept.count > 1, let before = kept.last, before.place + half(before) > end.place - half(end) {
        kept.removeLast()
      }
      if let before = kept.last, before.place + half(before) <= end.place - half(end) { kept.append(end) }
    }
    return kept
  }

  /// Round numbers; on an axis of ratios 1, 2 and 5 times powers of ten.
  private func round(_ count: Int) -> [(value: Double, text: String)] {
    guard isLogarithmic else {
      let decimals = scale.decimals(count)
      return scale.ticks(count).map { ($0, NumberText.grouped(NumberText.fixed($0, decimals))) }
    }
    let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
    let powers = Int(low.rounded(.down))...Int(high.rounded(.up))
    let steps: [Double] = high - low > 3 ? [1] : [1, 2, 5]
    return powers.flatMap { power in
      steps.map { $0 * pow(10, Double(power)) }.filter { low...high ~= log10($0) }
        .map { (value: $0, text: NumberText.fixed($0, max(0, -power))) }
    }
  }

  /// Whether numbers are spaced by equal ratios rather than by equal steps.
  static func isSpacedByRatio(_ values: [Double]) -> Bool {
    let sorted = values.sorted()
    guard sorted.count > 2, let low = sorted.first, let high = sorted.last, low > 0, high.isFinite, high / low >= 4
    else { return false }
    let ratios = zip(sorted.dropFirst(), sorted).map { log($0 / $1) }
    guard let least = ratios.min(), let most = ratios.max() else { return false }
    return least > 0 && most / least < 1.6
  }
}

extension Drawing {
  /// An axis of a factor below a plot.
  mutating func factorAxis(_ axis: FactorAxis, _ plot: Plot, title: String) {
    for tick in axis.ticks(count: max(4, Int(plot.width / 70))) {
      line(tick.place, plot.bottom, tick.place, plot.bottom + 4, .role(.axis))
      let half = MarkupText.width(tick.text) * Self.letterWidth / 2
      text(
        MarkupText.isolated(tick.text), x: min(max(tick.place, half), width - half), y: plot.bottom + 17, .middle,
        .faint)
    }
    line(plot.left, plot.bottom, plot.right, plot.bottom, .role(.axis))
    let short = MarkupText.fitted(title, to: plot.width / Self.letterWidth)
    text(short, x: (plot.left + plot.right) / 2, y: plot.bottom + 34, .middle, .faint)
  }

  /// How much room the numbers of a vertical axis need.
  static func room(_ scale: LinearScale, count: Int = 5) -> Double {
    let decimals = scale.decimals(count)
    let texts = scale.ticks(count).map { NumberText.grouped(NumberText.fixed($0, decimals)) }
    return max(34, (texts.map { MarkupText.width($0) }.max() ?? 3) * letterWidth + 12)
  }
}
