import Foundation

/// Points pushed apart until none is nearer to another than a distance, or nearly so.
///
/// Each round looks at pairs in neighbouring cells of a grid, in the order of the points, and moves both ends half of what
/// is missing; points at one place part in a direction that their numbers give. No chance is in it.
struct PointSpacing {
  /// The distance.
  let distance: Double
  /// The side of the square from (0, 0) that no point leaves; `nil` for no limit.
  var side: Double?

  private static let rounds = 40

  init(distance: Double, side: Double? = nil) {
    self.distance = distance
    self.side = side
  }

  /// Moves the points.
  ///
  /// - Complexity: O(points) a round, at most 40 rounds.
  func spread(_ points: inout [SIMD2<Double>]) {
    for _ in 0..<Self.rounds where !hasSpread(&points) { return }
  }

  /// One round; whether anything moved.
  private func hasSpread(_ points: inout [SIMD2<Double>]) -> Bool {
    guard let bounds = PointBounds(points) else { return false }
    let columns = Int(bounds.size.x / distance) + 1
    var cells: [Int: [Int]] = [:]
    let cellOf = points.map { point -> (Int, Int) in
      let offset = (point - bounds.low) / distance
      return (Int(offset.x), Int(offset.y))
    }
    for (index, cell) in cellOf.enumerated() { cells[cell.1 * (columns + 2) + cell.0, default: []].append(index) }
    var moves = [SIMD2<Double>](repeating: .zero, count: points.count)
    var hasMoved = false
    for index in points.indices {
      let (column, row) = cellOf[index]
      for nearRow in row - 1...row + 1 {
        for nearColumn in column - 1...column + 1 where nearColumn >= 0 && nearColumn <= columns {
          for other in cells[nearRow * (columns + 2) + nearColumn] ?? [] where other > index {
            guard let push = push(points[index] - points[other], index) else { continue }
            moves[index] += push
            moves[other] -= push
            hasMoved = true
          }
        }
      }
    }
    for index in points.indices {
      points[index] += moves[index]
      if let side { points[index].clamp(lowerBound: .zero, upperBound: SIMD2(side, side)) }
    }
    return hasMoved
  }

  /// How the first of two points has to move; `nil` if they are far enough apart.
  private func push(_ gap: SIMD2<Double>, _ index: Int) -> SIMD2<Double>? {
    let length = (gap * gap).sum().squareRoot()
    // A little less counts as enough, or rounds would go on for what nobody sees.
    guard length < 0.98 * distance else { return nil }
    guard length > distance * 1e-6 else {
      // The golden angle: directions of points that follow one another are as different as can be.
      let angle = Double(index) * 2.399_963_229_728_653
      return SIMD2(cos(angle), sin(angle)) * distance / 2
    }
    return gap / length * (distance - length) / 2
  }
}
