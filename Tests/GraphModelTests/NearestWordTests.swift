import GraphModel
import Testing

struct NearestWordTests {
  @Test(
    arguments: [
      ("reveiw", "review"), ("Review", "review"), ("half-life", "half_life"), ("nois", "noise"), ("budgets", "budget"),
      ("keepwithin", "keep_within"),
    ])
  func `a word with a slip or two means the nearest one`(word: String, meant: String) {
    let words = ["review", "noise", "budget", "half_life", "keep_within"]
    #expect(NearestWord.nearest(to: word, among: words) == meant)
  }

  @Test(arguments: ["", "x", "colour", "rvw"])
  func `a word that is near none means none`(word: String) {
    #expect(NearestWord.nearest(to: word, among: ["review", "noise", "y"]) == nil)
  }

  @Test func `of two words equally near the first is meant`() {
    #expect(NearestWord.nearest(to: "bat", among: ["cat", "hat"]) == "cat")
  }

  /// By hand: "from" is one swap away from "form", and two replaced letters without swaps, which would be too far.
  @Test func `two letters swapped are one slip`() {
    #expect(NearestWord.nearest(to: "form", among: ["firms", "from"]) == "from")
  }
}
