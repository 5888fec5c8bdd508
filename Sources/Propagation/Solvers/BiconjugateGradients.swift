import Compute

/// Stabilised biconjugate gradients, for influence that is not mutual: two applications of the map an iteration.
///
/// The residual of `(I - A W) x = b` is `F(x) - x`; the target is one of its size as the system measures it. Breakdowns (a
/// sum that vanishes or is not finite) end the attempt; the caller starts again from the estimate or goes over to the
/// fixed point.
///
/// Source: H. A. van der Vorst, "Bi-CGSTAB: a fast and smoothly converging variant of Bi-CG for the solution of
/// nonsymmetric linear systems", SIAM J. Sci. Stat. Comput. 13 (1992) 631-644.
struct BiconjugateGradients<System: FixedPointSystem>: Acceleration {
  let system: System

  mutating func improve(_ scores: inout [Double], to target: Double, limit: Int) -> Attempt {
    var shadow = [Double](repeating: 0, count: scores.count)
    var size = system.residual(scores, into: &shadow)
    var used = 1
    // Against the size, so that no square overflows or vanishes.
    let scale = size > 0 ? 1 / size : 1
    var direction = HugePages.array(copying: shadow)
    for person in shadow.indices { shadow[person] *= scale }
    var estimates = zip(scores, direction).map { Estimate(value: $0, residual: $1) }
    var directionImage = [Double](repeating: 0, count: scores.count)
    var half = HugePages.array(copying: directionImage)
    var halfImage = directionImage
    var rho = zip(shadow, direction).lazy.map { $0 * $1 }.compensatedSum
    var stall = Stall()
    while size > target, used + 2 <= limit, !stall.lasts(size, round: used) {
      let projection = system.apply(direction, into: &directionImage) { person, value in (shadow[person] * value, 0) }.0
      let alpha = rho / projection
      used += 1
      guard alpha.isFinite else { break }
      retreat(&half, from: estimates, along: directionImage, by: alpha)
      let sums = system.apply(half, into: &halfImage) { person, value in (value * half[person], value * value) }
      used += 1
      // A half step that solves the system leaves nothing to smooth.
      let omega = sums.1 > 0 ? sums.0 / sums.1 : 0
      guard omega.isFinite else { break }
      let next = advance(
        &estimates, direction: direction, by: alpha, half: half, image: halfImage, by: omega, shadow: shadow)
      guard next.first.isFinite else { break }
      size = System.isMeasuredBySum ? next.second : next.largest
      let beta = next.first / rho * (alpha / omega)
      guard beta.isFinite else { break }
      turn(&direction, to: estimates, against: directionImage, omega: omega, beta: beta)
      rho = next.first
    }
    scores = estimates.map(\.value)
    return Attempt(applications: used, isReached: size <= target)
  }

  /// `s = r - alpha v`.
  private func retreat(
    _ half: inout [Double], from estimates: [Estimate], along image: [Double], by alpha: Double
  ) {
    Parallel.fill(&half, blocks: system.blocks, threads: system.threads) { block, slice in
      let estimates = estimates.span
      let image = image.span
      for person in block {
        slice[person - block.lowerBound] = estimates[person].residual - alpha * image[person]
      }
    }
  }

  /// `x += alpha p + omega s`, `r = s - omega t`; the product of r with the shadow, the sum of its magnitudes and
  /// the largest.
  private func advance(
    _ estimates: inout [Estimate], direction: [Double], by alpha: Double, half: [Double], image: [Double],
    by omega: Double, shadow: [Double]
  ) -> PairOfSums {
    Parallel.fill(&estimates, blocks: system.blocks, threads: system.threads) { block, slice in
      let direction = direction.span
      let half = half.span
      let image = image.span
      let shadow = shadow.span
      var sums = PairOfSums()
      for person in block {
        var estimate = slice[person - block.lowerBound]
        estimate.value += alpha * direction[person] + omega * half[person]
        estimate.residual = half[person] - omega * image[person]
        slice[person - block.lowerBound] = estimate
        sums.first += shadow[person] * estimate.residual
        sums.second += estimate.residual.magnitude
        sums.largest = max(sums.largest, estimate.residual.magnitude)
      }
      return sums
    }.total
  }

  /// `p = r + beta (p - omega v)`.
  private func turn(
    _ direction: inout [Double], to estimates: [Estimate], against image: [Double], omega: Double, beta: Double
  ) {
    Parallel.fill(&direction, blocks: system.blocks, threads: system.threads) { block, slice in
      let estimates = estimates.span
      let image = image.span
      for person in block {
        let place = person - block.lowerBound
        slice[place] = estimates[person].residual + beta * (slice[place] - omega * image[person])
      }
    }
  }
}
