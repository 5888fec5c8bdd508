/// A way to compute the equilibrium `x* = (I - A W)^-1 (I - A) s`.
///
/// The answer is the same within its bound whichever is used: each ends with one application of F, and the bound is that
/// of F. They differ in how often `W` has to be applied.
public enum Solver: String, Sendable, Codable, CaseIterable {
  /// One of the others, chosen from the model and the tolerance alone.
  case automatic
  /// F again and again (Banach 1922): always works.
  case fixedPoint = "fixed-point"
  /// Successive over-relaxation, colour by colour: a person sees what others got in the same sweep.
  case sor
  /// Chebyshev's semi-iteration: the best fixed combination of the last two iterates for a real spectrum.
  case chebyshev
  /// Conjugate gradients, preconditioned by the diagonal.
  case cg
  /// Stabilised biconjugate gradients, for influence that is not mutual.
  case bicgstab

  /// Whether the method rests on mutual influence: `W` reversible, so that all eigenvalues are real.
  public var needsMutualInfluence: Bool { self == .chebyshev || self == .cg }

  /// Whether the method works for the linear models of an influence matrix.
  public func works(for network: InfluenceMatrix) -> Bool { !needsMutualInfluence || network.isSymmetric }

  /// Whether the method works for a model: only the fixed point does where the network pulls down only, which is not
  /// linear, and some rest on mutual influence.
  public func works(for model: FriedkinJohnsen) -> Bool {
    if model.pull == .down { return self == .automatic || self == .fixedPoint }
    return works(for: model.network)
  }
}

extension FriedkinJohnsen {
  /// The solver that `automatic` stands for, a function of the model and the tolerance alone.
  ///
  /// Plain iteration gains a factor alpha a round. Where it needs no more than 40 rounds by that reckoning (alpha up to
  /// about 0.6 at the standard tolerance) it is used, as nothing is cheaper a round. Otherwise conjugate gradients if
  /// influence is mutual, and stabilised biconjugate gradients if not.
  ///
  /// - Parameter tolerance: the error bound to reach, in points; above 0.
  /// - Complexity: O(people).
  public func automaticSolver(tolerance: Double) -> Solver {
    if pull == .down || expectedRounds(tolerance: tolerance) <= Self.cheapRounds { return .fixedPoint }
    return network.isSymmetric ? .cg : .bicgstab
  }

  /// How many rounds are too few to be worth anything but plain iteration.
  static let cheapRounds = 40.0
}
