import Testing

@testable import GraphModel

struct FormatDetectorTests {
  static func layout(_ text: String, named: TieFormat = .auto) throws -> TieLayout {
    try FormatDetector.layout(of: InputFile(name: "ties", bytes: [UInt8](text.utf8)), named: named)
  }

  @Test(
    arguments: [
      ("source,target\na,b\n", TieFormat.csv), ("", .csv), ("\n\n", .csv), ("ann,bob\n", .csv), ("ann bob\n", .csv),
      ("# friends\nsource,target\n1,2\n", .csv), ("# friends\nsource\ttarget\n1\t2\n", .csv),
      ("source,target,Type\na,b,family\n", .csv), ("# FromNodeId\tToNodeId\n0\t1\n", .snap), ("0 1\n1 2\n", .snap),
      ("0\t1\t7\n", .snap), ("6,2,4,1289241911.7\n", .snap), ("# names\nann bob\nbob cid\n", .snap),
      ("% sym unweighted\n1 2\n", .konect), ("%  asym\tpositive\n% 1 2 2\n1 2\n", .konect),
      ("# source, target, weight\n0,1,2\n", .netzschleuder),
      ("#source,target\n0,1\n", .netzschleuder), ("Source,Target,Type,Id\na,b,Directed,0\n", .gephi),
      ("Source;Target;Type\na;b;Undirected\n", .gephi),
      ("\"Source\"\t\"Target\"\t\"Type\"\na\tb\tundirected\n", .gephi),
      ("%%MatrixMarket matrix coordinate pattern general\n2 2 1\n1 2\n", .matrixMarket),
    ])
  func `a format is known by its first lines`(text: String, format: TieFormat) throws {
    #expect(try Self.layout(text).format == format)
  }

  @Test(arguments: ["\u{FEFF}# x\n0 1\n", "# x\r\n0 1\r\n", "\n# x\n\n0 1", "# x\r0 1\r"])
  func `marks, blank lines and line ends do not hide a format`(text: String) throws {
    #expect(try Self.layout(text).format == .snap)
  }

  @Test func `comments longer than what is looked at leave a table`() throws {
    let text = String(repeating: "# " + String(repeating: "x", count: 98) + "\n", count: 700) + "0 1\n"
    #expect(try Self.layout(text).format == .csv)
  }

  @Test(arguments: [("0 1\n", 2), ("0 1 2\n", 3), ("0 1 2 3 4\n", 5)])
  func `a file without a header has columns by their places`(text: String, width: Int) throws {
    #expect(
      try Self.layout(text).dialect.columns
        == Array(["source", "target", "weight", "time", "column 5"].prefix(width)))
  }

  @Test func `a named format goes before what the file looks like`() throws {
    #expect(try Self.layout("ann bob\n", named: .snap).format == .snap)
    #expect(try Self.layout("0,1\n0,2\n", named: .csv).format == .csv)
  }

  @Test(
    arguments: [
      (
        TieFormat.konect, "1 2\n",
        "ties, line 1: there is no KONECT header; a first line such as \"% sym unweighted\" was expected"
      ),
      (
        .matrixMarket, "",
        "ties, line 1: there is no Matrix Market header; \"%%MatrixMarket matrix coordinate ...\" was expected"
      ),
      (
        .netzschleuder, "a,b\n",
        "ties, line 1: there is no header such as \"# source, target\"; one was expected in the Netzschleuder format"
      ),
      (
        .graphml, "<graphml/>",
        "ties: a GraphML file is a society of its own and no layer of one; a text file was expected"
      ),
      (
        .auto, "<?xml version=\"1.0\"?>",
        "ties: a GraphML file is a society of its own and no layer of one; a text file was expected"
      ),
      (
        .auto, "% bip unweighted\n1 2\n",
        "ties, line 1: \"bip\" says that ties join people with things of another kind; ties among people were expected"
      ),
      (
        .auto, "% sym dynamic\n1 2 1 0\n",
        "ties, line 1: \"dynamic\" says that ties come and go; ties that stay were expected"
      ),
      (
        .auto, "% sym heavy\n1 2\n",
        "ties, line 1: \"heavy\" is not a kind of KONECT weights; one of multiposweighted, multisigned, multiweighted, positive, posweighted, signed, unweighted, weighted was expected"
      ),
      (
        .auto, "%%MatrixMarket matrix coordinate\n",
        "ties, line 1: 2 words follow %%MatrixMarket; 4 were expected, as in \"matrix coordinate real general\""
      ),
      (
        .auto, "%%MatrixMarket vector coordinate real general\n",
        "ties, line 1: \"vector\" is not understood here; matrix was expected"
      ),
      (
        .auto, "%%MatrixMarket matrix array real general\n",
        "ties, line 1: \"array\" is not understood here; coordinate was expected"
      ),
      (
        .auto, "%%MatrixMarket matrix coordinate complex general\n",
        "ties, line 1: \"complex\" is not understood here; real or integer or pattern was expected"
      ),
      (
        .auto, "%%MatrixMarket matrix coordinate real skew-symmetric\n",
        "ties, line 1: \"skew-symmetric\" is not understood here; general or symmetric was expected"
      ),
      (
        .auto, "%%MatrixMarket matrix coordinate real hermitian\n",
        "ties, line 1: \"hermitian\" is not understood here; general or symmetric was expected"
      ),
      (
        .auto, "%%MatrixMarket matrix coordinate real general\n% x\n",
        "ties: there is no line of sizes; rows, columns and entries were expected"
      ),
      (
        .auto, "%%MatrixMarket matrix coordinate real general\n% x\n3 3\n",
        "ties, line 3: \"3 3\" is not a line of sizes; rows, columns and entries were expected"
      ),
      (
        .auto, "%%MatrixMarket matrix coordinate real general\n3 3 -1\n",
        "ties, line 2: \"3 3 -1\" is not a line of sizes; rows, columns and entries were expected"
      ),
      (
        .auto, "%%MatrixMarket matrix coordinate real general\n3 4 1\n",
        "ties, line 2: the matrix has 3 rows and 4 columns; as many of both were expected, one a person"
      ),
    ])
  func `what is not understood is refused with its line`(format: TieFormat, text: String, message: String) {
    let error = #expect(throws: InputProblem.self) { try Self.layout(text, named: format) }
    #expect(error?.description == message)
  }
}
