import Compute

/// What turns the change of one application of F into a bound on the error of its result.
///
/// With `r = F(x) - x` and `|e|` the rounding of one application, F(x) as computed is within
/// - contraction: `alpha / (1 - alpha) |r| + |e| / (1 - alpha)`, `alpha = max a < 1`, because F shrinks distances by alpha;
/// - weighted: `(v_i - c) |r| / c + v_i |e| / c`, for any `v > 0` with `c = min((I - A W) v) > 0`. Proof:
///   `x* - x = (I - A W)^-1 r` and `(I - A W)^-1 1 <= v / c`, as the inverse is non-negative; one more application
///   multiplies by `A W`, and `A W v <= v - c`.
struct Certificate {
  private let form: ErrorBound.Form
  /// `v` of the weighted form; empty otherwise.
  let weights: [Double]
  /// `c` of the weighted form; 1 - alpha of the contraction.
  let margin: Double
  /// What the change is multiplied by.
  private let changeFactor: Double
  /// What the rounding error is multiplied by.
  private let roundingFactor: Double
  /// An upper bound of the spectral radius of `A W`, below 1 but for rounding.
  ///
  /// Contraction: alpha. Weighted: `1 - c / max v`, as `A W v <= v - c` (L. Collatz, "Einschliessungssatz für die
  /// charakteristischen Zahlen von Matrizen", Math. Z. 48 (1942)).
  let spectralRadius: Double

  /// The bound of F(x) for a change `|F(x) - x|_inf` and scores of a magnitude.
  func bound(change: Double, magnitude: Double, of model: FriedkinJohnsen) -> ErrorBound {
    let rounding = roundingFactor * model.roundingError(magnitude)
    return ErrorBound(value: changeFactor * change + rounding, rounding: rounding, form: form)
  }

  /// How far x itself is from the equilibrium, for `|F(x) - x|_inf` and the rounding of one application:
  /// `v_i (|r| + |e|) / c`.
  func boundBeforeApplying(residual: Double, rounding: Double) -> Double { roundingFactor * (residual + rounding) }

  /// The residual of x that brings `boundBeforeApplying` within a tolerance; negative where rounding forbids that.
  func residual(within tolerance: Double, rounding: Double) -> Double { tolerance / roundingFactor - rounding }

  /// The change that brings the bound of F(x) within a tolerance; where rounding forbids that, one that brings the bound
  /// down to rounding.
  func change(within tolerance: Double, magnitude: Double, of model: FriedkinJohnsen) -> Double {
    let rounding = model.roundingError(magnitude)
    // A little less, as solvers know their change only up to rounding.
    return max(0.9 * (tolerance - roundingFactor * rounding) / changeFactor, rounding / 2)
  }

  static func contraction(_ alpha: Double) -> Certificate {
    // 1 - alpha is exact for alpha >= 1/2; the factor 1 + 4 eps covers the divisions.
    let slack = 1 + 4 * Double.ulpOfOne
    return Certificate(
      form: .contraction, weights: [], margin: 1 - alpha,
      changeFactor: alpha / (1 - alpha) * slack, roundingFactor: 1 / (1 - alpha) * slack,
      spectralRadius: alpha)
  }

  static func weighted(_ weights: [Double], largest: Double, margin: Double) -> Certificate {
    let slack = 1 + 8 * Double.ulpOfOne
    return Certificate(
      form: .weighted, weights: weights, margin: margin,
      changeFactor: (largest - margin) / margin * slack, roundingFactor: largest / margin * slack,
      spectralRadius: min(1, (1 - margin / largest) * slack))
  }

  /// Whether the bound cannot be brought as low by another certificate.
  func isTighter(than other: Certificate) -> Bool { roundingFactor < other.roundingFactor }
}

extension ErrorBound {
  /// The bound when what the computation starts from is itself off by an error.
  func adding(_ error: Double) -> ErrorBound {
    ErrorBound(value: value + error, rounding: rounding, form: form)
  }
}

extension FriedkinJohnsen {
  /// The tighter of the two certificates, or `nil` if there is none: somebody is not reached by anyone with `a < 1`.
  ///
  /// The weighted one costs rounds of its own, so it is made only where the contraction is loose: `alpha > 0.99`.
  func certificate(_ settings: SolverSettings) -> Certificate? {
    let alpha = susceptibility.max() ?? 0
    let contraction = alpha < 1 ? Certificate.contraction(alpha) : nil
    if alpha <= 0.99 { return contraction }
    guard let weighted = weightedCertificate(settings) else { return contraction }
    guard let contraction else { return weighted }
    return weighted.isTighter(than: contraction) ? weighted : contraction
  }

  /// The certificate of `v` near `(I - A W)^-1 1`, from a fast solver or, where that fails, from a series.
  ///
  /// How `v` came about does not matter: it is checked.
  private func weightedCertificate(_ settings: SolverSettings) -> Certificate? {
    if let quick = quickWeights(settings), let certificate = checked(quick, settings) { return certificate }
    return seriesWeights(settings).flatMap { checked($0, settings) }
  }

  /// `v` with `(I - A W) v` between 0.95 and 1.05, by conjugate or biconjugate gradients, or `nil` after a breakdown.
  private func quickWeights(_ settings: SolverSettings) -> [Double]? {
    let ones = [Double](repeating: 1, count: network.personCount)
    let system = LinearSystem(
      network: network, susceptibility: susceptibility, constant: ones, threads: settings.threads)
    let solver = network.isSymmetric ? Solver.cg : .bicgstab
    var weights = ones
    var acceleration = solver.acceleration(of: system, spectralRadius: 1)
    _ = acceleration?.improve(&weights, to: 0.05, limit: settings.maximumRounds)
    return weights.allSatisfy { $0 > 0 && $0.isFinite } ? weights : nil
  }

  /// `v = sum_k (A W)^k 1`, until the last term is at most 1/2 everywhere, or `nil` if the rounds run out.
  private func seriesWeights(_ settings: SolverSettings) -> [Double]? {
    var sum = [Double](repeating: 1, count: network.personCount)
    var term = sum
    var next = sum
    for _ in 0..<settings.maximumRounds {
      let largest = applyHomogeneous(term, into: &next, threads: settings.threads)
      swap(&term, &next)
      if largest <= 0.5 { return sum }
      for person in sum.indices { sum[person] += term[person] }
    }
    return nil
  }

  /// The certificate of a positive `v`, or `nil` if `c = min((I - A W) v)` is not above 0 beyond rounding.
  private func checked(_ weights: [Double], _ settings: SolverSettings) -> Certificate? {
    var image = weights
    _ = applyHomogeneous(weights, into: &image, threads: settings.threads)
    let largest = weights.max() ?? 1
    // `image` is off by at most the rounding of one application, which must not flatter the margin.
    let margin = (zip(weights, image).lazy.map { $0 - $1 }.min() ?? 1) - 2 * roundingError(largest)
    return margin > 0 ? .weighted(weights, largest: largest, margin: margin) : nil
  }

  /// `A W x`, and its largest entry.
  private func applyHomogeneous(_ values: [Double], into result: inout [Double], threads: ThreadCount) -> Double {
    let largest = Parallel.fill(&result, blocks: network.blocks, threads: threads) { block, slice in
      network.networkScores(block, of: values.span, into: &slice)
      var largest = 0.0
      for person in block {
        let place = person - block.lowerBound
        slice[place] *= susceptibility[person]
        largest = max(largest, slice[place])
      }
      return largest
    }
    return largest.max() ?? 0
  }
}
