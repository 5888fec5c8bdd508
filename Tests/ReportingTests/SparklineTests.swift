import Testing

@testable import Reporting

@Suite struct SparklineTests {
  @Test func `Eight steps are eight heights`() {
    #expect(Sparkline.text((0..<8).map(Double.init), width: 8, isPlain: false) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([3, 1, 2], width: 20, isPlain: false) == "█▁▅")
  }

  @Test func `Without Unicode six characters stand for heights`() {
    #expect(Sparkline.text((0..<6).map(Double.init), width: 6, isPlain: true) == "_.-~^\"")
  }

  @Test func `A series that does not move is a line at half height`() {
    #expect(Sparkline.text([5, 5, 5], width: 9, isPlain: false) == "▄▄▄")
    #expect(Sparkline.text([Double?](repeating: 0.1, count: 10), width: 3, isPlain: true) == "---")
    #expect(Sparkline.text([0], width: 9, isPlain: false) == "▄")
  }

  @Test func `What is missing is a blank`() {
    #expect(Sparkline.text([1, nil, .nan, 2, .infinity], width: 9, isPlain: false) == "▁  █ ")
    #expect(Sparkline.text([nil, nil], width: 9, isPlain: false) == "  ")
    #expect(Sparkline.text([], width: 9, isPlain: false) == "")
    #expect(Sparkline.text([1], width: 0, isPlain: false) == "")
  }

  @Test func `A longer series is shown by the means of its parts`() {
    #expect(Sparkline.text([0, 2, 10, nil, 4, 6], width: 3, isPlain: false) == "▁█▄")
    #expect(Sparkline.range([0, 2, 10, nil, 4, 6], width: 3) == 1...10)
    #expect(Sparkline.range([0, 2, 10, nil, 4, 6], width: 6) == 0...10)
    #expect(Sparkline.range([nil], width: 6) == nil)
  }

  @Test(arguments: 1...40)
  func `A line is as long as the series, up to the width`(count: Int) {
    let values = (0..<count).map { Double?(Double($0 * $0 % 7)) }
    #expect(Sparkline.text(values, width: 17, isPlain: false).count == min(count, 17))
  }

  @Test func `The ends are the first and the last value there is`() throws {
    let ends = try #require(Sparkline.ends([nil, 3, 9, 4, .nan]))
    #expect(ends == (3, 4))
    #expect(Sparkline.ends([nil]) == nil)
  }

  @Test func `The largest numbers do not overflow`() {
    let huge = Double.greatestFiniteMagnitude
    #expect(Sparkline.text([-huge, huge, huge, huge], width: 2, isPlain: false) == "▁█")
  }
}
