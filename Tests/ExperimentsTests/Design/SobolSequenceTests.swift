import Experiments
import Testing

struct SobolSequenceTests {
  /// Source: scipy 1.17.1, `scipy.stats.qmc.Sobol(8, scramble=False).random(16)`, rows 0, 1, 5 and 13.
  @Test func `The first points are scipy's`() {
    let points = SobolSequence(dimensions: 8).points(16)
    #expect(points[0] == [Double](repeating: 0, count: 8))
    #expect(points[1] == [Double](repeating: 0.5, count: 8))
    #expect(points[5] == [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375])
    #expect(points[13] == [0.8125, 0.6875, 0.8125, 0.0625, 0.4375, 0.9375, 0.5625, 0.5625])
  }

  /// Source: scipy 1.17.1, row 1,000 of `scipy.stats.qmc.Sobol(100, scramble=False)`.
  @Test func `A later point of a hundred dimensions is scipy's`() {
    let point = SobolSequence(dimensions: 100).points(1, skipping: 1_000)[0]
    let chosen = [9, 19, 39, 59, 99].map { point[$0] }
    #expect(chosen == [0.0693359375, 0.7255859375, 0.4794921875, 0.5712890625, 0.1865234375])
  }

  /// Source: scipy 1.17.1; numbers are whole multiples of 2^-10 and the sums exact.
  @Test(arguments: [(1, 262_271.75), (10, 14_431_474.25), (40, 215_171_891), (100, 1_325_125_521.5)])
  func `A thousand points in all dimensions have scipy's weighted sum`(dimensions: Int, sum: Double) {
    var found = 0.0
    for (index, point) in SobolSequence(dimensions: dimensions).points(1_024).enumerated() {
      for (dimension, value) in point.enumerated() { found += Double((index + 1) * (dimension + 1)) * value }
    }
    #expect(found == sum)
  }

  @Test(arguments: [nil, 3 as UInt64?])
  func `Every stratum of every dimension holds one point, shifted or not`(shift: UInt64?) {
    let points = SobolSequence(dimensions: 100, shift: shift).points(128)
    for dimension in 0..<100 {
      #expect(points.map { Int($0[dimension] * 128) }.sorted() == Array(0..<128))
    }
  }

  @Test(arguments: [1, 2, 7, 8, 1_000])
  func `Skipping leaves out the first points`(skipped: Int) {
    let sequence = SobolSequence(dimensions: 5, shift: 3)
    #expect(sequence.points(4, skipping: skipped) == Array(sequence.points(skipped + 4).dropFirst(skipped)))
  }

  @Test func `Shifts differ by seed and dimension and leave no point at 0`() {
    let one = SobolSequence(dimensions: 3, shift: 1).points(1)[0]
    let other = SobolSequence(dimensions: 3, shift: 2).points(1)[0]
    #expect(Set(one + other).count == 6)
    #expect(!(one + other).contains(0))
  }

  /// The product of (2 - 2u) over three dimensions has mean 1.
  ///
  /// 200 shifts of 16 points: the mean of estimates is within five standard errors of it unless 1 seed in a million.
  @Test func `Means over shifted points have no bias`() throws {
    let means: [Double] = (0..<200).map { seed in
      let points = SobolSequence(dimensions: 3, shift: UInt64(seed)).points(16)
      let products = points.map { $0.map { 2 - 2 * $0 }.reduce(1, *) }
      return products.reduce(0, +) / 16
    }
    let summary = try #require(SampleSummary(means, seed: 1, index: 0))
    let error = try #require(summary.sd) / 200.0.squareRoot()
    #expect((summary.mean - 1).magnitude < 5 * error)
  }
}
