import Compute
import Foundation
import Testing

struct GatherTests {
  /// Small whole numbers: every sum and product is exact, whatever the order.
  @Test(arguments: 0...9, 0...4)
  func `the sum is the naive one for every length of the rest`(count: Int, start: Int) {
    let values = (0..<20).map { Double($0 * $0 - 50) }
    let weights = (0..<14).map { Double($0 % 5 + 1) }
    let indices = (0..<14).map { Int32($0 * 7 % 20) }
    let range = start..<start + count
    let naive = range.reduce(0.0) { $0 + weights[$1] * values[Int(indices[$1])] }
    #expect(Self.sum(weights, indices, range, values) == naive)
  }

  /// 1e16 + 1 is 1e16, so the result tells which numbers met: ((1e16 + 1) + 1) + (-1e16 + 1) = 0 in the documented order,
  /// (0 + 1) + (2 + 3) with the fifth added to the first; from left to right it would be 2.
  @Test(arguments: [0, 1])
  func `partial sums are added in the documented order`(start: Int) {
    let values = [5, 1e16, 1, -1e16, 1, 1].suffix(5 + start).map { $0 }
    let sum = Self.sum(
      [Double](repeating: 1, count: 5 + start), (0..<5 + Int32(start)).map { $0 }, start..<start + 5, values)
    #expect(sum == 0)
  }

  /// (count + 4) eps/2 of the sum of magnitudes, as the kernel promises, against a sum in twice the precision.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the rounding error is within the stated bound`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 3)
    let values = (0..<200).map { _ in random.normal() * pow(2, Double(random.integer(below: 30))) }
    let count = random.integer(below: 400)
    let weights = (0..<count).map { _ in random.uniform() + 1e-3 }
    let indices = (0..<count).map { _ in Int32(random.integer(below: 200)) }
    let picked = indices.map { values[Int($0)] }
    let magnitudes = zip(weights, picked).map { abs($0 * $1) }.reduce(0, +)
    let error = Self.sum(weights, indices, 0..<count, values) - Self.doubledDot(weights, picked)
    #expect(abs(error) <= Double(count + 4) * (Double.ulpOfOne / 2) * magnitudes)
  }

  @Test(arguments: 0...9, 0...4)
  func `the sum without weights is the naive one for every length of the rest`(count: Int, start: Int) {
    let values = (0..<20).map { Double($0 * $0 - 50) }
    let indices = (0..<14).map { Int32($0 * 7 % 20) }
    let range = start..<start + count
    let naive = range.reduce(0.0) { $0 + values[Int(indices[$1])] }
    #expect(Gather.sum(indices: indices.span, range: range, of: values.span) == naive)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the sum without weights has the bits of the one with all weights 1`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 4)
    let values = (0..<50).map { _ in random.normal() }
    let indices = (0..<random.integer(below: 99)).map { _ in Int32(random.integer(below: 50)) }
    let ones = [Double](repeating: 1, count: indices.count)
    let sum = Gather.sum(indices: indices.span, range: 0..<indices.count, of: values.span)
    #expect(sum == Self.sum(ones, indices, 0..<indices.count, values))
  }

  @Test func `a range beyond the indices traps without weights too`() async {
    await #expect(processExitsWith: .failure) {
      _ = Gather.sum(indices: ([0, 0] as [Int32]).span, range: 0..<3, of: [1.0].span)
    }
  }

  @Test(arguments: [-1..<2, 2..<4])
  func `a range beyond the weights traps`(range: Range<Int>) async {
    await #expect(processExitsWith: .failure) { [range] in
      _ = GatherTests.sum([1, 1, 1], [0, 0, 0], range, [1])
    }
  }

  @Test func `an index beyond the values traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = GatherTests.sum([1], [1], 0..<1, [1])
    }
  }

  private static func sum(_ weights: [Double], _ indices: [Int32], _ range: Range<Int>, _ values: [Double]) -> Double {
    Gather.weightedSum(weights: weights.span, indices: indices.span, range: range, of: values.span)
  }

  /// The scalar product as if in twice the precision.
  ///
  /// Source: T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005), Dot2.
  private static func doubledDot(_ one: [Double], _ other: [Double]) -> Double {
    var sum = CompensatedSum()
    for (a, b) in zip(one, other) {
      let product = a * b
      sum.add(product)
      sum.add((-product).addingProduct(a, b))
    }
    return sum.value
  }
}
