import Experiments
import Foundation
import Testing

struct SampleSummaryTests {
  private let values = [2.1, 3.4, 1.9, 8.8, 5.0, 4.4, 7.1]

  /// Source: numpy 2.4.6 (`mean`, `std(ddof=1)`, `quantile`) and scipy 1.17.1 (`t.interval`).
  @Test func `Known values have the summary of numpy and scipy`() throws {
    let summary = try #require(SampleSummary(values, seed: 1, index: 0))
    #expect(summary.n == 7)
    #expect(isNear(summary.mean, 4.671428571428572))
    #expect(isNear(summary.sd, 2.550630174234259))
    #expect([summary.lowest, summary.highest] == [1.9, 8.8])
    #expect(isNear(summary.quantile05, 1.96))
    #expect(isNear(summary.quantile25, 2.75))
    #expect(isNear(summary.median, 4.4))
    #expect(isNear(summary.quantile75, 6.05))
    #expect(isNear(summary.quantile95, 8.29))
    #expect(isNear(summary.t?.low, 2.3124890992563043))
    #expect(isNear(summary.t?.high, 7.03036804360084))
    #expect(summary.bootstrap == Bootstrap.interval(ofMean: values, seed: 1, index: 0))
  }

  @Test func `No values have no summary and one has no spread`() throws {
    #expect(SampleSummary([], seed: 1, index: 0) == nil)
    let summary = try #require(SampleSummary([4], seed: 1, index: 0))
    #expect(summary.sd == nil && summary.t == nil && summary.bootstrap == nil)
    #expect([summary.mean, summary.median, summary.quantile95] == [4, 4, 4])
  }

  @Test func `Equal values have exactly no spread`() throws {
    let summary = try #require(SampleSummary([0.1, 0.1, 0.1], seed: 1, index: 0))
    #expect(summary.sd == 0)
    #expect(summary.t == Interval(low: 0.1, high: 0.1))
  }

  @Test func `A spread far below the mean keeps its digits`() throws {
    let summary = try #require(SampleSummary([1e9 + 1, 1e9 + 2, 1e9 + 3], seed: 1, index: 0))
    #expect(isNear(summary.sd, 1))
  }

  @Test func `Another order changes nothing but rounding and the bootstrap`() throws {
    let one = try #require(SampleSummary(values, seed: 1, index: 0))
    let other = try #require(SampleSummary(values.reversed(), seed: 1, index: 0))
    #expect(isNear(other.mean, one.mean, relative: 1e-15))
    #expect(isNear(other.sd, one.sd ?? 0, relative: 1e-15))
    #expect(other.median == one.median)
  }

  @Test(arguments: [[1], [2.1, 3.4, 1.9]])
  func `A summary is the same after coding`(values: [Double]) throws {
    let summary = try #require(SampleSummary(values, seed: 1, index: 0))
    let data = try JSONEncoder().encode(summary)
    #expect(try JSONDecoder().decode(SampleSummary.self, from: data) == summary)
  }

  /// 2,000 samples: the standard error is 0.49 points, so another seed would fail 1 time in 20,000.
  @Test func `Intervals of normal samples cover the mean as often as they say`() {
    let covered = (0..<2_000).count { index in
      SampleSummary.tInterval(normalSample(index, count: 20), level: 0.95)?.contains(0) ?? false
    }
    #expect(0.93...0.97 ~= Double(covered) / 2_000)
  }
}
