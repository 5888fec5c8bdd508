/// How many people have which own and which public score: counts in square cells.
public struct ScoreDensity: Sendable, Equatable, Codable {
  /// The lowest score of the first cell of both axes, in points.
  public let low: Double
  /// The highest score of the last cell of both axes, in points; above `low`.
  public let high: Double
  /// People by cell of the own score (row, lowest first) and cell of the public score (column, lowest first); a score on a
  /// cell's upper end belongs to the next one, except in the last.
  public let counts: [[Int]]

  /// How many cells each axis has.
  public static let cellCount = 40

  /// Counts people.
  ///
  /// - Parameters:
  ///   - own: own scores.
  ///   - scores: public scores.
  ///   - range: the ends of both axes, in which all scores lie, see `range(of:)`.
  package init(_ own: [Double], _ scores: [Double], in range: ClosedRange<Double>) {
    precondition(own.count == scores.count && range.upperBound > range.lowerBound, "two scores a person, on an axis")
    let cells = Self.cellCount
    let width = range.upperBound - range.lowerBound
    func cell(_ score: Double) -> Int {
      max(0, min(cells - 1, Int((score - range.lowerBound) / width * Double(cells))))
    }
    var flat = [Int](repeating: 0, count: cells * cells)
    for (before, after) in zip(own, scores) { flat[cell(before) * cells + cell(after)] += 1 }
    low = range.lowerBound
    high = range.upperBound
    counts = (0..<cells).map { Array(flat[$0 * cells..<($0 + 1) * cells]) }
  }

  /// The axis that lists of scores share: from the lowest to the highest of them, or a little around the only one.
  package static func range(of lists: [[Double]]) -> ClosedRange<Double> {
    var (low, high) = (Double.infinity, -Double.infinity)
    for list in lists {
      low = min(low, list.min() ?? low)
      high = max(high, list.max() ?? high)
    }
    guard low <= high else { return 0...1 }
    if low < high, (high - low) / Double(cellCount) > low.magnitude.ulp { return low...high }
    let room = max(0.5, low.magnitude * 1e-3)
    return low - room...high + room
  }
}
