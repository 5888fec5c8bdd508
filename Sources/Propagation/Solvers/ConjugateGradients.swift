import Compute

/// Conjugate gradients for mutual influence.
///
/// With `d` the strengths and `C` the mixed symmetric weights, `W = D^-1 C`, and `D A^-1 (I - A W) = D A^-1 - C` is
/// symmetric, and positive definite where the equilibrium is unique. Preconditioned by its diagonal part `D A^-1` the
/// operator is `I - A W` again, self-adjoint in the inner product with weights `d_i / a_i`. So an iteration takes one
/// application of `W`, and the preconditioned residual is `F(x) - x` itself. People with `a_i = 0` are known: their
/// residual and weight are 0.
///
/// Source: M. R. Hestenes, E. Stiefel, "Methods of conjugate gradients for solving linear systems", J. Res. Nat. Bur.
/// Standards 49 (1952) 409-436; preconditioned as in Y. Saad, Iterative Methods for Sparse Linear Systems (2003), 9.2.
struct ConjugateGradients: Acceleration {
  private let system: LinearSystem
  /// `d_i / a_i` against the largest, so that no sum overflows; 0 for people with `a_i = 0`.
  private let weights: [Double]

  init(_ system: LinearSystem) {
    self.system = system
    let weights = zip(system.network.strengths, system.susceptibility).map { $1 > 0 ? $0 / $1 : 0 }
    let largest = weights.max() ?? 0
    self.weights = largest > 0 ? weights.map { $0 / largest } : weights
  }

  mutating func improve(_ scores: inout [Double], to target: Double, limit: Int) -> Attempt {
    var direction = HugePages.array(copying: scores)
    var image = direction
    var largest = system.residual(scores, into: &direction)
    var used = 1
    var energy = zip(direction, weights).lazy.map { $0 * $0 * $1 }.compensatedSum
    var estimates = zip(scores, direction).map { Estimate(value: $0, residual: $1) }
    var stall = Stall()
    while largest > target, used < limit, !stall.lasts(largest, round: used) {
      let curvature = system.apply(direction, into: &image) { person, value in
        (weights[person] * direction[person] * value, 0)
      }.0
      used += 1
      let step = energy / curvature
      guard curvature > 0, step.isFinite else { break }
      let sums = advance(&estimates, along: direction, image, by: step)
      guard sums.first.isFinite else { break }
      largest = sums.largest
      turn(&direction, to: estimates, keeping: sums.first / energy)
      energy = sums.first
    }
    scores = estimates.map(\.value)
    return Attempt(applications: used, isReached: largest <= target)
  }

  /// `x += step p`, `r -= step q`; the weighted square of the new r, and its largest magnitude.
  private func advance(
    _ estimates: inout [Estimate], along direction: [Double], _ image: [Double], by step: Double
  ) -> PairOfSums {
    Parallel.fill(&estimates, blocks: system.network.blocks, threads: system.threads) { block, slice in
      let direction = direction.span
      let image = image.span
      let weights = weights.span
      var sums = PairOfSums()
      for person in block {
        var estimate = slice[person - block.lowerBound]
        estimate.value += step * direction[person]
        estimate.residual -= step * image[person]
        slice[person - block.lowerBound] = estimate
        sums.first += weights[person] * estimate.residual * estimate.residual
        sums.largest = max(sums.largest, estimate.residual.magnitude)
      }
      return sums
    }.total
  }

  /// `p = r + ratio p`.
  private func turn(_ direction: inout [Double], to estimates: [Estimate], keeping ratio: Double) {
    Parallel.fill(&direction, blocks: system.network.blocks, threads: system.threads) { block, slice in
      let estimates = estimates.span
      for person in block {
        slice[person - block.lowerBound] = estimates[person].residual + ratio * slice[person - block.lowerBound]
      }
    }
  }
}
