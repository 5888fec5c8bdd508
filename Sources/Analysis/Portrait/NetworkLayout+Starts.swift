import GraphModel
import IgraphKit

extension NetworkLayout {
  /// Steps of a picture that follows another.
  private static let followingSteps = 60
  /// How far anyone moves along an axis in the first of these steps, as a share of the square's side.
  private static let followingStep = 0.012

  /// Places that follow on from those of an earlier picture of the same people, near enough for the eye to follow.
  ///
  /// A few short steps by forces, always between all pairs, from where people were; nothing is turned, packed or scaled
  /// anew, and nobody moves by more than about a third of the square. People without ties stay where they were, unless
  /// they stood among others. Newcomers begin at the middle of those they are tied to, or where nobody is.
  ///
  /// - Parameters:
  ///   - ties: symmetric ties of any unit.
  ///   - starts: one place a person in the unit square; `nil` for newcomers.
  ///   - seed: of what is left to chance, which is little.
  /// - Throws: igraph's error, should it fail.
  package init(_ ties: TieTable, from starts: [SIMD2<Double>?], seed: UInt64) throws(IgraphError) {
    precondition(starts.count == ties.personCount, "a start, or none, for each person")
    guard starts.contains(where: { $0 != nil }) else {
      try self.init(ties, seed: seed)
      return
    }
    let begun = Newcomers(ties, starts).places
    let distance = 0.45 / Double(max(1, begun.count)).squareRoot()
    let pulls = TiePulls(ties)
    let side = NaturalScale(ties, pulls, begun).side
    let fixed = Self.aside(ties, begun, within: 2 * distance)
    let moved = try Igraph.fruchtermanReingold(
      pulls.table(Array(0..<ties.personCount)),
      LayoutSettings(
        seed: seed, starts: begun.map { ($0 - Self.margin) * side }, fixed: fixed, side: (1 - 2 * Self.margin) * side,
        iterations: Self.followingSteps, temperature: Self.followingStep * side))
    var places = moved.map { $0 / side }
    PointSpacing(distance: distance, side: 1 - 2 * Self.margin).spread(&places)
    self.init(places: places.map { $0 + Self.margin }, method: .fruchtermanReingold)
  }

  /// People without ties who stand apart from everyone with ties.
  private static func aside(_ ties: TieTable, _ places: [SIMD2<Double>], within distance: Double) -> Set<Int> {
    let tied = places.indices.filter { ties.degree(of: $0) > 0 }
    return Set(
      places.indices.filter { person in
        guard ties.degree(of: person) == 0 else { return false }
        return tied.allSatisfy { other in
          let gap = places[person] - places[other]
          return (gap * gap).sum() > distance * distance
        }
      })
  }
}
