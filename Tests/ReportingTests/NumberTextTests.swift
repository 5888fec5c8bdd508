import Testing

@testable import Reporting

struct NumberTextTests {
  @Test(arguments: [
    (3.14159, 2, "3.14"), (350, 0, "350"), (-0.04, 1, "0.0"), (-0.05001, 1, "-0.1"), (0, 3, "0.000"),
    (1e6, 1, "1000000.0"), (-12.5, 1, "-12.5"),
  ])
  func `A number has the decimals asked for, and no negative zero`(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals) == text)
  }

  @Test func `What is missing is a dash`() {
    #expect(NumberText.fixed(nil as Double?, 1) == "-")
    #expect(NumberText.percent(nil) == "-")
    #expect(NumberText.p(nil) == "-")
  }

  @Test(arguments: [(12.34, "+12.3"), (-12.34, "-12.3"), (0, "0.0"), (0.04, "0.0"), (-0.04, "0.0"), (0.06, "+0.1")])
  func `A change has a sign unless it is nothing`(value: Double, text: String) {
    #expect(NumberText.signed(value, 1) == text)
  }

  @Test(arguments: [(0.1234, "12.3%"), (0, "0.0%"), (1, "100.0%"), (-0.001, "-0.1%"), (0.00001, "0.0%")])
  func `A share is a percentage`(value: Double, text: String) { #expect(NumberText.percent(value) == text) }

  @Test(arguments: [(0.5, ".500"), (0.0312, ".031"), (0.001, ".001"), (0.00099, "<.001"), (0, "<.001"), (1, "1.000")])
  func `A p value has three decimals and no leading zero`(value: Double, text: String) {
    #expect(NumberText.p(value) == text)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
    (100_000, "100,000"),
  ])
  func `Thousands are set apart`(value: Int, text: String) { #expect(NumberText.count(value) == text) }

  @Test func `A noun follows its number`() {
    #expect(NumberText.count(1, "person", "people") == "1 person")
    #expect(NumberText.count(2, "person", "people") == "2 people")
    #expect(NumberText.count(0, "round") == "0 rounds")
    #expect(NumberText.count(1000, "tied pair") == "1,000 tied pairs")
  }

  @Test(arguments: [(1_000_000, 0), (600, 1), (100, 1), (99, 2), (10, 2), (1, 3), (0.5, 5)])
  func `The wider the scale the fewer the decimals`(width: Double, decimals: Int) {
    #expect(NumberText.decimals(forWidth: width) == decimals)
  }

  @Test(arguments: [
    (4.4917e-7, "4.5e-07"), (4.5001e-7, "4.6e-07"), (0.00123, "0.0013"), (0.25, "0.25"), (0.996, "1.0"), (19.96, "20"),
    (86.4, "87"), (1234, "1300"), (0, "0"), (1.95e-300, "2.0e-300"), (1e10, "1.0e+10"),
  ])
  func `A bound has two digits, as a reader would write them`(value: Double, text: String) {
    #expect(NumberText.bound(value) == text)
  }

  @Test func `A bound is never rounded down`() throws {
    var value = 3.7e-12
    while value < 1e4 {
      let shown = try #require(Double(NumberText.bound(value)))
      #expect(shown >= value && shown <= 1.11 * value)
      value *= 1.037
    }
  }

  @Test(arguments: [
    ("1234.5", "1,234.5"), ("-1234567", "-1,234,567"), ("+999.0", "+999.0"), ("+1000.25", "+1,000.25"), ("-", "-"),
  ])
  func `Thousands are set apart in a number that is written`(text: String, grouped: String) {
    #expect(NumberText.grouped(text) == grouped)
  }
}
