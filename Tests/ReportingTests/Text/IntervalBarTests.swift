import Testing

@testable import Experiments
@testable import Reporting

struct IntervalBarTests {
  @Test func `An interval is a line with its mean on an axis that others share`() {
    let interval = Interval(low: 2, high: 8)
    #expect(IntervalBar.text(interval, mean: 5, over: 0...10, width: 11, isPlain: false) == "  ├──●──┤  ")
    #expect(IntervalBar.text(interval, mean: 5, over: 0...10, width: 11, isPlain: true) == "  |--*--|  ")
  }

  @Test func `A number is marked where no interval lies on it`() {
    let interval = Interval(low: 6, high: 10)
    #expect(IntervalBar.text(interval, mean: 8, over: 0...10, width: 11, mark: 0, isPlain: true) == ":     |-*-|")
    #expect(IntervalBar.text(interval, mean: 8, over: 0...10, width: 11, mark: 20, isPlain: true) == "      |-*-|")
  }

  @Test func `A mean without an interval stands alone, in the middle of an axis without a length`() {
    #expect(IntervalBar.text(nil, mean: 3, over: 3...3, width: 5, isPlain: true) == "  *  ")
    #expect(IntervalBar.text(nil, mean: 3, over: 0...3, width: 0, isPlain: true).isEmpty)
  }

  @Test func `The header has the ends of the axis, if there is room`() {
    #expect(IntervalBar.header(0...10, width: 8, Digits(decimals: 1)) == "0.0 10.0")
    #expect(IntervalBar.header(0...10, width: 7, Digits(decimals: 1)).isEmpty)
  }
}
