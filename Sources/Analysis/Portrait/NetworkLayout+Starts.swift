import Foundation
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

/// People who were in no earlier picture, given places to begin from.
struct Newcomers {
  /// A place for everyone.
  let places: [SIMD2<Double>]

  /// - Parameter starts: at least one of them is a place.
  init(_ ties: TieTable, _ starts: [SIMD2<Double>?]) {
    var places = starts
    var waiting = starts.indices.filter { starts[$0] == nil }
    // Those tied to somebody with a place first, then those tied to them, and so on.
    while !waiting.isEmpty {
      let known = places
      for person in waiting { places[person] = Self.middle(of: person, ties, known) }
      let left = waiting.filter { places[$0] == nil }
      if left.count == waiting.count { break }
      waiting = left
    }
    var corner = FreePlaces(places.compactMap { $0 }, count: starts.count)
    self.places = places.map { $0 ?? corner.next() }
  }

  /// The middle of those whom a person is tied to and who have places.
  private static func middle(of person: Int, _ ties: TieTable, _ places: [SIMD2<Double>?]) -> SIMD2<Double>? {
    var (sum, count) = (SIMD2<Double>.zero, 0.0)
    ties.forEachTie(of: person) { neighbor, _ in
      guard let place = places[neighbor] else { return }
      sum += place
      count += 1
    }
    return count > 0 ? sum / count : nil
  }
}

/// Places in the unit square where nobody is, from the bottom up.
struct FreePlaces {
  private var free: [SIMD2<Double>]

  /// - Parameters:
  ///   - taken: where people are.
  ///   - count: how many places may be asked for at most.
  init(_ taken: [SIMD2<Double>], count: Int) {
    let columns = Int(Double(max(1, count)).squareRoot().rounded(.up)) * 2
    let cells = taken.map { ($0 * Double(columns)).rounded(.down) }
    let full = Set(cells.map { Int($0.y) * columns + Int($0.x) })
    // The last one is asked for first: the bottom row from left to right, then the row above it.
    free = []
    for row in 0..<columns {
      for column in (0..<columns).reversed() where !full.contains(row * columns + column) {
        free.append(SIMD2(Double(column) + 0.5, Double(row) + 0.5) / Double(columns))
      }
    }
  }

  /// The next free place.
  mutating func next() -> SIMD2<Double> { free.popLast() ?? SIMD2(0.5, 1) }
}
