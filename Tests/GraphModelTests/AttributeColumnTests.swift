import GraphModel
import Testing

struct AttributeColumnTests {
  @Test(
    arguments: [
      ["1", "-20", "0"], ["9223372036854775807", "-9223372036854775808"], ["3", "", "4"], ["NA", "5"],
    ])
  func `whole numbers that fit 64 bits are integers`(values: [String]) {
    #expect(AttributeColumn(name: "x", values: values).kind == .integer)
  }

  @Test(
    arguments: [
      ["1", "2.5"], ["1e3"], ["-0"], ["0.5", "0"], ["9223372036854775808"], ["1.0", "", "NA"], ["0e1"], [".5"],
    ])
  func `finite numbers that are not all plain integers are numbers`(values: [String]) {
    #expect(AttributeColumn(name: "x", values: values).kind == .number)
  }

  @Test(arguments: [["true", "false"], ["true"], ["", "false"], ["NA", "true"]])
  func `true and false are booleans`(values: [String]) {
    #expect(AttributeColumn(name: "x", values: values).kind == .boolean)
  }

  @Test(
    arguments: [
      ["True"], ["true", "1"], ["1", "x"], ["nan"], ["1e999"], [" "], ["1,5"], ["yes", "no"],
    ])
  func `anything else is text`(values: [String]) {
    #expect(AttributeColumn(name: "x", values: values).kind == .text)
  }

  @Test(arguments: [["007", "008"], ["+1"], ["+49", "1.5"], ["00"], ["01.5"]])
  func `numbers written like codes are text`(values: [String]) {
    #expect(AttributeColumn(name: "x", values: values).kind == .text)
  }

  @Test(arguments: [[], [""], ["", ""], ["NA", ""]])
  func `a column of missing values only is text`(values: [String]) {
    #expect(AttributeColumn(name: "x", values: values).kind == .text)
  }

  @Test func `values keep their text`() {
    let values = ["1.50", "", " x", "1e999"]
    #expect(Array(AttributeColumn(name: "x", values: values).values) == values)
  }

  @Test(arguments: [(["1", "NA", ""], ["1", nil, nil]), (["x", "NA", ""], ["x", "NA", nil])])
  func `NA is a missing value except in text`(values: [String], expected: [String?]) {
    let column = AttributeColumn(name: "x", values: values)
    #expect(values.indices.map { column.value(of: $0) } == expected)
  }

  @Test func `numbers are nil where the value is missing or no finite number`() {
    let column = AttributeColumn(name: "x", values: ["1.50", "", "x", "1e999", "-2"])
    #expect(column.numbers == [1.5, nil, nil, nil, -2])
  }
}
