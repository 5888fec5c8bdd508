import Testing

@testable import Experiments
@testable import Reporting

struct DigitsTests {
  private static func digits(_ width: Double) -> Digits { Digits([Interval(low: 0, high: width)], values: [width / 2]) }

  @Test(arguments: [(0.012, 3), (0.1, 2), (0.5, 2), (5, 1), (50, 0), (5_000, 0), (0.000_12, 5)])
  func `An interval is given two digits of its width`(width: Double, decimals: Int) {
    #expect(Self.digits(width).decimals == decimals)
  }

  @Test func `Of several intervals the median width counts`() {
    let intervals = [0.000_001, 0.2, 0.3].map { Interval(low: 1, high: 1 + $0) }
    #expect(Digits(intervals, values: [1]).decimals == 2)
  }

  @Test func `Without intervals the spread of the numbers counts, and without one their size`() {
    #expect(Digits([], values: [1, 2]).decimals == 2)
    #expect(Digits([], values: [0.1234567]).text(0.1234567) == "0.1235")
    #expect(Digits([], values: [7, 7]).text(7) == "7")
  }

  @Test func `A width of rounding errors is none`() {
    #expect(Digits([Interval(low: 164.2, high: 164.2 + 1e-13)], values: [164.2]).decimals < 6)
  }

  @Test func `Numbers that cannot be written out have a power of ten`() {
    #expect(Self.digits(1e-11).text(5e-12) == "5.00e-12")
    #expect(Digits([], values: [3e15]).text(3e15) == "3.00e+15")
  }

  @Test func `A change has its sign, nothing has none`() {
    let digits = Digits(decimals: 2)
    #expect([0.5, -0.5, 0.001, -0.001].map { digits.signed($0) } == ["+0.50", "-0.50", "0.00", "0.00"])
    #expect(digits.text(nil) == "-" && digits.range(nil) == "-" && digits.text(.nan) == "-")
  }
}
