import GraphModel

/// How strongly ties pull their ends together in a picture.
///
/// Weights are compressed to their square roots, as shares of the median of these, and held between 1/3 and 3: otherwise
/// one heavy tie would pull a whole picture into a point.
struct TiePulls {
  private let ties: TieTable
  private let median: Double

  init(_ ties: TieTable) {
    self.ties = ties
    var roots: [Double] = []
    if ties.hasWeights {
      for person in 0..<ties.personCount {
        ties.forEachTie(of: person) { if $0 > person { roots.append($1.squareRoot()) } }
      }
      roots.sort()
    }
    median = roots.isEmpty ? 1 : roots[roots.count / 2]
  }

  /// The pull of a weight.
  ///
  /// Rounded, so that what is left of the unit in the last digits does not reach the forces.
  func callAsFunction(_ weight: Double) -> Double {
    let pull = min(3, max(1.0 / 3, weight.squareRoot() / median))
    return (pull * 0x1p20).rounded() * 0x1p-20
  }

  /// The pulls among some people, numbered in their order; self-ties are left out.
  ///
  /// - Parameters:
  ///   - members: people, rising.
  ///   - scale: by what pulls are multiplied.
  func table(_ members: [Int], scale: Double = 1) -> TieTable {
    var positions = [Int32](repeating: -1, count: ties.personCount)
    for (position, person) in members.enumerated() { positions[person] = Int32(position) }
    var arcs = ArcList()
    for (position, person) in members.enumerated() {
      ties.forEachTie(of: person) { neighbor, weight in
        guard neighbor != person, positions[neighbor] >= 0 else { return }
        arcs.append(position, Int(positions[neighbor]), self(weight) * scale)
      }
    }
    return TieTable(personCount: members.count, arcs: arcs)
  }
}
