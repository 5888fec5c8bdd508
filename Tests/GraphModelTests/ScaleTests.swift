import GraphModel
import Testing

struct ScaleTests {
  /// Cuts and ends as Zhima Credit and FICO publish them.
  @Test func `Zhima goes from 350 to 950 and is cut at 550, 600, 650 and 700`() {
    #expect([Scale.zhima.low, Scale.zhima.high] + Scale.zhima.cuts == [350, 950, 550, 600, 650, 700])
  }

  @Test func `FICO goes from 300 to 850 and is cut at 580, 670, 740 and 800`() {
    #expect([Scale.fico.low, Scale.fico.high] + Scale.fico.cuts == [300, 850, 580, 670, 740, 800])
  }

  @Test func `the unit scale is cut into fifths`() {
    #expect([Scale.unit.low, Scale.unit.high] + Scale.unit.cuts == [0, 1, 0.2, 0.4, 0.6, 0.8])
  }

  @Test(
    arguments: [
      (350, 0), (549.999, 0), (550, 1), (599.999, 1), (600, 2), (649.999, 2), (650, 3), (699.999, 3), (700, 4),
      (950, 4),
    ] as [(Double, Int)])
  func `tiers are half open, and the last holds the top`(score: Double, tier: Int) {
    #expect(Scale.zhima.tier(of: score) == tier)
  }

  @Test(arguments: [(-1e9, 0), (349, 0), (951, 4), (1e9, 4)] as [(Double, Int)])
  func `scores off the scale count to the nearest tier`(score: Double, tier: Int) {
    #expect(Scale.zhima.tier(of: score) == tier)
  }

  @Test(arguments: [(350, true), (950, true), (500, true), (349.999, false), (950.001, false), (.nan, false)])
  func `both ends belong to the scale`(score: Double, isOn: Bool) {
    #expect(Scale.zhima.contains(score) == isOn)
  }

  @Test(arguments: [Scale.zhima, .fico, .unit, .fifths(low: -3, high: 7)])
  func `there is one tier name more than cuts`(scale: Scale) {
    #expect(scale.tierNames.count == scale.cuts.count + 1 && scale.tierCount == scale.tierNames.count)
  }

  @Test(
    arguments: [(Scale.zhima, 600), (.fico, 550), (.unit, 1), (.fifths(low: -3, high: 7), 10)] as [(Scale, Double)])
  func `the width is the length of the scale`(scale: Scale, width: Double) {
    #expect(scale.width == width)
  }

  @Test(arguments: [("zhima", .zhima), ("ZHIMA", .zhima), ("fico", .fico), ("Unit", .unit)] as [(String, Scale)])
  func `built-in scales are found by name, letter case ignored`(name: String, scale: Scale) {
    #expect(Scale(named: name) == scale)
  }

  @Test(
    arguments: [
      ("0:100", 0, 100), ("-1:1", -1, 1), ("0.5:2.5", 0.5, 2.5), ("-20:-10", -20, -10), ("1e3:2e3", 1000, 2000),
    ] as [(String, Double, Double)])
  func `two numbers make a scale of fifths`(text: String, low: Double, high: Double) {
    #expect(Scale(named: text) == .fifths(low: low, high: high))
  }

  @Test(arguments: [("0:100", "0:100"), ("0.50:2.5", "0.5:2.5"), ("1e3:2e3", "1000:2000")])
  func `a scale of two numbers is named after them`(text: String, name: String) {
    #expect(Scale(named: text)?.name == name)
  }

  @Test func `fifths are cut at equal distances`() {
    #expect(Scale.fifths(low: 0, high: 10).cuts == [2, 4, 6, 8])
  }

  @Test(
    arguments: [
      "", "schufa", "zhima ", "5", "1:", ":1", ":", "1:2:3", "2:1", "1:1", "a:b", "0:nan", "0:inf", "0:1e999",
      "-1e308:1e308", "0:1e101", "0 : 1", "0,5:1", "0x0:0x1",
    ])
  func `a text that names no scale is refused`(text: String) {
    #expect(Scale(named: text) == nil)
  }

  /// The numbers as text: the child process that traps gets them as JSON, which has no NaN.
  @Test(arguments: [("1", "1"), ("2", "1"), ("nan", "1"), ("0", "inf"), ("-1e308", "1e308")])
  func `a scale without a low end below its high end traps`(low: String, high: String) async {
    await #expect(processExitsWith: .failure) { [low, high] in
      _ = Scale.fifths(low: try #require(Double(low)), high: try #require(Double(high)))
    }
  }
}
