import Experiments
import Testing

struct BootstrapTests {
  private let skewed = [0.1, 0.2, 0.3, 0.5, 0.6, 0.9, 1.1, 1.4, 2.2, 5.9]

  /// Source: scipy 1.17.1, `scipy.stats.bootstrap((skewed,), np.mean, n_resamples=1000000, method='BCa')`: 0.65 to 3.06.
  ///
  /// With 20,000 resamples the upper end, a 99.8 % point, has a standard error near 0.03.
  @Test func `Skewed values have scipy's interval`() throws {
    let interval = try #require(Bootstrap.interval(ofMean: skewed, resamples: 20_000, seed: 1, index: 0))
    #expect(isNear(interval.low, 0.65, absolute: 0.02))
    #expect(isNear(interval.high, 3.06, absolute: 0.1))
  }

  @Test func `Few or equal values have no interval or one of no width`() {
    #expect(Bootstrap.interval(ofMean: [], seed: 1, index: 0) == nil)
    #expect(Bootstrap.interval(ofMean: [3], seed: 1, index: 0) == nil)
    let point = Interval(low: 0.1, high: 0.1)
    #expect(Bootstrap.interval(ofMean: [0.1, 0.1, 0.1], seed: 1, index: 0) == point)
  }

  @Test func `The same seed and index give the same bits and others do not`() {
    let one = Bootstrap.interval(ofMean: skewed, resamples: 200, seed: 1, index: 0)
    #expect(Bootstrap.interval(ofMean: skewed, resamples: 200, seed: 1, index: 0) == one)
    #expect(Bootstrap.interval(ofMean: skewed, resamples: 200, seed: 1, index: 1) != one)
    #expect(Bootstrap.interval(ofMean: skewed, resamples: 200, seed: 2, index: 0) != one)
  }

  @Test func `Mirrored values have a mirrored interval`() throws {
    let mirrored = skewed.map { 4 - $0 }
    let one = try #require(Bootstrap.interval(ofMean: skewed, resamples: 200, seed: 1, index: 0))
    let other = try #require(Bootstrap.interval(ofMean: mirrored, resamples: 200, seed: 1, index: 0))
    #expect(isNear(other.low, 4 - one.high, relative: 1e-12))
    #expect(isNear(other.high, 4 - one.low, relative: 1e-12))
  }

  /// With one outlier in a hundred values the correction of the upper end passes its pole.
  @Test func `A level past the pole of the correction ends at the outermost resample`() throws {
    let values = [Double](repeating: 0, count: 99) + [1]
    let interval = try #require(
      Bootstrap.interval(ofMean: values, level: 0.999_999_999, resamples: 100, seed: 1, index: 0))
    #expect(interval.low >= 0 && interval.low < 0.01)
    #expect(interval.high > 0.01 && interval.high <= 0.1)
  }

  /// 20,000 samples give 83.4 % with 5 values and 92.6 % with 20, which the documentation states.
  ///
  /// Bounds are three standard errors off that or more: another seed would fail one time in 300 at most.
  @Test(arguments: [(5, 400, 0.778...0.89), (20, 2_000, 0.908...0.944)])
  func `Coverage is below 95 percent by as much as is documented`(
    count: Int, samples: Int, bounds: ClosedRange<Double>
  ) {
    let covered = (0..<samples).count { index in
      let values = normalSample(index, count: count)
      let interval = Bootstrap.interval(ofMean: values, resamples: 500, seed: 7, index: UInt64(index))
      return interval?.contains(0) ?? false
    }
    #expect(bounds.contains(Double(covered) / Double(samples)))
  }
}
