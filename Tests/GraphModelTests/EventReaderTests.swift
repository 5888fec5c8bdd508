import GraphModel
import Testing

struct EventReaderTests {
  private static func read(_ events: String) throws -> ReadSociety {
    try TemporaryFolder.read(["friendships.csv": "source,target\na,b\n", "events.csv": .text(events)]) {
      $0.scale = .zhima
      $0.readsEvents = true
    }
  }

  private static func problems(_ events: String) throws -> [String] {
    let error = try #require(throws: ReadingError.self) { try read(events) }
    return error.problems.map(\.description)
  }

  @Test(
    arguments: [
      "time,person,change,half_life\n2023-01-01,a,-50,30\n2023-02-01T10:00Z,b,20.5,\n",
      "date,id,change\n1700000000,a,-50\n1700000001,b,0\n",
      "Timestamp,Person,Change,Half_Life\n2023-01-01,a,1,NA\n2023-01-01,a,1,0.5\n",
    ])
  func `sound events are nothing to tell of`(events: String) throws {
    #expect(try Self.read(events).notices.isEmpty)
  }

  @Test func `events leave the society alone`() throws {
    #expect(try Self.read("time,person,change\n0,a,-50\n").scores["a"] == 400)
  }

  @Test(
    arguments: [
      ("soon,a,1,", "column time: \"soon\" is not a time; Unix seconds or an ISO 8601 date was expected"),
      ("2023-02-29,a,1,", "column time: \"2023-02-29\" is not a time; Unix seconds or an ISO 8601 date was expected"),
      ("0,z,1,", "column person: \"z\" is not the id of anyone in the people file"),
      ("0,a,much,", "column change: \"much\" is not a number; a number was expected"),
      ("0,a,,", "column change: \"\" is not a number; a number was expected"),
      ("0,a,1,long", "column half_life: \"long\" is not a number; a number of days above 0 was expected"),
      ("0,a,1,0", "column half_life: \"0\" is not above 0; a number of days above 0 was expected"),
      ("0,a,1,-3", "column half_life: \"-3\" is not above 0; a number of days above 0 was expected"),
    ])
  func `a broken event is reported at its place`(row: String, message: String) throws {
    let problems = try Self.problems("time,person,change,half_life\n0,a,1,\n\(row)\n")
    #expect(problems == ["events.csv, line 3, \(message)"])
  }

  @Test func `every problem of an event is reported`() throws {
    #expect(try Self.problems("time,person,change\nsoon,z,much\n").count == 3)
  }

  @Test func `a problem names the column as the file does`() throws {
    #expect(
      try Self.problems("date,id,change\nsoon,a,1\n") == [
        "events.csv, line 2, column date: \"soon\" is not a time; Unix seconds or an ISO 8601 date was expected"
      ])
  }

  @Test(
    arguments: [
      ("", "events.csv: the file is empty; a header line was expected"),
      (
        "person,change\n",
        "events.csv, line 1: there is no column \"time\" (when it happens); the header has \"person\", \"change\"; also understood: date, timestamp"
      ),
      (
        "time,change\n",
        "events.csv, line 1: there is no column \"person\" (to whom it happens); the header has \"time\", \"change\"; also understood: id"
      ),
      (
        "time,person\n",
        "events.csv, line 1: there is no column \"change\" (by how many points the own score changes); the header has \"time\", \"person\""
      ),
    ])
  func `a file without the columns of events is refused`(events: String, message: String) throws {
    #expect(try Self.problems(events) == [message])
  }
}
