/// Components put beside and below one another in a picture that is about square.
///
/// Each rectangle, the largest component's first, goes where its top is highest, and of such places the leftmost (a
/// skyline); the width of the whole is the one of several that makes the largest picture. Source: Burke, Kendall and
/// Whitwell 2004, Operations Research 52:655-671, on placing from the bottom left. People without ties follow in rows.
struct ComponentPacking {
  private let components: [PlacedComponent]
  private let alone: [Int]

  /// The room around everything, in the units of a component.
  private static let gap = 1.0

  init(_ components: [PlacedComponent], alone: [Int]) {
    self.components = components
    self.alone = alone
  }

  /// A point for each person.
  func places(count: Int) -> [SIMD2<Double>] {
    var places = [SIMD2<Double>](repeating: .zero, count: count)
    let (corners, width, height) = best
    for (component, corner) in zip(components, corners) {
      for (person, point) in zip(component.members, component.points) { places[person] = corner + point }
    }
    let perRow = Self.perRow(width)
    for (index, person) in alone.enumerated() {
      places[person] = SIMD2(Double(index % perRow), height + Double(index / perRow)) + Self.gap / 2
    }
    return places
  }

  private static func perRow(_ width: Double) -> Int { max(1, Int(width)) }

  /// The packing with the shortest long side, rows of people without ties included.
  private var best: (corners: [SIMD2<Double>], width: Double, height: Double) {
    let sizes = components.map { $0.size + Self.gap }
    let area = sizes.reduce(Double(alone.count)) { $0 + $1.x * $1.y }
    let least = max(1, sizes.map(\.x).max() ?? 0)
    var best: (corners: [SIMD2<Double>], width: Double, height: Double)?
    var bestSide = Double.infinity
    for step in 0..<16 {
      let width = max(least, area.squareRoot() * (0.9 + 0.05 * Double(step)))
      let packed = Self.packed(sizes, width: width)
      let rows = (alone.count + Self.perRow(width) - 1) / Self.perRow(width)
      let side = max(packed.width, packed.height + Double(rows))
      if side < bestSide - 1e-9 {
        bestSide = side
        best = (packed.corners, width, packed.height)
      }
    }
    return best ?? ([], least, 0)
  }

  /// Upper left corners of rectangles in a strip, with the width and the height that they take.
  private static func packed(
    _ sizes: [SIMD2<Double>], width: Double
  ) -> (corners: [SIMD2<Double>], width: Double, height: Double) {
    var skyline = Skyline(width: width)
    let corners = sizes.map { skyline.add($0) + gap / 2 }
    let right = zip(corners, sizes).map { $0.x + $1.x - gap / 2 }.max() ?? 0
    return (corners, right, skyline.height)
  }
}

/// The lower edge of what has been put into a strip, as steps from left to right.
private struct Skyline {
  private var steps: [(left: Double, top: Double)] = [(0, 0)]
  private let width: Double
  /// How far down anything reaches.
  private(set) var height = 0.0

  init(width: Double) { self.width = width }

  /// Puts a rectangle in and returns its upper left corner.
  mutating func add(_ size: SIMD2<Double>) -> SIMD2<Double> {
    var best: (index: Int, top: Double)?
    for index in steps.indices where steps[index].left + size.x <= width + 1e-9 {
      let right = steps[index].left + size.x
      let top = steps[index...].prefix { $0.left < right - 1e-9 }.map(\.top).max() ?? 0
      if top < (best?.top ?? .infinity) - 1e-9 { best = (index, top) }
    }
    // What is wider than the strip goes below everything.
    let (index, top) = best ?? (0, height)
    let corner = SIMD2(steps[index].left, top)
    cover(from: corner.x, to: corner.x + size.x, top: top + size.y)
    height = max(height, top + size.y)
    return corner
  }

  private mutating func cover(from left: Double, to right: Double, top: Double) {
    let after = steps.last { $0.left <= right + 1e-9 }.map(\.top) ?? 0
    let isInside = right < width - 1e-9
    let before = steps.filter { $0.left < left - 1e-9 }
    let beyond = steps.filter { $0.left > right + 1e-9 }
    steps = before + [(left, top)] + (isInside ? [(right, after)] : []) + beyond
  }
}
