import Compute
import Testing

struct RisingOrderTests {
  @Test func `equal numbers keep their order, and both zeros are equal`() {
    #expect([2, -0.0, 1, 0, 2, -1].risingOrder() == [5, 1, 3, 2, 0, 4])
  }

  @Test func `no numbers have no order`() {
    #expect(([] as [Double]).risingOrder() == [])
  }

  @Test func `a second order breaks ties of the first`() {
    let one = [1.0, 0, 1, 0]
    let other = [5.0, 7, 4, 6]
    #expect(one.risingOrder(through: other.risingOrder()) == [3, 1, 2, 0])
  }

  @Test(arguments: 0..<20 as Range<UInt64>, [3, 40, 500])
  func `it is the order of a stable sort`(seed: UInt64, count: Int) {
    var random = RandomStream(seed: seed, stream: 8)
    let scale = [1, 1e-300, 1e300, 1e-3][Int(seed) % 4]
    let numbers = (0..<count).map { _ in
      random.integer(below: 3) == 0 ? Double(random.integer(below: 5) - 2) : random.normal() * scale
    }
    let expected = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    #expect(numbers.risingOrder().map { Int($0) } == expected)
    #expect(numbers.risingNumbers == numbers.sorted())
  }

  @Test func `infinities stand at the ends`() {
    #expect([1, .infinity, -.infinity].risingOrder() == [2, 0, 1])
  }
}
