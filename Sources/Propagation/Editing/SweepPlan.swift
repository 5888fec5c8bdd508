import Foundation

/// How residuals of everybody can be brought down by sweeps over all ties, and how much pushing that is worth.
///
/// All of it is counted in arcs, so that the choice between pushing and sweeping is the same on every machine and for any
/// number of threads.
struct SweepPlan {
  /// The solver to sweep with.
  let solver: Solver
  /// By how much a sweep brings down the logarithm of residuals, by what is known of the spectrum.
  private let gain: Double
  /// How many pushed arcs take as long as a sweep.
  private let arcsWorthASweep: Double

  /// How many swept arcs take as long as one that is pushed along, which is gone to at random by one thread alone.
  private static let sweptArcsPerPushed = 32.0
  /// How many arcs a sweep's work on one person's scores takes as long as.
  private static let arcsPerPerson = 8.0
  /// How many sweeps it takes to begin and to certify the answer.
  private static let fixedSweeps = 3.0
  /// How many sweeps bringing changed ties into one table takes as long as.
  private static let rebuildingSweeps = 12.0
  /// How many rounds of plain iteration take as long as a sweep of a solver that needs sums over people.
  private static let solverCost = 1.25

  /// A plan for a network.
  ///
  /// - Parameters:
  ///   - asked: the solver to sweep with, if it works for the network; else, and for `automatic`, the one that by the
  ///     spectral radius is fastest.
  ///   - isSymmetric: whether influence is mutual.
  ///   - spectralRadius: an upper bound of the spectral radius of `A W`.
  init(asked: Solver, isSymmetric: Bool, spectralRadius: Double, arcs: Int, people: Int) {
    let radius = min(max(spectralRadius, 0.01), 1 - 1e-9)
    let plain = -log(radius)
    // Chebyshev's polynomials for the interval [-radius, radius]; two sweeps a step where influence is not mutual.
    let accelerated = acosh(1 / radius) / (isSymmetric ? 1 : 2)
    var solver = asked
    if solver == .automatic || (solver.needsMutualInfluence && !isSymmetric) {
      let fast = isSymmetric ? Solver.cg : .bicgstab
      solver = accelerated > Self.solverCost * plain ? fast : .fixedPoint
    }
    self.solver = solver
    gain = solver == .fixedPoint ? plain : accelerated
    arcsWorthASweep = (Double(arcs) + Self.arcsPerPerson * Double(people)) / Self.sweptArcsPerPushed
  }

  /// How many arcs may be pushed along to bring residuals from one size down to another.
  ///
  /// As many as cost what the sweeps do that are saved by it.
  func arcs(from high: Double, to low: Double) -> Int {
    guard high > low, low > 0 else { return 0 }
    return Int(min(log(high / low) / gain, 10_000) * arcsWorthASweep)
  }

  /// How many arcs may be pushed along besides if no sweep at all is needed then.
  ///
  /// - Parameter isRewired: whether changed ties would have to be brought into one table first.
  func arcs(toAvoidSweeping isRewired: Bool) -> Int {
    Int((Self.fixedSweeps + (isRewired ? Self.rebuildingSweeps : 0)) * arcsWorthASweep)
  }
}
