import Compute
import GraphModel

/// About what scores lack when F moves them by residuals `r = F(x) - x`.
struct Correction {
  /// `e`, one a person, in points.
  let values: [Double]
  /// How many sweeps over all ties it took.
  let sweeps: Int
}

extension FriedkinJohnsen {
  /// About what scores lack when F moves them by residuals `r = F(x) - x`: `e` with `(I - A W) e = r`.
  ///
  /// With the exact e, `x + e` is the equilibrium. As e has to be right only relative to r, it takes as many sweeps as
  /// bring |r| down to the target, not as many as solving from own scores.
  ///
  /// - Parameters:
  ///   - residuals: `r`, one a person.
  ///   - target: the residual to reach, by the solver's own reckoning, in points; above 0.
  ///   - solver: how; not `automatic`, and one that works for the network.
  ///   - spectralRadius: an upper bound of the spectral radius of `A W`, at most 1.
  ///   - limit: the largest number of sweeps, above 0.
  ///   - settings: those the equilibrium was found with.
  /// - Returns: e, or anything at all after a breakdown: the caller applies F to `x + e` and bounds the error of that.
  /// - Complexity: O(people + arcs) a sweep.
  func correction(
    of residuals: [Double], to target: Double, by solver: Solver, spectralRadius: Double, limit: Int,
    _ settings: SolverSettings
  ) -> Correction {
    // Where an order of people pays for the equilibrium, it has been made.
    if let rearranged = network.rearranged, expectedSweeps(settings) >= RearrangedNetwork.worthwhileFrom {
      let model = rearranged.model(of: self, threads: settings.threads)
      let order = rearranged.order
      let correction = model.correction(
        of: order.arranged(residuals, threads: settings.threads), to: target, by: solver,
        spectralRadius: spectralRadius, limit: limit, settings)
      return Correction(
        values: order.restored(correction.values, threads: settings.threads), sweeps: correction.sweeps)
    }
    let system = LinearSystem(
      network: network, susceptibility: susceptibility, constant: residuals, threads: settings.threads,
      progress: settings.progress)
    // Chebyshev's iteration for a spectrum of nothing but 0 is plain iteration.
    var acceleration =
      solver.acceleration(of: system, spectralRadius: spectralRadius)
      ?? ChebyshevIteration(system: system, spectralRadius: 0)
    // What a round of plain iteration makes of 0.
    var values = HugePages.array(copying: residuals)
    let attempt = acceleration.improve(&values, to: target, limit: limit)
    return Correction(values: values, sweeps: attempt.applications)
  }
}
