import Compute
import Foundation
import Testing

/// Seeds are fixed, so a test here fails always or never; the rates say for how many of all seeds it would fail by chance.
struct RandomStreamDrawsTests {
  @Test func `uniform numbers lie in the half open unit interval`() {
    var random = RandomStream(seed: 1, stream: 0)
    let numbers = (0..<100_000).map { _ in random.uniform() }
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
  }

  @Test func `uniform numbers are whole multiples of two to the minus 53`() {
    var random = RandomStream(seed: 2, stream: 0)
    let scaled = (0..<1000).map { _ in random.uniform() * 0x1p53 }
    #expect(scaled.allSatisfy { $0 == $0.rounded() })
  }

  @Test func `a uniform number is made of the top 53 bits`() {
    var bits = RandomStream(seed: 3, stream: 0)
    var random = bits
    #expect(random.uniform() == Double(bits.next() >> 11) / 9_007_199_254_740_992)
  }

  /// 64 cells, 63 degrees of freedom: above 131.37 in 1e-6 of all seeds (scipy 1.17, `chi2.isf`).
  @Test func `uniform numbers fill the unit interval evenly`() {
    var random = RandomStream(seed: 4, stream: 0)
    let cells = (0..<64_000).map { _ in Int(random.uniform() * 64) }
    #expect(Self.chiSquare(cells, cells: 64) < 131.37)
  }

  /// Bound 7, 6 degrees of freedom: above 38.26 in 1e-6 of all seeds (scipy 1.17, `chi2.isf`).
  @Test func `whole numbers below a small bound are equally likely`() {
    var random = RandomStream(seed: 5, stream: 0)
    let numbers = (0..<70_000).map { _ in random.integer(below: 7) }
    #expect(Self.chiSquare(numbers, cells: 7) < 38.26)
  }

  /// 2 degrees of freedom: above 27.63 in 1e-6 of all seeds (scipy 1.17, `chi2.isf`).
  ///
  /// 2^64 is 8/3 of this bound, so bits that are only reduced modulo the bound, or only multiplied, make some values half
  /// as likely again.
  @Test(arguments: ["by thirds", "by remainders"])
  func `whole numbers below a bound that does not divide two to the 64 are equally likely`(cells: String) {
    let bound = 3 << 61
    var random = RandomStream(seed: 6, stream: 0)
    let numbers = (0..<30_000).map { _ in random.integer(below: bound) }
    let parts = numbers.map { cells == "by thirds" ? $0 / (1 << 61) : $0 % 3 }
    #expect(Self.chiSquare(parts, cells: 3) < 27.63)
  }

  @Test func `the only whole number below 1 is 0`() {
    var random = RandomStream(seed: 7, stream: 0)
    #expect((0..<100).allSatisfy { _ in random.integer(below: 1) == 0 })
  }

  @Test func `a whole number below 0 traps`() async {
    await #expect(processExitsWith: .failure) {
      var random = RandomStream(seed: 8, stream: 0)
      _ = random.integer(below: 0)
    }
  }

  /// 24 orders, 23 degrees of freedom: above 70.55 in 1e-6 of all seeds (scipy 1.17, `chi2.isf`).
  @Test func `all orders of four elements are equally likely`() {
    var random = RandomStream(seed: 9, stream: 0)
    let orders = (0..<24_000).map { _ in
      let order = random.permutation(of: 4)
      // Lehmer code: the place of the order among all orders in dictionary order.
      return order.indices.reduce(0) { code, position in
        code * (4 - position) + order[position...].count { $0 < order[position] }
      }
    }
    #expect(Self.chiSquare(orders, cells: 24) < 70.55)
  }

  @Test(arguments: [0, 1, 2, 1000])
  func `a shuffle keeps every element`(count: Int) {
    var random = RandomStream(seed: 10, stream: 0)
    var elements = (0..<count).map { $0 * $0 }
    random.shuffle(&elements)
    #expect(elements.sorted() == (0..<count).map { $0 * $0 })
  }

  @Test func `a permutation is a shuffle of the whole numbers`() {
    var one = RandomStream(seed: 11, stream: 0)
    var other = one
    var numbers = Array(0..<50)
    one.shuffle(&numbers)
    #expect(other.permutation(of: 50) == numbers)
  }

  /// Five standard errors are passed in 6e-7 of all seeds.
  ///
  /// The variance of z^k is E z^2k - (E z^k)^2: 1, 2, 15 and 96.
  @Test(arguments: [(1, 0, 1), (2, 1, 2), (3, 0, 15), (4, 3, 96)] as [(Int, Double, Double)])
  func `the moments of normal numbers are those of the normal distribution`(
    power: Int, mean: Double, variance: Double
  ) {
    var random = RandomStream(seed: 12, stream: 0)
    let count = 200_000
    let moment = (0..<count).map { _ in pow(random.normal(), Double(power)) }.compensatedMean
    #expect(abs(moment - mean) < 5 * (variance / Double(count)).squareRoot())
  }

  /// Tenths by the normal distribution function, 9 degrees of freedom: above 44.81 in 1e-6 of all seeds (scipy 1.17).
  @Test func `normal numbers fall into the tenths of the normal distribution evenly`() {
    var random = RandomStream(seed: 13, stream: 0)
    let tenths = (0..<50_000).map { _ in min(9, Int(5 * erfc(-random.normal() / 2.0.squareRoot()))) }
    #expect(Self.chiSquare(tenths, cells: 10) < 44.81)
  }

  @Test func `normal numbers are finite`() {
    var random = RandomStream(seed: 14, stream: 0)
    #expect((0..<100_000).allSatisfy { _ in random.normal().isFinite })
  }

  /// Pearson's statistic against equal shares.
  private static func chiSquare(_ values: [Int], cells: Int) -> Double {
    var counts = [Int](repeating: 0, count: cells)
    for value in values { counts[value] += 1 }
    let expected = Double(values.count) / Double(cells)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }
}
