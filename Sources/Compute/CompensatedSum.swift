/// A sum that keeps the rounding error of each addition and gives it back at the end.
///
/// The result of adding n numbers one by one is within 2 eps of the exact sum relative to the sum of magnitudes,
/// whatever n. Adding in the same order gives the same bits.
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974).
public struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var correction = 0.0

  /// An empty sum, 0.
  public init() {}

  /// Adds one number.
  public mutating func add(_ value: Double) {
    let next = sum + value
    if sum.magnitude >= value.magnitude {
      correction += (sum - next) + value
    } else {
      correction += (value - next) + sum
    }
    sum = next
  }

  /// The sum so far; infinite once it has left the range of doubles.
  public var value: Double { sum.isFinite ? sum + correction : sum }
}

extension Sequence<Double> {
  /// The sum of the numbers, in their order, with compensated rounding.
  public var compensatedSum: Double {
    var sum = CompensatedSum()
    for value in self { sum.add(value) }
    return sum.value
  }
}

extension Collection<Double> {
  /// The mean of the numbers; 0 for none.
  public var compensatedMean: Double { isEmpty ? 0 : compensatedSum / Double(count) }
}
