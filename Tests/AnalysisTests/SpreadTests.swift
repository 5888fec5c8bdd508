import Foundation
import GraphModel
import Testing

@testable import Analysis

struct SpreadTests {
  // MARK: Gini

  /// Source: reference numbers, `measures.json`, libpysal data, inequality.gini.Gini of PySAL and an own second program.
  @Test(
    arguments: zip(
      Mexico.years, [0.3537237117345285, 0.29644613439022827, 0.2537183285655905, 0.25513356494927303]))
  func `The Gini coefficient of Mexican states is PySAL's`(year: Int, reference: Double) throws {
    #expect(isClose(try Spread.gini(Mexico.incomes(year)), reference))
  }

  @Test func `The Gini coefficient is half the mean absolute difference over the mean`() throws {
    for index in 0..<20 {
      var random = RandomSocieties(index)
      let count = 2 + random.integer(below: 40)
      // Whole numbers, so that many are equal.
      let values = (0..<count).map { _ in Double(random.integer(below: 12)) } + [1]
      var sum = 0.0
      for one in values { for other in values { sum += (one - other).magnitude } }
      let n = Double(values.count)
      let mean = values.reduce(0, +) / n
      #expect(isClose(try Spread.gini(values), sum / (2 * n * n * mean), absolute: 1e-15))
    }
  }

  @Test func `One owner of everything has the largest Gini coefficient, 1 - 1/n`() throws {
    #expect(isClose(try Spread.gini([0, 0, 0, 7]), 0.75))
  }

  @Test func `The order of the numbers does not matter to Gini`() throws {
    #expect(try Spread.gini([3, 1, 2, 5]) == Spread.gini([5, 3, 2, 1]))
  }

  @Test(arguments: [0.1, 600.1, 1e-300])
  func `Equal numbers have a Gini coefficient of 0`(value: Double) throws {
    #expect(try Spread.gini([value, value, value]) == 0)
  }

  // MARK: Theil

  /// Source: reference numbers, `measures.json`, libpysal data, inequality.theil.Theil of PySAL and an own second program.
  @Test(
    arguments: zip(
      Mexico.years, [0.20894344230358597, 0.15222450526531234, 0.10472941488245859, 0.10194724969688371]))
  func `Theil's T of Mexican states is PySAL's`(year: Int, reference: Double) throws {
    #expect(isClose(try Spread.theil(Mexico.incomes(year)), reference))
  }

  @Test func `One owner of everything has the largest Theil's T, ln n`() throws {
    #expect(isClose(try Spread.theil([0, 0, 0, 7]), log(4)))
  }

  @Test(arguments: [0.1, 600.1, 1e-300])
  func `Equal numbers have a Theil's T of 0`(value: Double) throws {
    #expect(try Spread.theil([value, value, value]) == 0)
  }

  /// For y = m (1 - d), m (1 + d): `T = ((1 + d) ln(1 + d) + (1 - d) ln(1 - d)) / 2 = d^2/2 + d^4/12 + ...`.
  @Test(arguments: [1e-3, 1e-5, 1e-7])
  func `Theil's T of nearly equal numbers keeps its digits`(distance: Double) throws {
    // Distances that 512 +- 512 d hits exactly.
    let step = (512 * distance * 0x1p40).rounded() * 0x1p-40
    let d = step / 512
    #expect(isClose(try Spread.theil([512 - step, 512 + step]), d * d / 2 + d * d * d * d / 12, relative: 1e-7))
  }

  // MARK: Undefined

  @Test func `A negative number leaves Gini missing, and says which`() {
    #expect(throws: Missing("a value is negative (-0.5)")) { try Spread.gini([1, -0.5, 3]) }
  }

  @Test func `A negative number leaves Theil missing, and says which`() {
    #expect(throws: Missing("a value is negative (-0.5)")) { try Spread.theil([1, -0.5, 3]) }
  }

  @Test func `Zeros alone leave Gini missing`() {
    #expect(throws: Missing("the mean is not above 0")) { try Spread.gini([0, 0]) }
  }

  @Test func `No numbers leave Theil missing`() {
    #expect(throws: Missing("there are no people")) { try Spread.theil([]) }
  }

  // MARK: Variance and quantiles

  @Test func `The variance is the mean squared distance from the mean`() {
    #expect(Spread.variance([1, 2, 3, 6]) == 3.5)
  }

  @Test func `The variance does not suffer from a far zero`() {
    #expect(isClose(Spread.variance([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 6]), 3.5, relative: 1e-14))
  }

  @Test(arguments: [0.1, 0.7, 600.1])
  func `Equal numbers have a variance of 0`(value: Double) {
    for count in 1...40 { #expect(Spread.variance([Double](repeating: value, count: count)) == 0) }
  }

  /// Source: numpy 2.4.6, `numpy.quantile(v, q)`, which is Hyndman and Fan's type 7.
  @Test(arguments: zip([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1], [1, 1.6, 2.5, 5, 9.5, 15, 21]))
  func `Quantiles are numpy's`(share: Double, reference: Double) {
    #expect(isClose(Spread.quantile([1, 2, 3, 5, 8, 11, 21], share), reference, relative: 1e-15))
  }

  @Test func `Every quantile of one number is that number`() {
    #expect(Spread.quantile([7], 0.3) == 7)
  }
}
