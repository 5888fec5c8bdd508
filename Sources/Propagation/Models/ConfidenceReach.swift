/// How far apart two scores may be for their owners to trust each other: `|x_i - x_j| <= epsilon`, up to rounding.
///
/// Evenly spaced scores whose spacing divides epsilon stand exactly on the border, and rounding alone would decide who is
/// trusted. So the reach is epsilon and 16 units of rounding of the largest own score: room for what a few means and
/// differences lose. Public scores stay among the own scores, so one reach does for all pairs and all rounds; it makes
/// trust mutual, and it keeps the windows of sorted scores in order. With an epsilon of 0 only equal scores trust each other.
struct ConfidenceReach: Sendable {
  /// In points.
  let value: Double

  init(confidence: Double, ownScores: [Double]) {
    let magnitude = ownScores.lazy.map(\.magnitude).max() ?? 0
    value = confidence > 0 ? confidence + 16 * Double.ulpOfOne * magnitude : 0
  }

  /// Whether two people with these scores trust each other.
  func covers(_ one: Double, _ other: Double) -> Bool { (one - other).magnitude <= value }
}
