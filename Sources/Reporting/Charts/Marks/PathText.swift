/// The course of a line, or the outline of a surface.
struct PathText: Sendable {
  /// As SVG writes it; empty without a point.
  private(set) var text = ""

  /// Begins at a place.
  mutating func move(_ x: Double, _ y: Double) { add("M", [x, y]) }
  /// Goes straight on.
  mutating func line(_ x: Double, _ y: Double) { add("L", [x, y]) }
  /// Goes on in a curve that leaves and arrives level.
  mutating func level(from x1: Double, _ y1: Double, to x2: Double, _ y2: Double) {
    let middle = (x1 + x2) / 2
    add("C", [middle, y1, middle, y2, x2, y2])
  }
  /// Goes back to where it began.
  mutating func close() { if !text.isEmpty { text += "Z" } }

  /// A line through points; it is broken where one is missing.
  static func line(_ points: [(x: Double, y: Double?)]) -> PathText {
    var path = PathText()
    var isOpen = false
    for (x, y) in points {
      guard let y, y.isFinite, x.isFinite else {
        isOpen = false
        continue
      }
      if isOpen { path.line(x, y) } else { path.move(x, y) }
      isOpen = true
    }
    return path
  }

  /// The surface between two lines; it is broken where either is missing.
  static func band(_ points: [(x: Double, low: Double?, high: Double?)]) -> PathText {
    var path = PathText()
    var stretch: [(x: Double, low: Double, high: Double)] = []
    func close() {
      guard stretch.count > 1 else { return stretch.removeAll() }
      path.move(stretch[0].x, stretch[0].high)
      for point in stretch.dropFirst() { path.line(point.x, point.high) }
      for point in stretch.reversed() { path.line(point.x, point.low) }
      path.close()
      stretch.removeAll()
    }
    for point in points {
      if let low = point.low, let high = point.high, low.isFinite, high.isFinite {
        stretch.append((point.x, low, high))
      } else {
        close()
      }
    }
    close()
    return path
  }

  private mutating func add(_ command: String, _ numbers: [Double]) {
    guard numbers.allSatisfy(\.isFinite) else { return }
    text += command + numbers.map { Drawing.number($0) }.joined(separator: " ")
  }
}
