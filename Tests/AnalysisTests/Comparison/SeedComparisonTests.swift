import Testing

@testable import Analysis

struct SeedComparisonTests {
  private func measure(
    _ first: [Double?], _ second: [Double?]?, run: (Double?, Double?) = (1, 2)
  ) throws -> SeedComparison.Measure {
    let sample = SeedComparison.Sample(
      name: "own_sd", first: run.0, second: run.1, firstValues: first, secondValues: second)
    // A quantile of 2 keeps numbers exact.
    return try #require(
      SeedComparison(seeds: first.indices.map { UInt64($0) }, [sample]) { p, freedom in
        #expect(p == 0.975 && freedom > 0)
        return 2
      }.measures.first)
  }

  @Test func `The interval is the mean of paired differences and two standard errors on both sides`() throws {
    // Differences 1, 3, 1, 3: mean 2, variance 4/3, standard error sqrt(1/3).
    let measure = try measure([10, 20, 30, 40], [11, 23, 31, 43])
    #expect(measure.meanDifference == 2)
    #expect(abs((measure.low ?? 0) - (2 - 2 / 3.0.squareRoot())) < 1e-12)
    #expect(abs((measure.high ?? 0) - (2 + 2 / 3.0.squareRoot())) < 1e-12)
    #expect(measure.verdict == .more)
    #expect(measure.seeds == 4)
  }

  @Test func `An interval with 0 in it is no more than seeds explain`() throws {
    #expect(try measure([1, 1, 1, 1], [2, 0, 3, 1]).verdict == .noMore)
    #expect(try measure([1, 1], [1, 1]).verdict == .noMore)
  }

  @Test func `A difference without any spread is more`() throws {
    #expect(try measure([1, 2, 3], [2, 3, 4]).verdict == .more)
  }

  @Test func `Seeds without a value for both play no part`() throws {
    let measure = try measure([1, nil, 3], [2, 5, nil])
    #expect(measure.seeds == 1)
    #expect(measure.verdict == nil && measure.low == nil)
  }

  @Test func `Two seeds of one scenario are compared by z`() throws {
    // The standard deviation of 1, 3 is the root of 2, so two seeds differ by 2.
    let far = try measure([1, 3], nil, run: (10, 15))
    #expect(abs((far.z ?? 0) - 2.5) < 1e-12)
    #expect(far.verdict == .more)
    #expect(try measure([1, 3], nil, run: (10, 13)).verdict == .noMore)
  }

  @Test func `Seeds that never differ are nothing to hold a difference against`() throws {
    let measure = try measure([3, 3], nil, run: (3, 4))
    #expect(measure.z == nil && measure.verdict == nil)
    #expect(try self.measure([3, 3], nil, run: (3, 3)).verdict == .noMore)
  }
}
