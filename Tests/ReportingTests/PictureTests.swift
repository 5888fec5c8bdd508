import Testing

@testable import Reporting

struct PictureTests {
  @Test(arguments: [
    (8, 8, 4, "████"), (4, 8, 4, "██"), (1, 8, 4, "▌"), (0, 8, 4, ""), (0, 0, 4, ""), (1, 1_000_000, 4, "▏"),
    (3, 8, 4, "█▌"),
  ])
  func `A bar is as long as its share`(value: Int, largest: Int, width: Int, bar: String) {
    #expect(Bars.bar(value, of: largest, width: width) == bar)
  }

  @Test(arguments: 0...40)
  func `A bar is never longer than its width`(value: Int) {
    #expect(Bars.bar(value, of: 40, width: 7).count <= 7)
  }

  @Test(arguments: [(8, 8, "####"), (1, 1_000_000, "#"), (3, 8, "##"), (0, 8, "")])
  func `A bar in ASCII has whole characters`(value: Int, largest: Int, bar: String) {
    #expect(Bars.bar(value, of: largest, width: 4, isPlain: true) == bar)
  }

  @Test(arguments: [
    (0, " ", " "), (0.001, "░", "."), (0.25, "▒", ":"), (0.5, "▓", "+"), (0.75, "█", "#"), (1, "█", "#"),
  ])
  func `The larger a share, the darker its shade`(share: Double, shade: String, plain: String) {
    #expect(Bars.shade(share, isPlain: false) == shade)
    #expect(Bars.shade(share, isPlain: true) == plain)
  }

  @Test func `A spread goes from the lowest to the highest, with two marks`() {
    let text = Bars.spread(low: 0, high: 10, own: 3, public: 6, over: 0...10, width: 11)
    #expect(text == "├──○──●───┤")
  }

  @Test func `Where the marks fall together the public score is seen`() {
    #expect(Bars.spread(low: 2, high: 8, own: 5, public: 5, over: 0...10, width: 11) == "  ├──●──┤  ")
  }

  @Test func `One score is one mark`() {
    #expect(Bars.spread(low: 5, high: 5, own: 5, public: 5, over: 0...10, width: 11) == "     ●     ")
  }

  @Test(arguments: [-5.0, 0, 10, 15])
  func `Scores off the scale stay in the picture`(score: Double) {
    #expect(Bars.spread(low: score, high: score, own: score, public: score, over: 0...10, width: 11).count == 11)
  }
}
