import Analysis
import GraphModel

/// The colours of scores: one scale for everything a page shows.
///
/// They are those of `Viridis`; scores beyond the ends take the colour of the end.
struct ScoreColours: Equatable, Sendable {
  /// The score that is darkest, in points.
  let low: Double
  /// The score that is lightest, in points; above `low`.
  let high: Double

  /// The colours of a society: from the tenth to the ninetieth percentile of its own scores, so that what differs among
  /// most people can be seen, or over the scale if those do not differ.
  init(_ own: ScoreSummary, on scale: Scale) {
    self.init(low: own.percentile10, high: own.percentile90, on: scale)
  }

  /// The colours between two scores, or over the scale if they do not differ.
  init(low: Double, high: Double, on scale: Scale) {
    let isWide = low.isFinite && high.isFinite && high - low > 1e-9 * scale.width
    self.low = isWide ? low : scale.low
    self.high = isWide ? high : scale.high
  }

  /// The colour of a score.
  func colour(_ score: Double) -> Colour { Self.ramp((score - low) / (high - low)) }

  /// The colour at a share of the way from dark to light; nothing known is as dark as can be.
  static func ramp(_ share: Double) -> Colour {
    let (red, green, blue) = Viridis.colour(share)
    return Colour(Double(red) / 255, Double(green) / 255, Double(blue) / 255)
  }
}
