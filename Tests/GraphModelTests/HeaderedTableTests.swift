import Testing

@testable import GraphModel

struct HeaderedTableTests {
  @Test func `the first line names the columns`() throws {
    #expect(try Self.table("Id,Score\na,1").columns == ["Id", "Score"])
  }

  @Test(arguments: [["score"], ["nothing", "score"], ["id", "score"].reversed()])
  func `a column is found by any of its names, letter case ignored`(names: [String]) throws {
    #expect(try Self.table("ID,SCORE\na,1").position(of: names) == 1)
  }

  @Test func `an earlier name goes before a later one`() throws {
    #expect(try Self.table("weight,amount\n1,2").position(of: ["amount", "weight"]) == 1)
  }

  @Test func `a column that is not there has no position`() throws {
    #expect(try Self.table("id,score").position(of: ["weight"]) == nil)
  }

  @Test(arguments: ["# source, target\na,b\n", "#source,target\na,b\n", "\n# Source, Target \n# more\na,b\n"])
  func `a first comment that names a wanted column is the header`(text: String) throws {
    var table = try Self.table(text, headerNames: ["source"])
    #expect(try [table.columns.map { $0.lowercased() }, table.next()?.fields] == [["source", "target"], ["a", "b"]])
  }

  @Test(arguments: ["# a list, of friends\nsource,target\na,b", "# source\nsource,target\na,b"])
  func `a first comment that names no wanted column among others is a comment`(text: String) throws {
    #expect(try Self.table(text, headerNames: ["source"]).columns == ["source", "target"])
  }

  @Test func `a comment that mentions a wanted column does not hide the header below it`() throws {
    #expect(
      try Self.table("# Padgett, source\nsource,target\na,b", headerNames: ["source"]).columns == ["source", "target"])
  }

  @Test func `rows come with the line they start on`() throws {
    var table = try Self.table("# x\nid,score\n\na,1\n")
    #expect(try table.next()?.line == 4)
  }

  @Test func `reading goes on after a row of another width`() throws {
    var table = try Self.table("id,score\na\nb,2,3\nc,4\n")
    var log = ProblemLog()
    var rows: [[String]] = []
    table.forEachRow(&log) { row, _ in rows.append(row.fields) }
    #expect(rows == [["c", "4"]])
  }

  @Test func `reading ends where the text is broken`() throws {
    var table = try Self.table("id,score\na,1\n\"b,2\nc,3\n")
    var log = ProblemLog()
    var rows: [[String]] = []
    table.forEachRow(&log) { row, _ in rows.append(row.fields) }
    #expect(rows == [["a", "1"]])
  }

  @Test(arguments: [("src,x\na,b", 1), ("# c\n\nsrc,x\na,b", 3), ("\n# src, x\n# c\na,b", 2)])
  func `a missing column is reported on the line of the header`(text: String, line: Int) throws {
    let table = try Self.table(text, headerNames: ["src"])
    let problem = #expect(throws: InputProblem.self) { try table.required(["id", "name"], as: "who") }
    #expect(problem?.line == line)
  }

  @Test func `a missing column of several names is reported with all of them`() throws {
    let table = try Self.table("src,x")
    let problem = #expect(throws: InputProblem.self) { try table.required(["id", "name", "label"], as: "who") }
    #expect(
      problem?.message
        == "there is no column \"id\" (who); the header has \"src\", \"x\"; also understood: name, label")
  }

  @Test func `a missing column of one name is reported without others`() throws {
    let table = try Self.table("src,x")
    let problem = #expect(throws: InputProblem.self) { try table.required(["change"], as: "how much") }
    #expect(problem?.message == "there is no column \"change\" (how much); the header has \"src\", \"x\"")
  }

  private static func table(_ text: String, headerNames: Set<String> = ["id"]) throws -> HeaderedTable {
    try HeaderedTable(InputFile(name: "x.csv", bytes: [UInt8](text.utf8)), headerNames: headerNames)
  }
}
