import Compute
import Foundation
import Testing

@testable import Simulation

@Suite struct TrendTestTests {
  @Test func `A straight line has all pairs, its slope and no doubt`() throws {
    let trend = try #require(TrendTest((0..<12).map { 3 - 0.5 * Double($0) }))
    #expect(trend.s == -66 && trend.count == 12 && trend.slope == -0.5 && trend.change == -5.5)
    #expect(trend.p <= 2 * pow(2, -10))
  }

  @Test func `Values that are missing keep their places in time`() throws {
    var values = (0..<24).map { 0.25 * Double($0) }
    for place in [0, 3, 4, 23] { values[place] = .nan }
    let trend = try #require(TrendTest(values))
    #expect(trend.count == 20 && trend.slope == 0.25 && trend.change == 0.25 * 21)
  }

  @Test func `Fewer than ten values are not tested`() {
    #expect(TrendTest((0..<9).map(Double.init)) == nil)
    #expect(TrendTest((0..<99).map { $0 < 9 ? 1 : Double.nan }) == nil)
  }

  @Test func `A flat series has no trend`() throws {
    let trend = try #require(TrendTest([Double](repeating: 4, count: 30)))
    #expect(trend.p == 1 && trend.change == 0)
  }

  @Test func `A long series is averaged in blocks and keeps slope and length`() throws {
    let trend = try #require(TrendTest((0..<1000).map(Double.init)))
    #expect(trend.count == 200 && trend.slope == 1 && trend.change == 995)
  }

  // numpy 2.4.6 and scipy 1.17.1: theilslopes, polyfit of degree 2, t.sf; the formulas are those of the documentation.
  @Test func `Statistic, slope, correction and p are those of numpy and scipy`() throws {
    let trend = try #require(
      TrendTest([
        3.1, 2.9, 3.4, 3.4, 3.0, 3.6, 3.9, 3.7, 3.8, 4.4, 4.1, 3.8, 4.0, 4.6, 4.9, 4.5, 4.4, 4.7, 5.1, 4.6,
      ]))
    #expect(trend.s == 144)
    #expect(abs(trend.slope - 0.1) < 1e-12)
    #expect(abs(trend.correction - 1.2095727558112412) < 1e-10)
    #expect(abs(trend.p - 0.0016887142059497332) < 1e-12)
    let slow = try #require(TrendTest([0, 1, 2, 2, 1.5, 1, 0.5, 1, 1.5, 2.5, 3, 2.5]))
    #expect(slow.s == 28 && slow.p == 1)
    #expect(abs(slow.slope - 0.15833333333333333) < 1e-12)
    #expect(abs(slow.correction - 5.384544516352593) < 1e-10)
  }

  // Two-sided p = 0.05 and 0.01 in the usual tables of t, three decimals.
  @Test(arguments: [
    (1, 12.706, 0.05), (2, 4.303, 0.05), (3, 5.841, 0.01), (4, 4.604, 0.01), (10, 2.228, 0.05), (11, 2.201, 0.05),
    (30, 2.750, 0.01), (120, 1.980, 0.05),
  ])
  func `Student's t is that of the tables`(_ degrees: Int, _ t: Double, _ p: Double) {
    #expect(abs(TrendTest.student(t, degrees: degrees) - p) < 1e-4)
  }

  /// The share of stationary AR(1) series, or random walks, in which a trend is found at a nominal 1%.
  private func alarms(_ count: Int, phi: Double, of series: Int) -> Double {
    var found = 0
    for index in 0..<series {
      var random = RandomStream(seed: 11, stream: UInt32(1000 * phi) + UInt32(count) << 16, index: UInt64(index))
      var value = random.normal() / (phi < 1 ? (1 - phi * phi).squareRoot() : 1)
      let values = (0..<count).map { _ in
        value = phi * value + random.normal()
        return value
      }
      if let trend = TrendTest(values), trend.p < 0.01 { found += 1 }
    }
    return Double(found) / Double(series)
  }

  // Seeds are fixed, so this cannot fail by chance. With 2000 series and 10, 20, 50 and 100 values the rates were 0, 0,
  // .0025, .0045 for independent values, up to .0295 (20 values) for 0.9 and up to .048 (20 values) for random walks.
  @Test(arguments: [(20, 0, 0.01), (20, 0.9, 0.04), (20, 1, 0.06), (50, 0, 0.01), (50, 0.9, 0.03), (50, 1, 0.05)])
  func `False alarms are as rare as stated`(_ count: Int, _ phi: Double, _ limit: Double) {
    #expect(alarms(count, phi: phi, of: 300) < limit)
  }

  @Test func `A line as long as three deviations of its noise is nearly always found in fifty values`() {
    var found = 0
    for index in 0..<100 {
      var random = RandomStream(seed: 12, stream: 1, index: UInt64(index))
      let values = (0..<50).map { 3 * Double($0) / 49 + random.normal() }
      if let trend = TrendTest(values), trend.p < 0.01 { found += 1 }
    }
    #expect(found >= 95)
  }
}
