/// Invented own scores for data that have none.
public enum SyntheticScores {
  /// The golden-ratio sequence on a scale: `low + width * frac((i + 1) * 0.6180339887498949)` for person i from 0.
  ///
  /// The fractional parts fill the unit interval evenly (Weyl 1916; the golden ratio has the lowest discrepancy of its
  /// kind), so neighbours in the file get scores far apart and no score depends on any tie.
  public static func goldenRatio(count: Int, on scale: Scale) -> [Double] {
    (0..<count).map { person in
      let turn = Double(person + 1) * 0.6180339887498949
      return scale.low + scale.width * (turn - turn.rounded(.down))
    }
  }
}
