import Compute

/// Chebyshev's semi-iteration for mutual influence: `x' = omega (F(x) - x_old) + x_old`.
///
/// Where `W` is reversible, the eigenvalues of `A W` are real and lie in `[-rho, rho]`. With `omega_1 = 1`,
/// `omega_2 = 2 / (2 - rho^2)` and `omega_k+1 = 1 / (1 - rho^2 omega_k / 4)` the error after k rounds is the least over
/// all combinations of iterates, for the worst spectrum in that interval. No sums over people are needed.
///
/// Source: G. H. Golub, R. S. Varga, "Chebyshev semi-iterative methods, successive overrelaxation iterative methods, and
/// second order Richardson iterative methods", Numer. Math. 3 (1961) 147-168.
struct ChebyshevIteration: Acceleration {
  let system: LinearSystem
  /// An upper bound of the spectral radius of `A W`.
  let spectralRadius: Double

  mutating func improve(_ scores: inout [Double], to target: Double, limit: Int) -> Attempt {
    let square = spectralRadius * spectralRadius
    var older = HugePages.array(copying: scores)
    var omega = 1.0
    var used = 0
    var isReached = false
    var stall = Stall()
    while used < limit {
      let largest = combine(scores, into: &older, omega)
      used += 1
      system.progress.advance(by: 1)
      isReached = largest <= target
      if isReached || stall.lasts(largest, round: used) { break }
      swap(&scores, &older)
      omega = used == 1 ? 2 / (2 - square) : 1 / (1 - square * omega / 4)
    }
    return Attempt(applications: used, isReached: isReached)
  }

  /// One step from `x` and the iterate before it, which is overwritten; returns `|F(x) - x|_inf`.
  private func combine(_ scores: [Double], into older: inout [Double], _ omega: Double) -> Double {
    let largest = Parallel.fill(&older, blocks: system.network.blocks, threads: system.threads) { block, slice in
      let scores = scores.span
      let susceptibility = system.susceptibility.span
      let constant = system.constant.span
      var networkScores = [Double](repeating: 0, count: block.count)
      var means = networkScores.mutableSpan
      system.network.networkScores(block, of: scores, into: &means)
      var largest = 0.0
      for person in block {
        let place = person - block.lowerBound
        let weight = susceptibility[person]
        let image = weight > 0 ? weight * means[place] + constant[person] : constant[person]
        largest = max(largest, (image - scores[person]).magnitude)
        slice[place] = omega * (image - slice[place]) + slice[place]
      }
      return largest
    }
    return largest.max() ?? 0
  }
}
