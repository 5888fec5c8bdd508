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
