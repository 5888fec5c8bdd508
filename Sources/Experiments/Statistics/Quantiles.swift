import Analysis

/// Quantiles of a sample.
public enum Quantiles {
  /// The value below which a share of the numbers lies, by linear interpolation between order statistics.
  ///
  /// Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996),
  /// type 7, the default of R and NumPy.
  ///
  /// - Precondition: `sorted` rises and holds a number at least; `share` is from 0 to 1.
  public static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    precondition(!sorted.isEmpty, "no numbers have no quantile")
    precondition(0 <= share && share <= 1, "a share is from 0 to 1, not \(share)")
    return Spread.quantile(sorted, share)
  }
}
