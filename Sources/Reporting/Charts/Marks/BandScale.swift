/// Things side by side along an axis, each with a band of its own.
struct BandScale: Sendable {
  /// How many there are.
  let count: Int
  /// Where the first band begins.
  let start: Double
  /// From the beginning of one band to that of the next.
  let step: Double
  /// How wide a band is, the gap to the next left out.
  let width: Double

  /// Bands between two places, with a share of each left free.
  init(_ count: Int, from start: Double, to end: Double, gap: Double = 0.2) {
    self.count = count
    step = count > 0 ? (end - start) / Double(count) : 0
    width = step * (1 - gap)
    self.start = start + step * gap / 2
  }

  /// Where a band begins.
  func place(_ index: Int) -> Double { start + step * Double(index) }

  /// The middle of a band.
  func middle(_ index: Int) -> Double { place(index) + width / 2 }
}
