import GraphModel
import IgraphKit

/// Where people are drawn: places in the unit square at which ties are short.
///
/// Each component is laid out on its own, turned so that its long side lies flat, and given room by its number of people;
/// components are packed, the largest in the top left corner and people without ties in rows at the bottom. The picture
/// is scaled evenly and centred. Nobody stands on top of another.
package struct NetworkLayout: Sendable, Equatable {
  /// How places were found.
  package enum Method: String, Sendable, Codable {
    /// By forces between all pairs.
    case fruchtermanReingold = "fruchterman-reingold"
    /// By distributed recursive layout, for components of many people.
    case drl
  }

  /// One place a person: from left to right and from top to bottom, each from 0 to 1.
  package let places: [SIMD2<Double>]
  /// How the places in the largest component were found.
  package let method: Method

  /// Up to how many people of a component are laid out by forces between all pairs.
  static let forceLimit = 3_000
  /// What is left free at each side of the square.
  static let margin = 0.02

  /// Places for everyone, from nothing but the ties and the seed.
  ///
  /// - Parameters:
  ///   - ties: symmetric ties, `A_ij = A_ji`, of any unit; a self-tie has no length and is left out.
  ///   - seed: of the places from which forces begin.
  /// - Throws: igraph's error, should it fail.
  /// - Complexity: O(people^2) steps of work for components up to 3,000 people, at most about a second.
  package init(_ ties: TieTable, seed: UInt64) throws(IgraphError) {
    let pulls = TiePulls(ties)
    let components = ties.connectedComponents(isSymmetric: true)
    var boxes: [PlacedComponent] = []
    var alone: [Int] = []
    for members in components.members {
      if members.count == 1 {
        alone.append(members[0])
      } else {
        boxes.append(try PlacedComponent(members, pulls, seed: seed &+ UInt64(boxes.count)))
      }
    }
    var places = ComponentPacking(boxes, alone: alone).places(count: ties.personCount)
    PointSpacing(distance: PlacedComponent.leastDistance).spread(&places)
    self.places = Self.fitted(places)
    method = (components.sizes.first ?? 0) > Self.forceLimit ? .drl : .fruchtermanReingold
  }

  init(places: [SIMD2<Double>], method: Method) {
    self.places = places
    self.method = method
  }

  /// Points scaled evenly into the square and centred.
  private static func fitted(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    guard let bounds = PointBounds(points) else { return [] }
    let scale = bounds.longSide > 0 ? (1 - 2 * margin) / bounds.longSide : 0
    let centre = (bounds.low + bounds.high) / 2
    return points.map { ((($0 - centre) * scale) + 0.5).clamped(lowerBound: .zero, upperBound: .one) }
  }
}
