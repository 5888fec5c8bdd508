import Analysis
import GraphModel

/// The colours of scores: one scale for everything a page shows.
///
/// Viridis, from dark violet (low) over green to yellow (high): it grows lighter at an even pace, also in grey and for eyes
/// that do not tell red from green. Scores beyond the ends take the colour of the end.
///
/// Source: S. van der Walt, N. Smith, matplotlib's colour maps (2015); the ten colours are those of
/// `viridisLite::viridis(10)`, joined by straight lines in sRGB.
struct ScoreColours: Equatable, Sendable {
  /// The score that is darkest, in points.
  let low: Double
  /// The score that is lightest, in points; above `low`.
  let high: Double

  private static let anchors: [UInt32] = [
    0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725,
  ]

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
    let place = (share.isNaN ? 0 : min(max(share, 0), 1)) * Double(anchors.count - 1)
    let index = min(Int(place), anchors.count - 2)
    return Colour(anchors[index]).mixed(with: Colour(anchors[index + 1]), at: place - Double(index))
  }
}
