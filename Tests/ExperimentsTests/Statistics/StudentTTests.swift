import Experiments
import Foundation
import Testing

struct StudentTTests {
  /// Source: scipy 1.17.1, `scipy.stats.t.ppf(0.975, freedom)`.
  @Test(arguments: [
    (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.1824463052837078), (5, 2.5705818356363146),
    (10, 2.228138851986274), (30, 2.0422724563012378), (120, 1.9799304050824402),
  ])
  func `The 97.5 percent points are scipy's`(freedom: Double, t: Double) {
    #expect(isNear(StudentT.quantile(0.975, freedom: freedom), t, relative: 1e-13))
  }

  @Test(arguments: [1, 1.5, 2, 3, 10, 29.5, 120, 5_000, 1e6])
  func `A quantile undoes the distribution function`(freedom: Double) {
    for t in [-5, -2, -0.7, -0.1, -1e-6, 1e-6, 0.3, 0.8, 1, 2.5] {
      #expect(
        isNear(
          StudentT.quantile(StudentT.cumulative(t, freedom: freedom), freedom: freedom), t, relative: 1e-10,
          absolute: 1e-15))
    }
  }

  @Test(arguments: [-1e9, -30, -1, -0.2, 0, 0.4, 3, 1e6])
  func `One degree of freedom is Cauchy's distribution`(t: Double) {
    let expected = t < 0 ? atan(-1 / t) / Double.pi : 0.5 + atan(t) / Double.pi
    #expect(isNear(StudentT.cumulative(t, freedom: 1), expected, relative: 1e-14))
  }

  @Test(arguments: [1e-300, 1e-20, 0.01, 0.2, 0.3, 0.4999])
  func `Quantiles of Cauchy's distribution reach into its tails`(p: Double) {
    #expect(isNear(StudentT.quantile(p, freedom: 1), -1 / tan(Double.pi * p), relative: 1e-11))
  }

  @Test(arguments: [-1e5, -4, -0.5, 0, 0.5, 7])
  func `Two degrees of freedom have their closed form`(t: Double) {
    let root = (2 + t * t).squareRoot()
    let expected = t < 0 ? 1 / (root * (root - t)) : 1 - 1 / (root * (root + t))
    #expect(isNear(StudentT.cumulative(t, freedom: 2), expected, relative: 1e-14))
  }

  /// The first term of the difference is z (z² + 1) / (4 freedom) (Abramowitz & Stegun 26.7.5).
  @Test func `Many degrees of freedom come to the normal distribution`() {
    let z = NormalDistribution.quantile(0.975)
    #expect(isNear(StudentT.quantile(0.975, freedom: 1e6), z + z * (z * z + 1) / 4e6, relative: 1e-10))
  }

  @Test func `The middle is 0 and the ends are infinite`() {
    #expect(StudentT.quantile(0.5, freedom: 4) == 0)
    #expect(StudentT.quantile(0, freedom: 4) == -.infinity)
    #expect(StudentT.quantile(1, freedom: 4) == .infinity)
    #expect(StudentT.cumulative(-.infinity, freedom: 4) == 0)
    #expect(StudentT.cumulative(.infinity, freedom: 4) == 1)
  }
}
