import Testing

@testable import Exports
@testable import GraphModel

struct CSVTextTests {
  @Test(arguments: ["", "ann", "Zoë", "名前", "👩‍👩‍👧", "a b", "it's", "-1.5e-7", "a#b", "a;b"])
  func `Text without special characters is left as it is`(text: String) {
    #expect(CSVText.field(text) == text)
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
    ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""), ("a ", "\"a \""), ("\ta", "\"\ta\""), ("a\t", "\"a\t\""),
    ("#a", "\"#a\""), ("\"", "\"\"\"\""),
  ])
  func `Text that a reader would change is quoted`(text: String, field: String) {
    #expect(CSVText.field(text) == field)
  }

  /// A combining accent makes one character of itself and what stands before it, also of a quote or a comma.
  @Test(arguments: [
    "", "ann", "a,b", "\"", "\"\"", "a\"b", "a\nb", "a\r\nb", "a\r", " ", "\t", "#", "#a", "Zoë", "👩‍👩‍👧", "a\"\u{301}b",
    "a,\u{301}b", "#\u{301}a", " \u{301}a", "\n\u{301}", "\"\u{20DD}", "\u{200D}\"",
  ])
  func `Our own reader gets back what was written`(text: String) throws {
    let line = CSVText.line(["first", text, "last"])
    var records = try DelimitedRecords(InputFile(name: "test", bytes: [UInt8](line.utf8)))
    let fields = try #require(try records.next()).fields
    #expect(fields.map { Array($0.utf8) } == ["first", text, "last"].map { Array($0.utf8) })
  }

  @Test(arguments: ["#\u{301}a", " \u{301}a", "\"\u{301}", "#a"])
  func `Our own reader gets back what stands first in a line`(text: String) throws {
    let line = CSVText.line([text, "last"])
    var records = try DelimitedRecords(InputFile(name: "test", bytes: [UInt8](line.utf8)))
    #expect(try records.next()?.fields.first.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test func `A line ends with a line feed and nothing else`() {
    #expect(CSVText.line(["a", "", "b"]) == "a,,b\n")
  }

  @Test func `Membership is the id and the number of the community`() {
    let partition = Partition(bySize: ["x", "x", nil] as [String?])
    #expect(MembershipText.csv(ids: ["a,b", "c", "d"], partition) == "id,community\n\"a,b\",1\nc,1\nd,\n")
  }
}
