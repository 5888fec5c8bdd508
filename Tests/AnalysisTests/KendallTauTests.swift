import Compute
import Testing

@testable import Analysis

struct KendallTauTests {
  /// Kendall 1945, by looking at every pair.
  private func naive(_ one: [Double], _ other: [Double]) -> Double {
    var difference = 0
    var untiedOne = 0
    var untiedOther = 0
    for first in one.indices {
      for second in 0..<first {
        let a = (one[first] - one[second]).sign(of: one[first] == one[second])
        let b = (other[first] - other[second]).sign(of: other[first] == other[second])
        difference += a * b
        untiedOne += a * a
        untiedOther += b * b
      }
    }
    return Double(difference) / (Double(untiedOne) * Double(untiedOther)).squareRoot()
  }

  @Test(arguments: [2, 3, 5, 40])
  func `Counting by merge sort gives what looking at every pair gives`(levels: Int) throws {
    for index in 0..<60 {
      var random = RandomSocieties(index)
      let count = 2 + random.integer(below: 30)
      let one = (0..<count).map { _ in Double(random.integer(below: levels)) }
      let other = (0..<count).map { _ in Double(random.integer(below: levels + index % 3)) }
      let reference = naive(one, other)
      if reference.isNaN {
        #expect(throws: Missing.self) { try KendallTau.b(one, other) }
      } else {
        #expect(isClose(try KendallTau.b(one, other), reference, relative: 1e-14, absolute: 1e-15))
      }
    }
  }

  /// Source: scipy 1.17.1, `scipy.stats.kendalltau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])`.
  @Test func `Tied ranks give scipy's tau-b`() throws {
    #expect(isClose(try KendallTau.b([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]), -0.4714045207910316))
  }

  @Test func `The same order has tau 1`() throws {
    #expect(try KendallTau.b([1, 2, 2, 3], [10, 20, 20, 30]) == 1)
  }

  @Test func `The opposite order has tau -1`() throws {
    #expect(try KendallTau.b([1, 2, 2, 3], [3, 2, 2, 1]) == -1)
  }

  @Test func `Which list comes first does not matter`() throws {
    var random = RandomSocieties(1)
    let one = (0..<50).map { _ in Double(random.integer(below: 9)) }
    let other = (0..<50).map { _ in Double(random.integer(below: 9)) }
    #expect(isClose(try KendallTau.b(one, other), try KendallTau.b(other, one), relative: 1e-15))
  }

  /// 200,000 people, half in each of two tied ranks: 2 * 10^10 pairs, of which half are tied in one list.
  @Test func `Pairs beyond 32 bits are counted`() throws {
    let one = (0..<200_000).map { Double($0 % 2) }
    #expect(try KendallTau.b(one, one) == 1)
  }

  @Test func `Zeros of both signs are tied`() throws {
    #expect(throws: Missing.self) { try KendallTau.b([0.0, -0.0], [1, 2]) }
  }

  @Test(arguments: [[], [1.0], [3.0, 3.0, 3.0]])
  func `A list without two different values leaves tau missing`(values: [Double]) {
    #expect(throws: Missing("one list has no two different values")) {
      try KendallTau.b(values, values.indices.map(Double.init))
    }
  }
}

extension Double {
  fileprivate func sign(of isZero: Bool) -> Int { isZero ? 0 : self > 0 ? 1 : -1 }
}
