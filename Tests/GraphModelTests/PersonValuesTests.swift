import Testing

@testable import GraphModel

struct PersonValuesTests {
  private func read(_ text: String) throws -> [PersonValues.Row] {
    try PersonValues.read(InputFile(name: "changes.csv", bytes: Array(text.utf8)), columns: ["change", "score"])
  }

  @Test func `Each row fills one of the columns`() throws {
    let rows = try read("score,person,change\n,ann,-5\n700,\"b,ob\",\n")
    #expect(
      rows == [
        PersonValues.Row(id: "ann", column: 0, value: -5), PersonValues.Row(id: "b,ob", column: 1, value: 700),
      ])
  }

  @Test func `One of the columns is enough, and a person may be an id`() throws {
    #expect(try read("id,change\nann,2\n") == [PersonValues.Row(id: "ann", column: 0, value: 2)])
  }

  @Test(arguments: [
    ("person,change,score\nann,1,2\n", "2 numbers stand in this row; either change or score was expected"),
    ("person,change,score\nann,,\n", "0 numbers stand in this row; either change or score was expected"),
    ("person,change\nann,much\n", "\"much\" is not a number of points"),
    ("person,change\n,1\n", "the person is missing"),
    ("person,change\n", "there are no rows; one change at least was expected"),
    (
      "person,points\nann,1\n",
      "there is no column \"change\" (the number); the header has \"person\", \"points\"; also understood: score"
    ),
    (
      "who,change\nann,1\n",
      "there is no column \"person\" (whose number it is); the header has \"who\", \"change\"; also understood: id"
    ),
  ])
  func `What is wrong is told`(text: String, message: String) throws {
    let error = #expect(throws: ReadingError.self) { try read(text) }
    #expect(error?.problems.map(\.message) == [message])
    #expect(error?.code == .badData)
  }

  @Test func `People are found by their id, and others are not`() {
    let people = People(ids: ["ann", "bob", "bo"])
    #expect(people.index(of: "bo") == 2)
    #expect(people.index(of: "b") == nil)
  }
}
