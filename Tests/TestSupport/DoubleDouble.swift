/// A number of about 32 digits: the unevaluated sum of two doubles.
///
/// The reference answers are computed in it, so that their own rounding is far below any bound that is held against them.
///
/// Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971); the
/// product by fused multiply-add, Y. Hida, X. S. Li, D. H. Bailey, "Algorithms for quad-double precision", ARITH-15 (2001).
package struct DoubleDouble: Sendable {
  private let high: Double
  private let low: Double

  package init(_ value: Double) {
    high = value
    low = 0
  }

  /// The exact sum of two doubles, the first at least as large in magnitude as the second.
  private init(ordered large: Double, _ small: Double) {
    high = large + small
    low = small - (high - large)
  }

  package static let zero = DoubleDouble(0)
  package static let one = DoubleDouble(1)

  /// The nearest double.
  package var value: Double { high }

  package var magnitude: DoubleDouble { high < 0 ? -self : self }

  package static prefix func - (number: DoubleDouble) -> DoubleDouble {
    DoubleDouble(ordered: -number.high, -number.low)
  }

  package static func + (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble {
    let sum = one.high + other.high
    let part = sum - one.high
    let error = (one.high - (sum - part)) + (other.high - part)
    return DoubleDouble(ordered: sum, error + one.low + other.low)
  }

  package static func - (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble { one + -other }

  package static func * (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble {
    let product = one.high * other.high
    let error = (-product).addingProduct(one.high, other.high)
    return DoubleDouble(ordered: product, error + (one.high * other.low + one.low * other.high))
  }

  package static func / (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble {
    let first = one.high / other.high
    let rest = one - other * DoubleDouble(first)
    let second = rest.high / other.high
    let rest2 = rest - other * DoubleDouble(second)
    return DoubleDouble(ordered: first, second) + DoubleDouble(rest2.high / other.high)
  }

  package static func > (one: DoubleDouble, other: DoubleDouble) -> Bool {
    one.high > other.high || (one.high == other.high && one.low > other.low)
  }
}
