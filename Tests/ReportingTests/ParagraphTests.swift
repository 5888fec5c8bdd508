import Testing

@testable import Reporting

struct ParagraphTests {
  @Test func `Lines are broken at blanks`() {
    #expect(
      Paragraph.lines("one two three four", width: 12) == [
        "  one two",
        "  three four",
      ])
  }

  @Test func `Lines after the first are indented as far as the first begins`() {
    #expect(
      Paragraph.lines("one two three four", width: 14, first: "  - ") == [
        "  - one two",
        "    three four",
      ])
  }

  @Test(arguments: 20...90)
  func `No line is wider than the width`(width: Int) {
    let text = "What the share would be on average if own scores were dealt out at random and propagated again."
    #expect(Paragraph.lines(text, width: width).allSatisfy { $0.count <= width })
  }

  @Test func `No word is lost`() {
    let text = "a bb ccc dddd eeeee ffffff ggggggg"
    let lines = Paragraph.lines(text, width: 12)
    #expect(lines.flatMap { $0.split(separator: " ") }.joined(separator: " ") == text)
  }

  @Test func `A word that is too long has a line of its own`() {
    #expect(Paragraph.lines("a bbbbbbbbbbbbbbb c", width: 10) == ["  a", "  bbbbbbbbbbbbbbb", "  c"])
  }

  @Test func `Ink that is plain adds nothing`() {
    #expect(Ink.plain.paint("text", .good) == "text")
  }

  @Test func `Ink in colour begins and ends around the text`() {
    #expect(Ink.colour.paint("text", .bad) == "\u{1B}[31mtext\u{1B}[0m")
  }

  @Test func `Ink leaves nothing as nothing`() {
    #expect(Ink.colour.paint("", .heading) == "")
  }
}
