import Foundation
import GraphModel
import Testing

/// Files as they are downloaded, small.
struct FormatReadingTests {
  private static func read(
    _ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> ReadSociety {
    try TemporaryFolder.readEdgeList(.text(text)) {
      $0.scores = .synthetic
      change(&$0)
    }
  }

  private static func problems(
    _ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }
  ) -> [String] {
    do {
      _ = try read(text, change)
      return []
    } catch {
      // The path of the folder is another one each time.
      return ((error as? ReadingError)?.problems ?? []).map { problem in
        String(problem.description[(problem.description.range(of: "ties.csv")?.lowerBound ?? "".startIndex)...])
      }
    }
  }

  // MARK: SNAP

  static let snap = """
    # Directed graph (each unordered pair of nodes is saved once): wiki.txt
    # Nodes: 4 Edges: 4
    # FromNodeId\tToNodeId
    30\t1412
    30\t3352
    1412\t30
    30\t5254\u{20}

    """

  @Test func `a SNAP file is read, a tie listed both ways once`() throws {
    let read = try Self.read(Self.snap)
    #expect(read.society.people.ids == ["30", "1412", "3352", "5254"])
    #expect(
      read.arcs() == ["30>1412": 1, "1412>30": 1, "30>3352": 1, "3352>30": 1, "30>5254": 1, "5254>30": 1])
  }

  @Test func `a SNAP file is directed on request`() throws {
    #expect(
      try Self.read(Self.snap) { $0.isDirected = true }.arcs()
        == ["30>1412": 1, "1412>30": 1, "30>3352": 1, "30>5254": 1])
  }

  @Test func `a third column is the weight, and a fourth is not used`() throws {
    let read = try Self.read("1 2 0.5 99\n2   3\t2 98\n")
    #expect(read.arcs() == ["1>2": 0.5, "2>1": 0.5, "2>3": 2, "3>2": 2])
    #expect(read.notices(.ignored).first?.hasSuffix(": \"time\"") == true)
  }

  @Test func `what a file without a header is taken for is told`() throws {
    #expect(
      try Self.read("1 2 0.5\n").notices(.assumed).contains {
        $0.hasSuffix("is read as snap, with the columns source, target, weight (--format)")
      })
  }

  @Test func `a line of another width is told`() {
    #expect(
      Self.problems("# x\n1 2\n2 3 4\n5\n") == [
        "ties.csv, line 3: 3 fields where a record has 2", "ties.csv, line 4: 1 field where a record has 2",
      ])
  }

  // MARK: KONECT

  @Test func `KONECT's sym is both ways and asym one way`() throws {
    #expect(try Self.read("% sym unweighted\n% 2 3 3\n1 2\n2 3\n").arcs() == ["1>2": 1, "2>1": 1, "2>3": 1, "3>2": 1])
    #expect(try Self.read("% asym unweighted\n1 2\n2 3\n").arcs() == ["1>2": 1, "2>3": 1])
  }

  @Test func `KONECT's third column is the weight`() throws {
    #expect(try Self.read("% asym posweighted\n1 2 3.5 1082008561\n").arcs() == ["1>2": 3.5])
  }

  @Test func `a tie of a positive KONECT network counts as often as it is listed`() throws {
    #expect(try Self.read("% asym positive\n1 2\n1 2\n1 3\n").arcs() == ["1>2": 2, "1>3": 1])
  }

  @Test func `an unweighted KONECT tie counts once`() throws {
    #expect(try Self.read("% asym unweighted\n1 2\n1 2\n").arcs() == ["1>2": 1])
  }

  @Test func `the rules for negative weights hold for signed networks`() throws {
    let text = "% asym signed\n1 2 -1\n2 3 1\n"
    #expect(
      Self.problems(text) == [
        "ties.csv, line 2, column weight: -1 is negative; 0 or more was expected (--negative drop or absolute accepts it)"
      ])
    #expect(try Self.read(text) { $0.ties.negative = .drop }.arcs() == ["2>3": 1])
    #expect(try Self.read(text) { $0.ties.negative = .absolute }.arcs() == ["1>2": 1, "2>3": 1])
  }

  @Test func `ties that the file says go both ways cannot be directed`() {
    #expect(
      Self.problems("% sym unweighted\n1 2\n") { $0.isDirected = true } == [
        "ties.csv, line 1: \"sym\" says that ties go both ways; they cannot be read as directed"
      ])
  }

  @Test func `ties that the file says go one way can be read both ways, which is told`() throws {
    let read = try TemporaryFolder.read([
      "people.csv": "id,score\n1,400\n2,500\n", "out.x": "% asym unweighted\n1 2\n",
      "society.yaml": "layers: {friendship: {file: out.x, directed: false}}",
    ])
    #expect(read.arcs() == ["1>2": 1, "2>1": 1])
    #expect(
      read.notices(.changed) == ["ties in out.x are read as going both ways, though the file says \"asym\""])
  }

  @Test func `a layer's format can be named`() throws {
    let read = try TemporaryFolder.read([
      "x.txt": "a b\nb c\n", "society.yaml": "layers: {friendship: {file: x.txt, format: snap, directed: true}}",
    ])
    #expect(read.arcs() == ["a>b": 1, "b>c": 1])
  }

  @Test func `a format that is none is refused`() {
    let error = #expect(throws: ReadingError.self) {
      try TemporaryFolder.read(["x": "a b\n", "society.yaml": "layers: {friendship: {file: x, format: pajek}}"])
    }
    #expect(error?.description.contains("\"format\" is \"pajek\"; auto or csv or snap or") == true)
  }

  @Test func `a format for a whole folder is a slip of usage`() {
    let error = #expect(throws: ReadingError.self) {
      try TemporaryFolder.read(["friendships.csv": "source,target\na,b\n"]) { $0.format = .snap }
    }
    #expect(error?.code == .usage)
  }

  // MARK: Netzschleuder

  @Test func `a Netzschleuder table is read, blanks and quotes and all`() throws {
    let read = try Self.read("# source, target, weight\n0, 1, 2.5\n \"1\", \"2\", 1\n")
    #expect(read.arcs() == ["0>1": 2.5, "1>0": 2.5, "1>2": 1, "2>1": 1])
  }

  // MARK: Gephi

  @Test(
    arguments: [
      "Source;Target;Type;Id;Label;Weight\na;b;Directed;0;;2\nb;c;Directed;1;;1\n",
      "Source\tTarget\tType\tId\tLabel\tWeight\na\tb\tDirected\t0\t\t2\nb\tc\tDirected\t1\t\t1\n",
      "Id,Source,Target,Type,Weight\n0,a,b,directed,2\n1,b,c,Directed,1\n",
    ])
  func `Gephi's directed ties go one way`(text: String) throws {
    #expect(try Self.read(text).arcs() == ["a>b": 2, "b>c": 1])
  }

  @Test func `Gephi's undirected ties go both ways, and what is not used is told`() throws {
    let read = try Self.read("Source,Target,Type,Id,Label,Weight\na,b,Undirected,0,,2\n")
    #expect(read.arcs() == ["a>b": 2, "b>a": 2])
    #expect(read.notices(.ignored).first?.hasSuffix(": \"Id\", \"Label\"") == true)
  }

  @Test func `ties of both types in one Gephi table are refused with their lines`() {
    #expect(
      Self.problems("Source,Target,Type\na,b,Directed\nb,c,Undirected\nc,d,\n") == [
        "ties.csv, line 3, column Type: \"Undirected\" stands below \"Directed\" on line 2; ties of one type were expected",
        "ties.csv, line 4, column Type: \"\" is not a type of tie; Directed or Undirected was expected",
      ])
  }

  @Test func `a Gephi table of nodes is a people file`() throws {
    let read = try TemporaryFolder.readEdgeList(
      "Source;Target;Type\na;b;Undirected\n", people: "Id;Label;timeset;score\na;Ann;;400\nb;Bob;;500\n")
    #expect(read.society.people.ids == ["a", "b"])
    #expect(read.society.ownScores == [400, 500])
  }

  // MARK: Matrix Market

  @Test func `a symmetric matrix is ties both ways, numbers from 1`() throws {
    let text = "%%MatrixMarket matrix coordinate real symmetric\n% x\n%\n3 3 2\n2 1 0.5\n 3  2\t4e0\n"
    let read = try Self.read(text)
    #expect(read.arcs() == ["1>2": 0.5, "2>1": 0.5, "2>3": 4, "3>2": 4])
    #expect(read.society.people.ids == ["2", "1", "3"])
  }

  @Test func `a general matrix is ties one way, a pattern has no weights`() throws {
    let read = try Self.read("%%MatrixMarket Matrix Coordinate Pattern General\n3 3 2\n2 1\n3 2\n")
    #expect(read.arcs() == ["2>1": 1, "3>2": 1])
    #expect(!read.society.layers[0].isWeighted)
  }

  @Test(
    arguments: [
      (
        "3 3 2\n2 1\n", "ties.csv, line 2: 2 entries are announced, but 1 is there"
      ),
      ("3 3 1\n2 1\n3 1\n", "ties.csv, line 2: 1 entries are announced, but 2 are there"),
      (
        "3 3 1\n4 1\n",
        "ties.csv, line 3, column source: \"4\" is not a row of the matrix; a whole number from 1 to 3 was expected"
      ),
      (
        "3 3 1\n1 0\n",
        "ties.csv, line 3, column target: \"0\" is not a row of the matrix; a whole number from 1 to 3 was expected"
      ),
      (
        "3 3 1\n01 2\n",
        "ties.csv, line 3, column source: \"01\" is not a row of the matrix; a whole number from 1 to 3 was expected"
      ),
      ("3 3 1\n1 2 5\n", "ties.csv, line 3: 3 fields where a record has 2"),
    ])
  func `entries that do not fit the announced size are told`(text: String, problem: String) {
    #expect(Self.problems("%%MatrixMarket matrix coordinate pattern general\n" + text) == [problem])
  }

  // MARK: All formats

  /// The same ties in each format make the same society.
  @Test(
    arguments: [
      "source,target,weight\n1,2,3\n2,3,0.5\n3,1,1\n", "# c\n1\t2\t3\n2\t3\t0.5\n3\t1\t1\n",
      "% sym posweighted\n1 2 3\n2 3 0.5\n3 1 1\n", "# source, target, weight\n1, 2, 3\n2, 3, 0.5\n3, 1, 1\n",
      "Source;Target;Type;Weight\n1;2;Undirected;3\n2;3;Undirected;0.5\n3;1;Undirected;1\n",
      "%%MatrixMarket matrix coordinate real symmetric\n3 3 3\n1 2 3\n2 3 0.5\n3 1 1\n",
    ])
  func `every format can say the same`(text: String) throws {
    let read = try Self.read(text)
    #expect(read.arcs() == ["1>2": 3, "2>1": 3, "2>3": 0.5, "3>2": 0.5, "3>1": 1, "1>3": 1])
    #expect(read.society.people.ids == ["1", "2", "3"])
  }

  /// A download that breaks off is read or refused with a sentence that names the file.
  @Test(
    arguments: [
      snap, "% asym signed\n% 2 3 3\n1 2 -1 9\n", "# source, target, weight\n0, \"1\", 2.5\n",
      "\u{FEFF}Source;Target;Type;Weight\r\n1;2;Undirected;3\r\n",
      "%%MatrixMarket matrix coordinate real symmetric\n% x\n3 3 2\n2 1 0.5\n3 2 4\n",
    ])
  func `every beginning of a file is read or refused with the file's name`(text: String) throws {
    let bytes = [UInt8](text.utf8)
    for format in TieFormat.allCases {
      for length in 0...bytes.count {
        let folder = try TemporaryFolder(["ties.csv": .bytes(Array(bytes.prefix(length)))])
        var options = ReadingOptions()
        options.scores = .synthetic
        options.format = format
        options.memoryLimit = 1_000_000
        do throws(ReadingError) {
          _ = try SocietyReader.read(folder.path("ties.csv"), options: options)
        } catch {
          #expect(error.problems.allSatisfy { $0.file == folder.path("ties.csv") } && error.total > 0)
        }
      }
    }
  }
}
