import Testing

@testable import GraphModel

struct DelimitedRecordsTests {
  @Test(
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a", [["a"]]), ("", []),
      ("a,\n,b\n,", [["a", ""], ["", "b"], ["", ""]]),
    ])
  func `fields are cut at commas and records at line ends`(text: String, records: [[String]]) throws {
    #expect(try Self.fields(text) == records)
  }

  @Test(arguments: ["a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\r\nc,d", "a,b\rc,d", "a,b\n\rc,d"])
  func `lines end with LF, CRLF or CR`(text: String) throws {
    #expect(try Self.fields(text) == [["a", "b"], ["c", "d"]])
  }

  @Test(
    arguments: [
      ("\"a,b\",c", ["a,b", "c"]), ("\"a\"\"b\"", ["a\"b"]), ("\"\"\"\"", ["\""]), ("\"\",x", ["", "x"]),
      ("\" a \",b", [" a ", "b"]), ("\"a\nb\",c", ["a\nb", "c"]), ("\"a\r\nb\"", ["a\r\nb"]), ("\"#a\"", ["#a"]),
      (" \"a\" ,\t\"b\"\t", ["a", "b"]),
    ])
  func `a quoted field holds delimiters, quotes, spaces and line breaks`(text: String, fields: [String]) throws {
    #expect(try Self.fields(text) == [fields])
  }

  @Test(arguments: [("a\"b,c", ["a\"b", "c"]), ("5\",6\"", ["5\"", "6\""])])
  func `a quote inside an unquoted field is a character`(text: String, fields: [String]) throws {
    #expect(try Self.fields(text) == [fields])
  }

  @Test func `spaces around an unquoted field do not count`() throws {
    #expect(try Self.fields("  a b ,\tc\t\n") == [["a b", "c"]])
  }

  @Test(arguments: ["a;b\nc;d", "a\tb\nc\td"])
  func `a semicolon or a tab separates fields where the first line has no comma`(text: String) throws {
    #expect(try Self.fields(text) == [["a", "b"], ["c", "d"]])
  }

  @Test func `a comma in a field of a file with semicolons stays in it`() throws {
    #expect(try Self.fields("id;score\na;1,5") == [["id", "score"], ["a", "1,5"]])
  }

  @Test func `empty fields between tabs are fields`() throws {
    #expect(try Self.fields("a\tb\tc\n\t\tx\n\t\t\n") == [["a", "b", "c"], ["", "", "x"], ["", "", ""]])
  }

  @Test func `blank lines are passed over`() throws {
    #expect(try Self.fields("\n \na\n\t\n\r\nb\n\n") == [["a"], ["b"]])
  }

  @Test func `lines that start with a number sign are passed over above the first record`() throws {
    #expect(try Self.fields("# x\n  # \"y\n#\na\nb#c") == [["a"], ["b#c"]])
  }

  @Test func `below the first record a number sign is text`() throws {
    #expect(try Self.fields("# x\nid\n#1\n #2") == [["id"], ["#1"], ["#2"]])
  }

  @Test func `a byte order mark is passed over`() throws {
    #expect(try Self.fields("\u{FEFF}a,b") == [["a", "b"]])
  }

  @Test(
    arguments: [
      ("a\nb\nc", [1, 2, 3]), ("a\r\nb\r\nc", [1, 2, 3]), ("a\rb\rc", [1, 2, 3]), ("\n\n# x\na\nb", [4, 5]),
      ("\"a\nb\"\nc", [1, 3]), ("\"a\r\nb\"\r\nc", [1, 3]), ("\"a\rb\"\rc", [1, 3]),
      ("\"a\n\n\n\",\"\nb\"\nc", [1, 6]),
      ("# \"\na\nb", [2, 3]),
    ])
  func `a record knows the line it starts on`(text: String, lines: [Int]) throws {
    #expect(try Self.records(text).map(\.line) == lines)
  }

  @Test func `the lines are right whatever stands in the quoted fields`() throws {
    let breaks = ["\n", "\r\n", "\r"]
    for lineBreak in breaks {
      let text = (0..<50).map { number in
        "\(number),\"\(String(repeating: "x" + lineBreak, count: number % 4))\"\(lineBreak)"
      }
      let lines = (0..<50).map { number in 1 + (0..<number).reduce(0) { $0 + 1 + $1 % 4 } }
      #expect(try Self.records(text.joined()).map(\.line) == lines)
    }
  }

  @Test func `letters beyond ASCII are kept`() throws {
    #expect(try Self.fields("Łódź,学生,🜚") == [["Łódź", "学生", "🜚"]])
  }

  @Test(arguments: [("# source, target\na,b", " source, target"), ("\n #x\na", "x"), ("a\n# x", nil), ("", nil)])
  func `a comment before everything else is remembered`(text: String, comment: String?) throws {
    #expect(try DelimitedRecords(InputFile(name: "x", bytes: [UInt8](text.utf8))).leadingComment == comment)
  }

  private static func records(_ text: String) throws -> [DelimitedRecords.Record] {
    var reader = try DelimitedRecords(InputFile(name: "x", bytes: [UInt8](text.utf8)))
    var records: [DelimitedRecords.Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  private static func fields(_ text: String) throws -> [[String]] { try records(text).map(\.fields) }
}
