/// Between which coordinates each vertex has to stay.
struct LayoutBounds: ~Copyable {
  var lowX: RealVector
  var highX: RealVector
  var lowY: RealVector
  var highY: RealVector

  /// A square from (0, 0) for everyone, and no room at all for those who are fixed.
  init(
    _ starts: [SIMD2<Double>], fixed: Set<Int>, side: Double, _ session: borrowing IgraphSession
  ) throws(IgraphError) {
    func bounds(_ free: Double, _ axis: Int) -> [Double] {
      starts.indices.map { fixed.contains($0) ? starts[$0][axis] : free }
    }
    let lowX = try RealVector.of(bounds(0, 0), session)
    let highX = try RealVector.of(bounds(side, 0), session)
    let lowY = try RealVector.of(bounds(0, 1), session)
    let highY = try RealVector.of(bounds(side, 1), session)
    self.lowX = lowX
    self.highX = highX
    self.lowY = lowY
    self.highY = highY
  }
}
