/// The direction in which points spread most.
struct PrincipalAxis {
  /// A vector of length 1.
  let direction: SIMD2<Double>

  /// The first eigenvector of a symmetric matrix of two rows.
  init(xx: Double, xy: Double, yy: Double) {
    let half = (xx - yy) / 2
    let root = (half * half + xy * xy).squareRoot()
    // Of the two ways to write the vector the one that does not cancel.
    let raw = half >= 0 ? SIMD2(half + root, xy) : SIMD2(xy, root - half)
    let length = (raw * raw).sum().squareRoot()
    direction = length > 0 ? raw / length : SIMD2(1, 0)
  }
}
