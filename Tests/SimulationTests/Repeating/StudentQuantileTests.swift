import Testing

@testable import Simulation

struct StudentQuantileTests {
  /// Fisher and Yates, "Statistical tables" (1938), table III, and any other: t for a two-sided 5% and 1%.
  @Test(
    arguments: [
      (0.975, 1, 12.7062), (0.975, 2, 4.30265), (0.975, 3, 3.18245), (0.975, 4, 2.77645), (0.975, 9, 2.26216),
      (0.975, 19, 2.09302), (0.975, 30, 2.04227), (0.995, 5, 4.03214), (0.975, 1000, 1.96234),
    ])
  func `The quantile is that of the tables`(p: Double, freedom: Int, value: Double) {
    #expect(abs(StudentQuantile.value(p, freedom) - value) < 1e-5 * value)
  }
}
