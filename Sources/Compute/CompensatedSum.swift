/// A sum that keeps the rounding error of each addition and gives it back at the end.
///
/// The result of adding n numbers one by one is within 2 eps of the exact sum relative to the sum of magnitudes,
/// whatever n. Adding in the same order gives the same bits.
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974).
public struct CompensatedSum: Sendable {
  @usableFromInline var sum = 0.0
  @usableFromInline var correction = 0.0

  /// An empty sum, 0.
  @inlinable public init() {}

  /// Adds one number.
  @inlinable public mutating func add(_ value: Double) {
    let next = sum + value
    if sum.magnitude >= value.magnitude {
      correction += (sum - next) + value
    } else {
      correction += (value - next) + sum
    }
    sum = next
  }

  /// Adds what another sum holds, its corrections included.
  @inlinable public mutating func add(_ other: CompensatedSum) {
    add(other.sum)
    correction += other.correction
  }

  /// The sum so far; infinite once it has left the range of doubles.
  @inlinable public var value: Double { sum.isFinite ? sum + correction : sum }
}

extension Sequence<Double> {
  /// The sum of the numbers, in their order, with compensated rounding.
  @inlinable public var compensatedSum: Double {
    var sum = CompensatedSum()
    for value in self { sum.add(value) }
    return sum.value
  }
}

extension Collection<Double> {
  /// The mean of the numbers; 0 for none.
  @inlinable public var compensatedMean: Double { isEmpty ? 0 : compensatedSum / Double(count) }
}
