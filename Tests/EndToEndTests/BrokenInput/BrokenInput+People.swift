extension BrokenInput {
  /// What can be wrong with the people of a society.
  static let people = [
    BrokenInput(
      "A people file without an id column", people: "who,score\nann,500\n",
      problems: [
        "people.csv, line 1: there is no column \"id\" (who the person is); the header has \"who\", \"score\"; also understood: person, node, name, label"
      ]),
    BrokenInput(
      "A people file without a score column", people: "id,points\nann,500\nbob,600\ncid,700\n",
      problems: [
        "people.csv: nobody has an own score: a column \"score\" was expected, and it has \"points\"",
        "Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.",
      ]),
    BrokenInput(
      "A people file with ids only", people: "id\nann\nbob\ncid\n",
      problems: [
        "people.csv: nobody has an own score: a column \"score\" was expected, and it has no other columns",
        "Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.",
      ]),
    BrokenInput(
      "Text where a score belongs", people: "id,score\nann,500\nbob,good\ncid,700\n",
      problems: [
        "people.csv, line 3, column score: \"good\" is not a number; a number was expected"
      ]),
    BrokenInput(
      "NaN as a score", people: "id,score\nann,500\nbob,nan\ncid,700\n",
      problems: [
        "people.csv, line 3, column score: \"nan\" is not a number; a number was expected"
      ]),
    BrokenInput(
      "Infinity as a score", people: "id,score\nann,inf\nbob,600\ncid,700\n",
      problems: [
        "people.csv, line 2, column score: \"inf\" is not a number; a number was expected"
      ]),
    BrokenInput(
      "A score too large for a number", people: "id,score\nann,1e999\nbob,600\ncid,700\n",
      problems: [
        "people.csv, line 2, column score: \"1e999\" is too large; a number was expected"
      ]),
    BrokenInput(
      "A hexadecimal score", people: "id,score\nann,0x1F4\nbob,600\ncid,700\n",
      problems: [
        "people.csv, line 2, column score: \"0x1F4\" is not a number; a number was expected"
      ]),
    BrokenInput(
      "A decimal comma in quotes", people: "id,score\nann,\"500,5\"\nbob,600\ncid,700\n",
      problems: [
        "people.csv, line 2, column score: \"500,5\" is not a number; a number was expected"
      ]),
    BrokenInput(
      "A decimal comma without quotes", people: "id,score\nann,500,5\nbob,600\ncid,700\n",
      problems: [
        "people.csv, line 2: 3 fields where the header has 2"
      ]),
    BrokenInput(
      "A score off the scale that was asked for", people: "id,score\nann,500\nbob,1200\ncid,700\n",
      options: ["--scale", "zhima"],
      problems: [
        "people.csv, line 3, column score: 1200 is off the scale; 350 to 950 was expected (--scale)"
      ]),
    BrokenInput(
      "A missing score", people: "id,score\nann,500\nbob,\ncid,700\n",
      problems: [
        "people.csv, line 3, column score: \"bob\" has no own score (--missing-score drop or mean accepts it)"
      ]),
    BrokenInput(
      "A score that R calls missing", people: "id,score\nann,500\nbob,NA\ncid,700\n",
      problems: [
        "people.csv, line 3, column score: \"bob\" has no own score (--missing-score drop or mean accepts it)"
      ]),
    BrokenInput(
      "Nobody with a score to take the mean of", people: "id,score\nann,\nbob,\ncid,\n",
      options: ["--missing-score", "mean"],
      problems: [
        "people.csv, column score: nobody has an own score"
      ]),
    BrokenInput(
      "Nobody left who has a score", people: "id,score\nann,\nbob,\ncid,\n", options: ["--missing-score", "drop"],
      problems: [
        "people.csv, column score: nobody has an own score"
      ]),
    BrokenInput(
      "Two people with one id", people: "id,score\nann,500\nbob,600\ncid,700\nann,800\n",
      problems: [
        "people.csv, line 5, column id: \"ann\" stands on line 2 already; each person once was expected"
      ]),
    BrokenInput(
      "A person with an empty id", people: "id,score\nann,500\nbob,600\ncid,700\n,800\n",
      problems: [
        "people.csv, line 5, column id: the id is empty; a person's id was expected"
      ]),
    BrokenInput(
      "An empty people file", people: "",
      problems: [
        "people.csv: the file is empty; a header line was expected"
      ]),
    BrokenInput(
      "A people file of blank lines and comments", people: "\n\n# nothing here\n\n",
      problems: [
        "people.csv: the file is empty; a header line was expected"
      ]),
    BrokenInput(
      "A people file with a header only", people: "id,score\n", ties: "source,target\n",
      problems: [
        "people.csv: there is a header but nobody below it; one line a person was expected"
      ]),
    BrokenInput(
      "A quote that is never closed", people: "id,score\n\"ann,500\nbob,600\ncid,700\n",
      problems: [
        "people.csv, line 2: the quote opened in field 1 is never closed"
      ]),
    BrokenInput(
      "Text after a closing quote", people: "id,score\n\"ann\"x,500\nbob,600\n",
      problems: [
        "people.csv, line 2: field 1 goes on after its closing quote; write a quote inside a field twice (\"\")"
      ]),
    BrokenInput(
      "A row with a field too few", people: "id,score\nann,500\nbob\ncid,700\n",
      problems: [
        "people.csv, line 3: 1 field where the header has 2"
      ]),
    BrokenInput(
      "A header that names a column twice", people: "id,score,Score\nann,500,1\n",
      problems: [
        "people.csv, line 1: the header names column \"Score\" twice"
      ]),
    BrokenInput(
      "A header with a nameless column", people: "id,,score\nann,1,500\n",
      problems: [
        "people.csv, line 1: column 2 has no name in the header"
      ]),
    BrokenInput(
      "A line break in quotes before a broken line",
      people: "id,note,score\nann,\"two\nlines\",500\nbob,,x\ncid,,700\n",
      problems: [
        "people.csv, line 4, column score: \"x\" is not a number; a number was expected"
      ]),
    BrokenInput(
      "Line ends of an old Macintosh before a broken line", people: "id,score\rann,500\rbob,x\rcid,700\r",
      problems: [
        "people.csv, line 3, column score: \"x\" is not a number; a number was expected"
      ]),
    BrokenInput(
      "Line ends of Windows and a byte order mark before a broken line",
      people: "\u{FEFF}id,score\r\nann,500\r\nbob,x\r\ncid,700\r\n",
      problems: [
        "people.csv, line 3, column score: \"x\" is not a number; a number was expected"
      ]),
    BrokenInput(
      "Bytes that are no UTF-8",
      people: .bytes([
        0x69, 0x64, 0x2C, 0x73, 0x63, 0x6F, 0x72, 0x65, 0x0A, 0x61, 0x6E, 0x6E, 0x2C, 0x35, 0x30, 0x30, 0x0A, 0x62,
        0xFF, 0x62, 0x2C, 0x36, 0x30, 0x30, 0x0A,
      ]),
      problems: [
        "people.csv, line 3: field 1 is not valid UTF-8 text"
      ]),
    BrokenInput(
      "Latin-1 in an id",
      people: .bytes([
        0x69, 0x64, 0x2C, 0x73, 0x63, 0x6F, 0x72, 0x65, 0x0A, 0x61, 0x6E, 0x6E, 0x2C, 0x35, 0x30, 0x30, 0x0A, 0x5A,
        0x6F, 0xEB, 0x2C, 0x36, 0x30, 0x30, 0x0A,
      ]),
      problems: [
        "people.csv, line 3: field 1 is not valid UTF-8 text"
      ]),
    BrokenInput(
      "UTF-16", people: .bytes([0xFF, 0xFE, 0x69, 0x00, 0x64, 0x00, 0x2C, 0x00, 0x73, 0x00, 0x0A, 0x00]),
      problems: [
        "people.csv, line 1: the text is UTF-16; UTF-8 was expected"
      ]),
    BrokenInput(
      "A control character",
      people: .bytes([
        0x69, 0x64, 0x2C, 0x73, 0x63, 0x6F, 0x72, 0x65, 0x0A, 0x61, 0x6E, 0x6E, 0x2C, 0x35, 0x30, 0x30, 0x0A, 0x62,
        0x00, 0x62, 0x2C, 0x36, 0x30, 0x30, 0x0A,
      ]),
      problems: [
        "people.csv, line 3: field 1 holds the control character U+0000; plain text was expected"
      ]),
    BrokenInput(
      "A folder where the people file belongs", people: .folder, code: 66,
      problems: [
        "people.csv: this is a folder; a file was expected"
      ]),
    BrokenInput(
      "A link to nowhere where the people file belongs", people: .link("nowhere.csv"), code: 66,
      problems: [
        "people.csv: this is a link to a file that is not there"
      ]),
    BrokenInput(
      "A susceptibility column that is not there", options: ["--susceptibility", "openness"], code: 64,
      problems: [
        "susceptibility: \"openness\" is neither a number, nor degree, nor a column; the columns are \"score\""
      ]),
    BrokenInput(
      "A susceptibility above 1", people: "id,score,openness\nann,500,0.5\nbob,600,1.5\ncid,700,0\n",
      options: ["--susceptibility", "openness"],
      problems: [
        "people.csv, line 3, column openness: \"1.5\" is not a susceptibility; a number from 0 to 1 was expected"
      ]),
    BrokenInput(
      "A susceptibility that is no number", people: "id,score,openness\nann,500,0.5\nbob,600,much\ncid,700,0\n",
      options: ["--susceptibility", "openness"],
      problems: [
        "people.csv, line 3, column openness: \"much\" is not a susceptibility; a number from 0 to 1 was expected"
      ]),
    BrokenInput(
      "A missing susceptibility", people: "id,score,susceptibility\nann,500,0.5\nbob,600,\ncid,700,0\n",
      problems: [
        "people.csv, line 3, column susceptibility: the susceptibility is missing; a number from 0 to 1 was expected"
      ]),
    BrokenInput(
      "More problems than are told",
      people:
        "id,score\np0,x\np1,x\np2,x\np3,x\np4,x\np5,x\np6,x\np7,x\np8,x\np9,x\np10,x\np11,x\np12,x\np13,x\np14,x\np15,x\np16,x\np17,x\np18,x\np19,x\np20,x\np21,x\np22,x\np23,x\np24,x\n",
      ties: "source,target\np0,p1\n",
      problems: [
        "people.csv, line 2, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 3, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 4, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 5, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 6, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 7, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 8, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 9, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 10, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 11, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 12, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 13, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 14, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 15, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 16, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 17, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 18, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 19, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 20, column score: \"x\" is not a number; a number was expected",
        "people.csv, line 21, column score: \"x\" is not a number; a number was expected",
        "... and 5 more problems",
      ]),
  ]
}
