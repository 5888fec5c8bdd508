import Testing

@testable import Reporting

struct TextTableTests {
  private func table(_ rows: [[String]]) -> TextTable {
    var table = TextTable([("who", .left), ("score", .right), ("kind", .left)])
    for row in rows { table.add(row.map { TextTable.Cell($0) }) }
    return table
  }

  @Test func `Words stand left, numbers right, two blanks between`() {
    let lines = table([["ann", "7.5", "good"], ["barbara", "123.0", "x"]]).lines(.plain, width: 80)
    #expect(
      lines == [
        "  who      score  kind",
        "  ann        7.5  good",
        "  barbara  123.0  x",
      ])
  }

  @Test func `No line ends with a blank`() {
    let lines = table([["ann", "", ""], ["", "1", "   "]]).lines(.plain, width: 80)
    #expect(lines.filter { $0.last == " " } == [])
  }

  @Test func `A first column that is too wide is cut, with an ellipsis`() {
    let lines = table([[String(repeating: "x", count: 50), "7.5", "good"]]).lines(.plain, width: 30)
    #expect(lines[1] == "  xxxxxxxxxxxxxx…    7.5  good")
    #expect(lines.allSatisfy { $0.count <= 30 })
  }

  @Test func `Other columns keep their width`() {
    let lines = table([["ann", "1234567.8", String(repeating: "k", count: 20)]]).lines(.plain, width: 40)
    #expect(lines[1].hasSuffix("  1234567.8  kkkkkkkkkkkkkkkkkkkk"))
  }

  @Test func `Line breaks and tabs in a cell become blanks`() {
    #expect(table([["a\nb\tc", "1", "x"]]).lines(.plain, width: 80)[1] == "  a b c      1  x")
  }

  @Test(arguments: [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "a…"), ("", 5, ""), ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…")])
  func `A text is cut between characters`(text: String, width: Int, cut: String) {
    #expect(TextTable.cut(text, to: width) == cut)
  }

  @Test func `Colour does not move the columns`() {
    var coloured = TextTable([("who", .left), ("change", .right)])
    coloured.add([TextTable.Cell("ann"), TextTable.Cell("+1.0", .good)])
    let escapes = /\u{1B}\[[0-9]+m/
    let plain = coloured.lines(.colour, width: 80).map { $0.replacing(escapes, with: "") }
    #expect(plain == coloured.lines(.plain, width: 80))
  }
}
