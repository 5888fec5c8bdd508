/// A solver that improves an estimate by its own reckoning.
///
/// What it says of its own progress is never trusted: the caller applies F and bounds the error of that.
protocol Acceleration {
  /// Brings `|F(x) - x|_inf` down to about a target, or stops where it gets no further.
  ///
  /// - Parameters:
  ///   - scores: `x`, with `x_i = b_i` where `a_i = 0`; may come out worse, or not finite, after a breakdown.
  ///   - target: the residual to reach, in points; above 0.
  ///   - limit: the largest number of applications of `W`, above 0.
  mutating func improve(_ scores: inout [Double], to target: Double, limit: Int) -> Attempt
}

/// What became of one attempt to improve an estimate.
struct Attempt {
  /// How many applications of `W` it took.
  let applications: Int
  /// Whether the target was reached, by the solver's own reckoning; false after a breakdown, a stall or the limit.
  let isReached: Bool
}

extension Solver {
  /// The solver made ready for a system, or `nil` for the fixed point and where the system does not allow it.
  ///
  /// - Parameter spectralRadius: an upper bound of the spectral radius of `A W`, at most 1.
  func acceleration(of system: LinearSystem, spectralRadius: Double) -> (any Acceleration)? {
    switch self {
    case .automatic, .fixedPoint: nil
    case .sor: OverRelaxation(system, spectralRadius: spectralRadius)
    case .chebyshev: ChebyshevIteration(system: system, spectralRadius: spectralRadius)
    case .cg: ConjugateGradients(system)
    case .bicgstab: BiconjugateGradients(system: system)
    }
  }
}
