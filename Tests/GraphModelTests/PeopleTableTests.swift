import GraphModel
import Testing

struct PeopleTableTests {
  private static let ties: TemporaryFolder.Content = "source,target\na,b\n"

  @Test(arguments: ["id", "Id", "person", "node", "Name", "label", "LABEL"])
  func `the id is in a column of a usual name, letter case ignored`(column: String) throws {
    let read = try Self.read("\(column),score\na,400\nb,500\n")
    #expect(read.society.people.ids == ["a", "b"])
  }

  /// Gephi's table of nodes has `Id` and `Label`.
  @Test func `the column id goes before the column label`() throws {
    let read = try Self.read("Label,Id,score\nAnna,a,400\nBert,b,500\n")
    #expect(read.society.people.ids == ["a", "b"])
  }

  @Test func `people stand in the order of the file`() throws {
    #expect(try Self.read("id,score\nz,400\nb,500\na,600\n").society.people.ids == ["z", "b", "a"])
  }

  @Test func `ids are text, not numbers`() throws {
    let read = try TemporaryFolder.read([
      "people.csv": "id,score\n1,400\n01,500\n1.0,600\n", "friendships.csv": "source,target\n1,01\n",
    ])
    #expect(read.arcs() == ["1>01": 1, "01>1": 1])
  }

  @Test func `an id may hold commas, quotes, spaces, line breaks and any letters`() throws {
    let read = try TemporaryFolder.read([
      "people.csv": "id,score\n\"Łódź, \"\"PL\"\"\",400\n\"a\nb\",500\n学 生,600\n",
      "friendships.csv": "source,target\n\"Łódź, \"\"PL\"\"\",学 生\n",
    ])
    #expect(read.society.people.ids == ["Łódź, \"PL\"", "a\nb", "学 生"])
  }

  @Test func `NA is an id like any other`() throws {
    #expect(try Self.read("id,score\na,400\nb,500\nNA,600\n").society.people.ids == ["a", "b", "NA"])
  }

  @Test func `all other columns are kept in their order, with their text`() throws {
    let read = try Self.read("city,id,score,code\n \"x, y\" ,a,400,007\n,b,500,1.50\n")
    #expect(
      read.society.people.attributes == [
        AttributeColumn(name: "city", values: ["x, y", ""]), AttributeColumn(name: "score", values: ["400", "500"]),
        AttributeColumn(name: "code", values: ["007", "1.50"]),
      ])
  }

  @Test func `people know the line they stand on`() throws {
    let read = try Self.read("# people\nid,note,score\na,\"two\nlines\",400\n\nb,,500\n")
    #expect(read.society.people.lines == [3, 6])
  }

  @Test func `a problem with a person names the people file`() throws {
    let problem = try Self.read("id,score\na,400\nb,500\n").society.people.problem(person: 1, column: "score", "odd")
    #expect(problem.description == "people.csv, line 3, column score: odd")
  }

  // MARK: Unknown people

  private static let strangers: TemporaryFolder.Content = "source,target\na,b\nz,a\nb,y\nz,y\n"

  @Test func `unknown people are added behind the others where that is the rule`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": Self.strangers]) {
      $0.unknownPeople = .add
      $0.missingScore = .mean
    }
    #expect(read.society.people.ids == ["a", "b", "c", "z", "y"])
  }

  @Test func `people who were added are told`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": Self.strangers]) {
      $0.unknownPeople = .add
      $0.missingScore = .mean
    }
    #expect(read.notices(.changed).first == "2 ids met only in ties added as people (--unknown-people add)")
  }

  @Test func `people who were added have no line and empty attributes`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": Self.strangers]) {
      $0.unknownPeople = .add
      $0.missingScore = .mean
    }
    #expect(read.society.people.lines == [2, 3, 4, 0, 0])
    #expect(read.society.people.attribute(named: "score")?.values == ["400", "500", "600", "", ""])
  }

  @Test func `ties with unknown people are left out where that is the rule`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": Self.strangers]) { $0.unknownPeople = .drop }
    #expect(read.arcs() == ["a>b": 1, "b>a": 1])
  }

  @Test func `ties with unknown people that were left out are told`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": Self.strangers]) { $0.unknownPeople = .drop }
    #expect(
      read.notices(.dropped) == ["3 ties with people who are not in the people file left out (friendships.csv)"])
  }

  private static func read(_ people: String) throws -> ReadSociety {
    try TemporaryFolder.read(["people.csv": .text(people), "friendships.csv": Self.ties])
  }
}
