import Experiments
import Testing

struct IntervalTests {
  @Test func `an interval holds its ends and is as wide as they are apart`() {
    let interval = Interval(low: -1, high: 2)
    #expect(interval.width == 3)
    #expect([-1.01, -1, 0, 2, 2.01].map(interval.contains) == [false, true, true, true, false])
  }
}
