import Foundation

/// Student's t distribution with any number of degrees of freedom from 1 on, whole or not.
///
/// A small chance is computed as a tail, never as 1 less the rest, so that it keeps its digits. Against sums of 350
/// digits, chances from 1e-300 on, both functions are right to 4e-14 of the value for freedoms from 1 to 1,000, and to
/// 4e-11 up to 10^6.
public enum StudentT {
  /// The chance of a value of at most t.
  ///
  /// The upper tail is half the regularised incomplete beta function, I(x; freedom / 2, 1 / 2) / 2 with
  /// x = freedom / (freedom + t²). Complexity: the continued fraction takes O(√freedom) steps at worst, a dozen mostly.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, section 8.17 (the fraction is 8.17.22).
  ///
  /// - Precondition: `freedom` is finite and at least 1.
  public static func cumulative(_ t: Double, freedom: Double) -> Double {
    let half = half(freedom)
    if t.isNaN { return t }
    let tail = upperTail(t.magnitude, half)
    return t < 0 ? tail : 1 - tail
  }

  /// The value that is exceeded with a chance of 1 - p: -inf for 0, inf for 1.
  ///
  /// Newton's method on the distance of p from 1/2 near the middle, and on the logarithms of tail and t farther out,
  /// between bounds that bisection closes where a step leaves them.
  ///
  /// - Precondition: `p` is from 0 to 1; `freedom` is finite and at least 1.
  public static func quantile(_ p: Double, freedom: Double) -> Double {
    precondition(0 <= p && p <= 1, "a chance is from 0 to 1, not \(p)")
    let half = half(freedom)
    let tail = min(p, 1 - p)
    if tail == 0 { return p == 0 ? -.infinity : .infinity }
    let value = tail > 0.25 ? central((p - 0.5).magnitude, half) : outer(tail, half)
    return p < 0.5 ? -value : value
  }

  private static func half(_ freedom: Double) -> Double {
    precondition(freedom >= 1 && freedom.isFinite, "degrees of freedom are finite and at least 1, not \(freedom)")
    return freedom / 2
  }

  /// The t whose distribution function is 1/2 + `part`; the function is concave there, so Newton rises to it from 0.
  private static func central(_ part: Double, _ half: Double) -> Double {
    var t = 0.0
    for _ in 0..<100 {
      let next = t + (part - centralPart(t, half)) / density(t, half)
      if (next - t).magnitude <= 0x1p-52 * next { return next }
      t = next
    }
    return t
  }

  /// The t whose upper tail is `tail`, at most 1/4.
  private static func outer(_ tail: Double, _ half: Double) -> Double {
    var high = 1.0
    while upperTail(high, half) > tail { high *= 2 }
    var low = high == 1 ? 0.5 : high / 2
    var t = high
    for _ in 0..<200 {
      let found = upperTail(t, half)
      if found > tail { low = t } else { high = t }
      var next = t * exp(found * log(found / tail) / (t * density(t, half)))
      if !(low <= next && next <= high) { next = (low + high) / 2 }
      if (next - t).magnitude <= 0x1p-52 * t { return next }
      t = next
    }
    return t
  }
}
