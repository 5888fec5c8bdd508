import Foundation

// In here, `half` is half the degrees of freedom, the first argument of the incomplete beta function.
extension StudentT {
  /// The chance of a value above t, at least 0.
  static func upperTail(_ t: Double, _ half: Double) -> Double {
    let terms = Terms(t, half)
    guard terms.x < (half + 1) / (half + 2.5) else { return 0.5 - centralPart(t, half) }
    let front = exp(half * terms.logX) * terms.y.squareRoot() * gammaRatio(half) / Double.pi.squareRoot()
    return 0.5 * front / half * fraction(terms.x, half, 0.5)
  }

  /// The chance of a value from 0 to t, at least 0.
  static func centralPart(_ t: Double, _ half: Double) -> Double {
    let terms = Terms(t, half)
    guard terms.x >= (half + 1) / (half + 2.5) else { return 0.5 - upperTail(t, half) }
    let front = exp(half * terms.logX) * terms.y.squareRoot() * gammaRatio(half) / Double.pi.squareRoot()
    return front * fraction(terms.y, 0.5, half)
  }

  static func density(_ t: Double, _ half: Double) -> Double {
    exp((half + 0.5) * Terms(t, half).logX) * gammaRatio(half) / (2 * half * Double.pi).squareRoot()
  }

  /// The arguments of the beta function: x = freedom / (freedom + t²), y = 1 - x.
  private struct Terms {
    let x: Double
    let y: Double
    let logX: Double

    init(_ t: Double, _ half: Double) {
      let scaled = t / (2 * half).squareRoot()
      let square = scaled * scaled
      x = 1 / (1 + square)
      y = scaled > 1 ? 1 / (1 + 1 / square) : square / (1 + square)
      logX = scaled > 0x1p30 ? -2 * log(scaled) : -log1p(square)
    }
  }

  /// Γ(z + 1/2) / Γ(z), by its asymptotic series at z + n, brought down by the functional equation of Γ.
  ///
  /// Logarithms of Γ would lose the digits that their size takes. Source of the series: DLMF 5.11.13.
  private static func gammaRatio(_ z: Double) -> Double {
    var shifted = z
    var factor = 1.0
    while shifted < 64 {
      factor *= shifted / (shifted + 0.5)
      shifted += 1
    }
    let u = 1 / (8 * shifted)
    let coefficients: [Double] = [1, -1, 0.5, 2.5, -2.625, -49.875, 54.3125]
    return factor * shifted.squareRoot() * coefficients.reversed().reduce(0) { $0 * u + $1 }
  }

  /// The continued fraction of the incomplete beta function, without its front factor.
  ///
  /// Sources: DLMF 8.17.22; the modified method of Lentz as in W. H. Press et al., "Numerical Recipes", section 6.4.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    func kept(_ value: Double) -> Double { value.magnitude < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var value = d
    var m = 1.0
    while true {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      value *= d * c
      if (d * c - 1).magnitude <= 0x1p-52 { return value }
      m += 1
    }
  }
}
