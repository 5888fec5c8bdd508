import Foundation

/// Numbers along an axis.
struct LinearScale: Sendable {
  /// The numbers at the ends; the first is below the second.
  let domain: ClosedRange<Double>
  /// Where the ends lie in the drawing.
  let start: Double
  let end: Double

  /// A scale whose ends lie at two places; a domain of one number is widened.
  init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.domain = Self.widened(domain)
    self.start = start
    self.end = end
  }

  /// A scale for values, with round numbers at its ends; what is not finite plays no part, and without values it runs from
  /// 0 to 1.
  ///
  /// - Parameters:
  ///   - values: what has to have a place.
  ///   - zero: whether 0 has to have one, too.
  init(fitting values: some Sequence<Double>, zero: Bool = false, from start: Double, to end: Double) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite { (low, high) = (min(low, value), max(high, value)) }
    if zero { (low, high) = (min(low, 0), max(high, 0)) }
    if low > high || (zero && low == 0 && high == 0) { (low, high) = (0, 1) }
    let wide = Self.widened(low...high)
    let step = Self.step(for: wide, count: 5)
    low = (wide.lowerBound / step).rounded(.down) * step
    high = (wide.upperBound / step).rounded(.up) * step
    self.init(low...high, from: start, to: end)
  }

  private static func widened(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let size = max(low.magnitude, high.magnitude)
    if high - low > 1e-9 * size { return domain }
    let room = size > 0 ? 0.05 * size : 0.5
    return low - room...high + room
  }

  /// Where a number lies.
  func place(_ value: Double) -> Double {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    // Halved, so that no domain overflows.
    return start + (end - start) * ((value / 2 - low / 2) / (high / 2 - low / 2))
  }

  /// Where a number lies, held between the ends.
  func held(_ value: Double) -> Double { place(min(max(value, domain.lowerBound), domain.upperBound)) }

  /// Round numbers within the domain, about so many.
  ///
  /// Source: P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems (1990).
  func ticks(_ count: Int) -> [Double] {
    let step = Self.step(for: domain, count: count)
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// How many decimals the ticks need to be told apart.
  func decimals(_ count: Int) -> Int {
    let step = Self.step(for: domain, count: count)
    return min(12, max(0, Int(-log10(step).rounded(.down))))
  }

  /// A step of 1, 2 or 5 times a power of ten that cuts a domain into about so many pieces.
  private static func step(for domain: ClosedRange<Double>, count: Int) -> Double {
    let rough = (domain.upperBound / 2 - domain.lowerBound / 2) / Double(max(1, count)) * 2
    let power = pow(10, log10(rough).rounded(.down))
    let factor = rough / power
    return power * (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10)
  }
}
