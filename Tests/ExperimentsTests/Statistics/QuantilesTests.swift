import Experiments
import Testing

struct QuantilesTests {
  @Test(arguments: [(0, 1.0), (0.25, 1.75), (0.5, 2.5), (0.9, 7.9), (1, 10)])
  func `Quantiles lie on the line between order statistics`(share: Double, value: Double) {
    #expect(isNear(Quantiles.quantile([1, 2, 3, 10], share), value, relative: 1e-14))
  }

  @Test func `One number is every quantile`() {
    #expect(Quantiles.quantile([4], 0.3) == 4)
  }
}
