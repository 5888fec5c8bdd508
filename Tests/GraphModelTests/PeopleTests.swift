import GraphModel
import Testing

struct PeopleTests {
  private static let people = People(
    ids: ["a", "b"], attributes: [AttributeColumn(name: "Club", values: ["x", "y"])], file: "people.csv", lines: [2, 0])

  @Test(arguments: ["Club", "club", "CLUB"])
  func `a column is found by name, letter case ignored`(name: String) {
    #expect(Self.people.attribute(named: name)?.values == ["x", "y"])
  }

  @Test func `there is no column of an unknown name`() {
    #expect(Self.people.attribute(named: "clubs") == nil)
  }

  @Test func `a problem names the line of the person`() {
    let problem = Self.people.problem(person: 0, column: "Club", "\"x\" is odd")
    #expect(problem.description == "people.csv, line 2, column Club: \"x\" is odd")
  }

  @Test func `a problem names the person who stands on no line`() {
    let problem = Self.people.problem(person: 1, column: "Club", "\"y\" is odd")
    #expect(problem.description == "people.csv, column Club: person \"b\": \"y\" is odd")
  }

  @Test func `a problem with people who have no file names the person`() {
    let problem = People(ids: ["a"]).problem(person: 0, column: "x", "it is odd")
    #expect(problem.description == "people, column x: person \"a\": it is odd")
  }

  /// RFC 4231, test case 2: HMAC-SHA-256 of this text under the key "Jefe" begins 5bdcc146bf60754e.
  @Test func `a pseudonym is the start of the keyed hash of the id`() {
    let people = People(ids: ["what do ya want for nothing?"])
    #expect(people.pseudonymised(key: [UInt8]("Jefe".utf8))?.ids == ["5bdcc146bf60754e"])
  }

  @Test func `pseudonyms leave attributes as they are`() {
    #expect(Self.people.pseudonymised(key: [1])?.attributes == Self.people.attributes)
  }

  @Test func `people get other pseudonyms under another key`() {
    #expect(Self.people.pseudonymised(key: [1])?.ids != Self.people.pseudonymised(key: [2])?.ids)
  }

  @Test func `a column that is too short traps`() async {
    await #expect(processExitsWith: .failure) {
      _ = People(ids: ["a", "b"], attributes: [AttributeColumn(name: "x", values: ["1"])])
    }
  }
}
