/// The kernels that walk ties: sums over values picked by index.
public enum Gather {
  /// The sum over k of `weights[k] * values[indices[k]]`, for k in a range.
  ///
  /// Four partial sums are in flight, element k going to sum (k - start) mod 4 and the rest after the last full four to
  /// the first; they are added as (0 + 1) + (2 + 3). The order depends on the range only, so the bits are the same on
  /// every machine and thread count, and the rounding error is at most (count + 4) eps/2 relative to the sum of
  /// magnitudes.
  ///
  /// - Complexity: O(range.count); bound by the memory's answer to the gathers.
  /// - Precondition: every index picked is an index of `values`, and `range` lies in `weights` and `indices`.
  @inlinable public static func weightedSum(
    weights: Span<Double>, indices: Span<Int32>, range: Range<Int>, of values: Span<Double>
  ) -> Double {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= weights.count && range.upperBound <= indices.count,
      "range out of bounds")
    var sum0 = 0.0
    var sum1 = 0.0
    var sum2 = 0.0
    var sum3 = 0.0
    var k = range.lowerBound
    let end = range.upperBound
    while k &+ 4 <= end {
      unsafe sum0 += weights[unchecked: k] * values[Int(indices[unchecked: k])]
      unsafe sum1 += weights[unchecked: k &+ 1] * values[Int(indices[unchecked: k &+ 1])]
      unsafe sum2 += weights[unchecked: k &+ 2] * values[Int(indices[unchecked: k &+ 2])]
      unsafe sum3 += weights[unchecked: k &+ 3] * values[Int(indices[unchecked: k &+ 3])]
      k &+= 4
    }
    while k < end {
      unsafe sum0 += weights[unchecked: k] * values[Int(indices[unchecked: k])]
      k &+= 1
    }
    return (sum0 + sum1) + (sum2 + sum3)
  }

  /// The sum over k of `values[indices[k]]`, for k in a range: `weightedSum` with all weights 1, in the same order.
  @inlinable public static func sum(
    indices: Span<Int32>, range: Range<Int>, of values: Span<Double>
  ) -> Double {
    precondition(range.lowerBound >= 0 && range.upperBound <= indices.count, "range out of bounds")
    var sum0 = 0.0
    var sum1 = 0.0
    var sum2 = 0.0
    var sum3 = 0.0
    var k = range.lowerBound
    let end = range.upperBound
    while k &+ 4 <= end {
      unsafe sum0 += values[Int(indices[unchecked: k])]
      unsafe sum1 += values[Int(indices[unchecked: k &+ 1])]
      unsafe sum2 += values[Int(indices[unchecked: k &+ 2])]
      unsafe sum3 += values[Int(indices[unchecked: k &+ 3])]
      k &+= 4
    }
    while k < end {
      unsafe sum0 += values[Int(indices[unchecked: k])]
      k &+= 1
    }
    return (sum0 + sum1) + (sum2 + sum3)
  }
}
