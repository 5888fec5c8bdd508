import Experiments
import Testing

struct NormalDistributionTests {
  /// Source: scipy 1.17.1, `scipy.stats.norm.ppf`.
  @Test(arguments: [
    (0.975, 1.959963984540054), (0.9, 1.2815515655446004), (1e-10, -6.361340902404056), (1e-100, -21.273453560965322),
  ])
  func `Quantiles are scipy's`(p: Double, z: Double) {
    #expect(isNear(NormalDistribution.quantile(p), z, relative: 1e-14))
  }

  @Test(arguments: [1e-200, 1e-12, 0.0749, 0.0751, 0.3, 0.5, 0.8, 0.99])
  func `The chance of a quantile is the one it was asked for`(p: Double) {
    #expect(isNear(NormalDistribution.cumulative(NormalDistribution.quantile(p)), p, relative: 1e-12))
  }

  @Test func `No chance at all and certainty lie at infinity`() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }
}
