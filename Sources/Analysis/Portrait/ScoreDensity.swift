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
}
