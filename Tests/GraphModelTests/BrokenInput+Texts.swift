extension BrokenInput {
  /// Files that are no sound text or no sound table.
  static let texts: [BrokenInput] = [
    BrokenInput(
      "an empty people file", people: "",
      "people.csv: the file is empty; a header line was expected"),
    BrokenInput(
      "an empty file of ties", friendships: "",
      "friendships.csv: the file is empty; a header line was expected"),
    BrokenInput(
      "a file of blank lines and comments", friendships: "\n# nothing\n\n",
      "friendships.csv: the file is empty; a header line was expected"),
    BrokenInput(
      "a people file of a header only", people: "id,score\n",
      "people.csv: there is a header but nobody below it; one line a person was expected"),
    BrokenInput(
      "a file of ties of a header only", friendships: "source,target\n",
      "friendships.csv: there is no tie between two people"),
    BrokenInput(
      "a quote that is never closed", people: "id,score\na,400\n\"b,500\nc,600\n",
      "people.csv, line 3: the quote opened in field 1 is never closed"),
    BrokenInput(
      "a quote that is never closed in a later field", friendships: "source,target\na,b\nb,\"c\n",
      "friendships.csv, line 3: the quote opened in field 2 is never closed"),
    BrokenInput(
      "text after a closing quote", people: "id,score\n\"a\"b,400\n",
      "people.csv, line 2: field 1 goes on after its closing quote; write a quote inside a field twice (\"\")"),
    BrokenInput(
      "text after the closing quote of a field over several lines", people: "id,score\n\"a\nb\" c,400\n",
      "people.csv, line 3: field 1 goes on after its closing quote; write a quote inside a field twice (\"\")"),
    BrokenInput(
      "invalid UTF-8", people: .bytes([UInt8]("id,score\na,400\nb".utf8) + [0xFF, 0x2C, 0x35]),
      "people.csv, line 3: field 1 is not valid UTF-8 text"),
    BrokenInput(
      "Latin-1", friendships: .bytes([UInt8]("source,target\na,Andr".utf8) + [0xE9, 0x0A]),
      "friendships.csv, line 2: field 2 is not valid UTF-8 text"),
    BrokenInput(
      "UTF-16, low byte first", people: .bytes([0xFF, 0xFE, 0x69, 0, 0x64, 0]),
      "people.csv, line 1: the text is UTF-16; UTF-8 was expected"),
    BrokenInput(
      "UTF-16, high byte first", friendships: .bytes([0xFE, 0xFF, 0, 0x69, 0, 0x64]),
      "friendships.csv, line 1: the text is UTF-16; UTF-8 was expected"),
    BrokenInput(
      "UTF-16 without a mark", people: .bytes([0x69, 0, 0x64, 0, 0x0A, 0]),
      "people.csv, line 1: field 1 holds the control character U+0000; plain text was expected"),
    BrokenInput(
      "a NUL", people: "id,score\na\u{0},400\nb,500\nc,600\n",
      "people.csv, line 2: field 1 holds the control character U+0000; plain text was expected"),
    BrokenInput(
      "a control character", friendships: "source,target\na,\"b\u{1B}\"\n",
      "friendships.csv, line 2: field 2 holds the control character U+001B; plain text was expected"),
    BrokenInput(
      "a character that XML forbids", people: "id,score\na\u{FFFE},400\n",
      "people.csv, line 2: field 1 holds the control character U+FFFE; plain text was expected"),
    BrokenInput(
      "too few fields", people: "id,score\na,400\nb\nc,600\n",
      "people.csv, line 3: 1 field where the header has 2"),
    BrokenInput(
      "too many fields", friendships: "source,target\na,b,1\n",
      "friendships.csv, line 2: 3 fields where the header has 2"),
    BrokenInput(
      "a delimiter at the end of every row", friendships: "source,target\na,b,\nb,c,\n",
      """
      friendships.csv, line 2: 3 fields where the header has 2
      friendships.csv, line 3: 3 fields where the header has 2
      """),
    BrokenInput(
      "a header name that occurs twice", people: "id,Score,score\na,400,400\n",
      "people.csv, line 1: the header names column \"score\" twice"),
    BrokenInput(
      "a header name that is empty", people: "id,,score\na,x,400\n",
      "people.csv, line 1: column 2 has no name in the header"),
    BrokenInput(
      "a file without a header", friendships: "a,b\nb,c\n",
      "friendships.csv, line 1: there is no column \"source\" (one end of the tie); the header has \"a\", \"b\"; also understood: src, from, payer, source_id, node1"
    ),
    BrokenInput(
      "a file whose fields are separated by spaces", friendships: "a b\nb c\n",
      "friendships.csv, line 1: there is no column \"source\" (one end of the tie); the header has \"a b\"; also understood: src, from, payer, source_id, node1"
    ),
    BrokenInput(
      "a header below comments without a wanted column", people: "# people\n\nwho,score\na,400\n",
      "people.csv, line 3: there is no column \"id\" (who the person is); the header has \"who\", \"score\"; also understood: person, node, name, label"
    ),
  ]
}
