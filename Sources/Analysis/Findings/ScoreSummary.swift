import Compute
import GraphModel

/// A set of scores in a few numbers.
public struct ScoreSummary: Sendable, Equatable, Codable {
  /// The mean, in points.
  public let mean: Double
  /// The standard deviation (divided by n).
  public let sd: Double
  /// The lowest.
  public let lowest: Double
  /// The score below which a tenth of people are.
  public let percentile10: Double
  /// The first quartile.
  public let firstQuartile: Double
  /// The median.
  public let median: Double
  /// The third quartile.
  public let thirdQuartile: Double
  /// The score below which nine tenths of people are.
  public let percentile90: Double
  /// The highest.
  public let highest: Double
  /// The Gini coefficient, or `nil` where undefined.
  public let gini: Double?
  /// Theil's T, or `nil` where undefined.
  public let theil: Double?
  /// Why Gini and Theil are undefined, if they are.
  public let missing: String?
  /// How many scores fall into each of the histogram's bins of equal width over the scale, lowest first.
  public let histogram: [Int]
  /// How many people are in each tier, lowest first.
  public let tiers: [Int]

  /// How many bins the histogram has.
  public static let binCount = 12

  init(_ scores: [Double], on scale: Scale) {
    let sorted = scores.risingNumbers
    mean = scores.compensatedMean
    sd = Spread.variance(scores).squareRoot()
    lowest = sorted.first ?? 0
    percentile10 = Spread.quantile(sorted, 0.1)
    percentile90 = Spread.quantile(sorted, 0.9)
    firstQuartile = Spread.quantile(sorted, 0.25)
    median = Spread.quantile(sorted, 0.5)
    thirdQuartile = Spread.quantile(sorted, 0.75)
    highest = sorted.last ?? 0
    var inequality: (gini: Double, theil: Double)?
    var missing: String?
    do throws(Missing) {
      inequality = (try Spread.gini(rising: sorted), try Spread.theil(scores))
    } catch {
      missing = error.reason
    }
    gini = inequality?.gini
    theil = inequality?.theil
    self.missing = missing
    var histogram = [Int](repeating: 0, count: Self.binCount)
    var tiers = [Int](repeating: 0, count: scale.tierCount)
    for score in scores {
      let position = (score - scale.low) / scale.width * Double(Self.binCount)
      histogram[Int(min(max(position, 0), Double(Self.binCount - 1)))] += 1
      tiers[scale.tier(of: score)] += 1
    }
    self.histogram = histogram
    self.tiers = tiers
  }
}
