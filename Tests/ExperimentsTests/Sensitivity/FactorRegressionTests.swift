import Experiments
import Foundation
import Testing

struct FactorRegressionTests {
  private let points: [[Double]] = [
    [0.1, 3, -1], [0.4, 1, 2], [0.9, 4, 0], [0.3, 1, 5], [0.7, 5, 9], [0.2, 9, 2], [0.6, 2, 6], [0.8, 6, 5],
  ]
  private let outcome: [Double?] = [1.2, 3.1, 4.0, 2.2, 9.5, 3.3, 5.1, 6.0]

  /// Source: numpy 2.4.6, `lstsq` on standardised columns; scipy 1.17.1, `spearmanr`.
  @Test func `Known points have the coefficients of numpy and the rank correlations of scipy`() {
    let found = FactorRegression(of: outcome, on: points, resamples: 0, seed: 1, index: 0)
    let values = found.coefficients.map(\.value)
    for (value, truth) in zip(values, [0.42232470771223, 0.2655358973033386, 0.6403022715531042]) {
      #expect(isNear(value, truth))
    }
    #expect(isNear(found.rSquared, 0.8750715969201408))
    for (value, truth) in zip(found.rankCorrelations, [0.7619047619047621, 0.5149792926227014, 0.6988459044322258]) {
      #expect(isNear(value, truth))
    }
    #expect(found.points == 8 && found.dropped == 0 && values.count == 3)
  }

  @Test func `Points without an outcome are left out and counted`() {
    let gapped = FactorRegression(
      of: outcome + [nil], on: points + [[100, 100, 100]], resamples: 20, seed: 1, index: 0)
    let whole = FactorRegression(of: outcome, on: points, resamples: 20, seed: 1, index: 0)
    #expect(gapped.dropped == 1)
    #expect(gapped.coefficients == whole.coefficients && gapped.rankCorrelations == whole.rankCorrelations)
  }

  @Test func `A linear outcome is explained in full`() {
    let linear = points.map { $0[0] + 2 * $0[1] - $0[2] }
    let found = FactorRegression(of: linear, on: points, resamples: 20, seed: 1, index: 0)
    #expect(isNear(found.rSquared, 1))
  }

  @Test func `A symmetric outcome is monotone in nothing and hardly explained`() throws {
    let line = (-10...10).map { [Double($0)] }
    let found = FactorRegression(of: line.map { $0[0] * $0[0] }, on: line, resamples: 20, seed: 1, index: 0)
    #expect(try #require(found.rSquared) < 1e-12)
    #expect(isNear(found.rankCorrelations[0], 0, absolute: 1e-12))
  }

  @Test func `Factors that follow from each other have no coefficients`() {
    let doubled = points.map { $0 + [$0[0] + $0[1]] }
    let found = FactorRegression(of: outcome, on: doubled, seed: 1, index: 0)
    #expect(found.coefficients.isEmpty && found.rSquared == nil)
    #expect(found.rankCorrelations.count == 4)
  }

  @Test func `A factor or an outcome that does not vary has no coefficients`() {
    let constant = FactorRegression(of: outcome, on: points.map { [$0[0], 0.1] }, seed: 1, index: 0)
    #expect(constant.coefficients.isEmpty)
    #expect(constant.rankCorrelations[0] != nil && constant.rankCorrelations[1] == nil)
    let flat = FactorRegression(of: outcome.map { _ in 0.1 }, on: points, seed: 1, index: 0)
    #expect(flat.coefficients.isEmpty && flat.rSquared == nil)
  }

  @Test func `Fewer points than the fit takes have no coefficients`() {
    let few = FactorRegression(of: [1, 2, 4], on: [[1, 2], [2, 1], [4, 5]], seed: 1, index: 0)
    #expect(few.coefficients.isEmpty && few.points == 3)
    #expect(FactorRegression(of: [], on: [], seed: 1, index: 0).points == 0)
  }

  /// 150 regressions of 30 points: the standard error is 1.8 points, so another seed would fail 1 time in 1,000.
  ///
  /// The true coefficient is √(9/12) / √(9/12 + 1/12 + 1/4); 1,000 regressions of 20 and of 100 points gave 94.8, 95.8 %.
  @Test func `Intervals of a Latin hypercube cover the true coefficient`() throws {
    let covered = try (0..<150).count { index in
      let points = LatinHypercube.points(30, dimensions: 2, seed: UInt64(index))
      let noise = normalSample(index, count: 30)
      let outcome = zip(points, noise).map { 3 * $0[0] + $0[1] + 0.5 * $1 }
      let found = FactorRegression(of: outcome, on: points, resamples: 200, seed: 1, index: UInt64(index))
      return try #require(found.coefficients[0].interval).contains((9.0 / 13).squareRoot())
    }
    #expect(0.89...1 ~= Double(covered) / 150)
  }
}
