import Foundation
import GraphModel
import IgraphKit

/// A component laid out on its own, in units in which a person has room 1.
struct PlacedComponent {
  /// The people, rising.
  let members: [Int]
  /// A point for each of them, from (0, 0) at the top left.
  let points: [SIMD2<Double>]
  /// Width and height of the rectangle around the points.
  let size: SIMD2<Double>

  /// How near two people may come, in these units.
  static let leastDistance = 0.5

  /// Lays out a component of two people or more.
  init(_ members: [Int], _ pulls: TiePulls, seed: UInt64) throws(IgraphError) {
    let count = members.count
    let raw: [SIMD2<Double>]
    if count == 2 {
      raw = [SIMD2(0, 0), SIMD2(1, 0)]
    } else if count <= NetworkLayout.forceLimit {
      let table = pulls.table(members)
      raw = try Igraph.fruchtermanReingold(
        table, LayoutSettings(seed: seed, iterations: Self.steps(count), temperature: Self.tieLength(table)))
    } else {
      raw = try Igraph.drl(pulls.table(members, scale: 1.0 / 3), seed: seed)
    }
    self.init(members, turned: Self.turned(raw))
  }

  /// Gives turned points their room.
  private init(_ members: [Int], turned points: [SIMD2<Double>]) {
    let bounds = PointBounds(points)
    let size = bounds?.size ?? .zero
    let low = bounds?.low ?? .zero
    // A chain of people has no area; a rectangle of a third of its length stands for it.
    let area = max(size.x * size.y, size.max() * size.max() / 3)
    let room = Double(members.count)
    let scale = area > 0 ? min((room / area).squareRoot(), 1.8 * room.squareRoot() / size.max()) : 0
    self.members = members
    self.points = points.map { ($0 - low) * scale }
    self.size = size * scale
  }

  /// Steps by forces: fewer for larger components, where a step costs the square of the people.
  private static func steps(_ count: Int) -> Int { max(100, min(600, 600_000_000 / (count * count))) }

  /// About how long a tie is once forces balance, see `NaturalScale`: how far people move in the first step.
  ///
  /// More would only stir: where communities lie is decided at steps of this length, and shorter ones.
  private static func tieLength(_ pulls: TieTable) -> Double {
    let count = Double(pulls.personCount)
    return cbrt(count * (count - 1) / max(pulls.totalWeight, 1))
  }

  /// Points turned so that they spread most from left to right, with the first of them in the upper left quarter.
  ///
  /// What is left of chance is the picture, not the way it lies.
  private static func turned(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    let centre = points.reduce(.zero, +) / Double(points.count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in points {
      let offset = point - centre
      xx += offset.x * offset.x
      xy += offset.x * offset.y
      yy += offset.y * offset.y
    }
    let axis = PrincipalAxis(xx: xx, xy: xy, yy: yy).direction
    let first = points[0] - centre
    let along = first.x * axis.x + first.y * axis.y > 0 ? -axis : axis
    let across = SIMD2(-axis.y, axis.x)
    let down = first.x * across.x + first.y * across.y > 0 ? -across : across
    return points.map { point in
      let offset = point - centre
      return SIMD2((offset * along).sum(), (offset * down).sum())
    }
  }
}
