import Foundation
import GraphModel

/// The size at which a picture is in balance, so that forces change its form and not its size.
///
/// In balance, what ties pull and what pairs push add up to nothing (Clausius's virial): `c^3 sum_ties w d^3 = pairs` for
/// distances d in a square of side 1 and c in the layout's own units; pairs are those inside components.
struct NaturalScale {
  /// The side of the square in the layout's own units.
  let side: Double

  init(_ ties: TieTable, _ pulls: TiePulls, _ places: [SIMD2<Double>]) {
    var pull = 0.0
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { neighbor, weight in
        guard neighbor > person else { return }
        let gap = places[person] - places[neighbor]
        let square = (gap * gap).sum()
        pull += pulls(weight) * square * square.squareRoot()
      }
    }
    let pairs = ties.connectedComponents(isSymmetric: true).sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
    // At least a tenth of a unit for everyone, should all begin at almost one place.
    let room = Double(max(1, places.count)).squareRoot()
    let natural = pull > 0 ? cbrt(pairs / pull) : room
    side = min(100 * room, max(room / 10, natural))
  }
}
