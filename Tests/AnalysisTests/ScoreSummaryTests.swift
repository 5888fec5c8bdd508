import GraphModel
import Testing

@testable import Analysis

struct ScoreSummaryTests {
  @Test func `Tiers are half open`() {
    let summary = ScoreSummary([549.999, 550, 600, 650, 699, 700, 950], on: .zhima)
    #expect(summary.tiers == [1, 1, 1, 2, 2])
  }

  @Test func `The histogram has twelve bins of equal width, the top in the last`() {
    let summary = ScoreSummary([350, 399.9, 400, 900, 950], on: .zhima)
    #expect(summary.histogram == [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
  }

  @Test(arguments: [1e300, -1e300])
  func `Scores far off the scale count to the nearest bin`(score: Double) {
    let histogram = ScoreSummary([score], on: .unit).histogram
    #expect(histogram[score > 0 ? 11 : 0] == 1)
  }

  @Test func `Everyone is in one bin and one tier`() {
    var random = RandomSocieties(41)
    let summary = ScoreSummary(random.scores(200), on: .zhima)
    #expect(summary.histogram.reduce(0, +) == 200 && summary.tiers.reduce(0, +) == 200)
  }

  /// Source: numpy 2.4.6, `numpy.quantile` and `numpy.std` of the numbers.
  @Test func `Quartiles and the standard deviation are numpy's`() {
    let summary = ScoreSummary([500, 400, 900, 650], on: .zhima)
    #expect(summary.firstQuartile == 475 && summary.median == 575 && summary.thirdQuartile == 712.5)
    #expect(isClose(summary.sd, 188.33148966649205))
  }

  @Test func `A negative score leaves Gini and Theil missing, with the reason`() {
    let summary = ScoreSummary([-1, 1], on: .fifths(low: -1, high: 1))
    #expect(summary.gini == nil && summary.theil == nil && summary.missing == "a value is negative (-1.0)")
  }
}
