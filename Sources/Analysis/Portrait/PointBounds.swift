/// The smallest upright rectangle around points.
struct PointBounds {
  /// Its left and upper sides.
  let low: SIMD2<Double>
  /// Its right and lower sides.
  let high: SIMD2<Double>

  /// The rectangle around points; `nil` without any.
  init?(_ points: some Sequence<SIMD2<Double>>) {
    var bounds: (low: SIMD2<Double>, high: SIMD2<Double>)?
    for point in points {
      let before = bounds ?? (point, point)
      bounds = (pointwiseMin(before.low, point), pointwiseMax(before.high, point))
    }
    guard let bounds else { return nil }
    (low, high) = bounds
  }

  /// Its width and height.
  var size: SIMD2<Double> { high - low }
  /// The longer of width and height.
  var longSide: Double { size.max() }
}
