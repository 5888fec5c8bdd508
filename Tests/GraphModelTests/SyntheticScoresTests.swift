import GraphModel
import Testing

struct SyntheticScoresTests {
  /// Python 3.11: `[350 + 600 * math.modf((i + 1) * 0.6180339887498949)[0] for i in range(5)]`; the formula is that of
  /// the reference data (conventions: golden-ratio scores).
  @Test func `the sequence on the Zhima scale is Python's`() {
    let scores = SyntheticScores.goldenRatio(count: 5, on: .zhima)
    #expect(
      scores == [720.820393249937, 491.6407864998739, 862.4611797498109, 633.2815729997478, 404.1019662496847])
  }

  @Test func `the sequence on another scale is the same but for the scale`() {
    let unit = SyntheticScores.goldenRatio(count: 50, on: .unit)
    #expect(SyntheticScores.goldenRatio(count: 50, on: .fico) == unit.map { 300 + 550 * $0 })
  }

  @Test(arguments: [Scale.zhima, .fico, .unit, .fifths(low: -5, high: 5)])
  func `every score lies on the scale`(scale: Scale) {
    #expect(SyntheticScores.goldenRatio(count: 10_000, on: scale).allSatisfy(scale.contains))
  }

  @Test func `nobody gets no scores`() {
    #expect(SyntheticScores.goldenRatio(count: 0, on: .zhima).isEmpty)
  }

  @Test func `the scores of the first people do not depend on how many there are`() {
    let many = SyntheticScores.goldenRatio(count: 100, on: .zhima)
    #expect(SyntheticScores.goldenRatio(count: 10, on: .zhima) == Array(many.prefix(10)))
  }
}
