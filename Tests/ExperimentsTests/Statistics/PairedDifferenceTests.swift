import Experiments
import Testing

struct PairedDifferenceTests {
  private let one = [2.1, 3.4, 1.9, 8.8, 5.0, 4.4, 7.1]
  private let other = [1.0, 3.9, 2.5, 6.1, 5.2, 3.0, 7.7]

  /// Source: scipy 1.17.1, `scipy.stats.ttest_rel(one, other)` and its interval; numpy 2.4.6 `corrcoef`.
  @Test func `Known pairs have scipy's paired t test`() throws {
    let difference = try #require(PairedDifference(one, minus: other, seed: 1, index: 0))
    #expect(difference.n == 7)
    #expect(isNear(difference.mean, 0.47142857142857153))
    #expect(isNear(difference.sd, 1.2854497082270289))
    #expect(isNear(difference.t?.low, -0.7174141259018669))
    #expect(isNear(difference.t?.high, 1.66027126875901))
    #expect(isNear(difference.pValue, 0.3693657968687311))
    #expect(isNear(difference.correlation, 0.8643964492462112))
  }

  @Test func `A pair is worth as many independent ones as the variances of both arms by that of the difference`() {
    // Variances 2 and 1/2; of the differences 0 and 1 it is 1/2.
    #expect(PairedDifference([0, 2], minus: [0, 1], seed: 1, index: 0)?.varianceRatio == 5)
    #expect(PairedDifference([0, 2], minus: [1, 3], seed: 1, index: 0)?.varianceRatio == nil)
  }

  @Test func `Pairs with a missing end do not count`() {
    let gapped = PairedDifference(one + [nil, 3, nil], minus: other + [2, nil, nil], seed: 1, index: 0)
    #expect(gapped == PairedDifference(one, minus: other, seed: 1, index: 0))
  }

  @Test func `Without a whole pair there is no difference`() {
    #expect(PairedDifference([nil, 1], minus: [2, nil], seed: 1, index: 0) == nil)
  }

  @Test func `One pair has a difference and no spread`() throws {
    let difference = try #require(PairedDifference([3], minus: [1], seed: 1, index: 0))
    #expect(difference.mean == 2)
    #expect(difference.sd == nil && difference.t == nil && difference.pValue == nil && difference.correlation == nil)
  }

  @Test func `Arms that differ by a constant have no test`() throws {
    let difference = try #require(PairedDifference([1, 2, 4], minus: [0, 1, 3], seed: 1, index: 0))
    #expect(difference.sd == 0)
    #expect(difference.pValue == nil)
    #expect(difference.t == Interval(low: 1, high: 1))
    #expect(isNear(difference.correlation, 1))
  }

  @Test func `A difference is found just where the t interval leaves out 0`() throws {
    let found = try (0..<40).filter { index in
      let arm = normalSample(index, count: 8)
      let moved = zip(arm, normalSample(10_000 + index, count: 8)).map { $0 + 0.5 + $1 }
      let difference = try #require(PairedDifference(moved, minus: arm, seed: 1, index: 0))
      let interval = try #require(difference.t)
      #expect((try #require(difference.pValue) < 0.05) == !interval.contains(0))
      return !interval.contains(0)
    }
    #expect(!found.isEmpty && found.count < 40)
  }
}
