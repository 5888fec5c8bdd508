import Compute
import Testing

struct CompensatedSumTests {
  @Test(
    arguments: [
      ([], 0), ([1], 1), ([1e16, 1, -1e16], 1), ([1, 1e16, -1e16], 1), ([1e16, 1, 1, 1, -1e16], 3),
      ([1, 1e100, 1, -1e100], 2), ([0.1, 0.2, -0.3], 0x1p-55), ([-1e16, -1, 1e16], -1),
    ] as [([Double], Double)])
  func `the sum of a short list is the exact one`(numbers: [Double], sum: Double) {
    #expect(numbers.compensatedSum == sum)
  }

  @Test func `the sum so far can be read between additions`() {
    var sum = CompensatedSum()
    let values = [1e16, 1, -1e16].map { number in
      sum.add(number)
      return sum.value
    }
    #expect(values == [1e16, 1e16, 1])
  }

  @Test func `a tenth added a hundred thousand times is ten thousand to the last bit`() {
    // The double nearest to 0.1 is above it by less than 6e-18, so the exact sum rounds to 10,000.
    #expect(repeatElement(0.1, count: 100_000).compensatedSum == 10_000)
  }

  /// 2 eps of the sum of magnitudes, as the type promises; the exact sum is taken in 128-bit whole numbers.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the error is within two eps of the sum of magnitudes`(seed: UInt64) {
    let exact = Self.numbers(seed: seed)
    let error = Double(Int128(exactly: exact.map(Double.init).compensatedSum).map { $0 - exact.reduce(0, +) } ?? .max)
    #expect(abs(error) <= 2 * Double.ulpOfOne * Double(exact.reduce(0) { $0 + abs($1) }))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `every order of numbers of many magnitudes gives the same sum but for the last bits`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 9)
    var numbers = Self.numbers(seed: seed).map(Double.init)
    let magnitudes = numbers.map(abs).reduce(0, +)
    let sum = numbers.compensatedSum
    random.shuffle(&numbers)
    #expect(abs(numbers.compensatedSum - sum) <= 4 * Double.ulpOfOne * magnitudes)
  }

  @Test func `the mean divides the sum by the count`() {
    #expect([1e16, 1, 1, -1e16].compensatedMean == 0.5)
  }

  @Test func `the mean of nothing is 0`() {
    #expect([Double]().compensatedMean == 0)
  }

  @Test func `a sum beyond the largest double is infinite`() {
    #expect([Double.greatestFiniteMagnitude, .greatestFiniteMagnitude].compensatedSum == .infinity)
  }

  /// Whole numbers of both signs and 1 to 90 bits, each exactly a double.
  private static func numbers(seed: UInt64) -> [Int128] {
    var random = RandomStream(seed: seed, stream: 8)
    return (0..<1000).map { _ in
      let digits = Int128(random.integer(below: 1 << 53)) - 1 << 52
      return digits << Int128(random.integer(below: 38))
    }
  }
}
