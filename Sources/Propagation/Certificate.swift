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
  /// What the change is multiplied by.
  private let changeFactor: Double
  /// What the rounding error is multiplied by.
  private let roundingFactor: Double

  /// The bound of F(x) for a change `|F(x) - x|_inf` and scores of a magnitude.
  func bound(change: Double, magnitude: Double, of model: FriedkinJohnsen) -> ErrorBound {
    let rounding = roundingFactor * model.roundingError(magnitude)
    return ErrorBound(value: changeFactor * change + rounding, rounding: rounding, form: form)
  }

  static func contraction(_ alpha: Double) -> Certificate {
    // 1 - alpha is exact for alpha >= 1/2; the factor 1 + 4 eps covers the divisions.
    let slack = 1 + 4 * Double.ulpOfOne
    return Certificate(
      form: .contraction, changeFactor: alpha / (1 - alpha) * slack, roundingFactor: 1 / (1 - alpha) * slack)
  }

  static func weighted(_ largest: Double, _ margin: Double) -> Certificate {
    let slack = 1 + 8 * Double.ulpOfOne
    return Certificate(
      form: .weighted, changeFactor: (largest - margin) / margin * slack, roundingFactor: largest / margin * slack)
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

  /// Sums `v = sum_k (A W)^k 1` until the last term is at most 1/2 everywhere, then checks `c = min((I - A W) v)`.
  private func weightedCertificate(_ settings: SolverSettings) -> Certificate? {
    let count = network.personCount
    var sum = [Double](repeating: 1, count: count)
    var term = sum
    var next = sum
    var rounds = 0
    repeat {
      guard rounds < settings.maximumRounds else { return nil }
      rounds += 1
      let largest = applyHomogeneous(term, into: &next, threads: settings.threads)
      swap(&term, &next)
      if largest <= 0.5 { break }
      for person in 0..<count { sum[person] += term[person] }
    } while true
    _ = applyHomogeneous(sum, into: &next, threads: settings.threads)
    let largest = sum.max() ?? 1
    // `next` is off by at most the rounding of one application, which must not flatter the margin.
    let margin = (zip(sum, next).lazy.map { $0 - $1 }.min() ?? 1) - 2 * roundingError(largest)
    return margin > 0 ? .weighted(largest, margin) : nil
  }

  /// `A W x`, and its largest entry.
  private func applyHomogeneous(_ values: [Double], into result: inout [Double], threads: ThreadCount) -> Double {
    let largest = Parallel.fill(&result, blocks: network.blocks, threads: threads) { block, slice in
      let values = values.span
      var largest = 0.0
      for person in block {
        let weight = susceptibility[person]
        let value = weight > 0 ? weight * network.networkScore(of: person, values) : 0
        slice[person - block.lowerBound] = value
        largest = max(largest, value)
      }
      return largest
    }
    return largest.max() ?? 0
  }
}
