import Testing

struct CheckTests {
  private let folder = TemporaryFolder()

  private func society(people: String) throws -> String {
    try folder.write("society/people.csv", people)
    try folder.write("society/friendships.csv", "source,target\nann,bob\n")
    return folder.path("society")
  }

  @Test(arguments: ["florentine", "karate", "miserables", "village"])
  func `Every dataset is sound`(name: String) throws {
    let run = try Program.run("check", "datasets/" + name)
    #expect(run.output == "datasets/\(name): no problems\n")
    #expect(run.code == 0)
  }

  @Test func `A column that nobody reads is noted, for its name may be a slip`() throws {
    try folder.write("society/people.csv", "id,score\nann,500\nbob,600\n")
    try folder.write("society/friendships.csv", "source,target,wieght\nann,bob,2\n")
    let run = try Program.run("check", folder.path("society"))
    #expect(run.lines.dropFirst() == ["note: columns not used in friendships.csv: \"wieght\"", ""])
    #expect(run.code == 0)
  }

  @Test func `Problems go to standard output`() throws {
    let run = try Program.run("check", society(people: "id,score\nann,high\nbob,600\n"))
    #expect(run.output == "people.csv, line 2, column score: \"high\" is not a number; a number was expected\n")
    #expect(run.errors == "")
    #expect(run.code == 65)
  }

  @Test func `JSON tells each problem by its place`() throws {
    let run = try Program.run("check", society(people: "id,score\nann,high\nbob,600\n"), "--json")
    #expect(
      try JSON(run.output)
        == .object([
          "notices": .list([]), "total": .number(1),
          "problems": .list([
            .object([
              "file": .text("people.csv"), "line": .number(2), "column": .text("score"),
              "message": .text("\"high\" is not a number; a number was expected"),
            ])
          ]),
        ]))
  }

  @Test func `JSON of a sound society has no problems`() throws {
    let run = try Program.run("check", "datasets/karate", "--json")
    #expect(try JSON(run.output)["total"] == .number(0))
  }

  @Test func `With --quiet only the exit code tells`() throws {
    let run = try Program.run("check", society(people: "id,score\nann,high\nbob,600\n"), "--quiet")
    #expect(run.output + run.errors == "")
    #expect(run.code == 65)
  }

  @Test func `Events are checked, as an analysis does not`() throws {
    let path = try society(people: "id,score\nann,500\nbob,600\n")
    try folder.write("society/events.csv", "time,person,change\n2025-01-01,dan,-50\n")
    #expect(try Program.run("analyze", path, "--permutations", "0").code == 0)
    let run = try Program.run("check", path)
    #expect(
      run.output == "events.csv, line 2, column person: \"dan\" is not the id of anyone in the people file\n")
  }

  @Test func `Options that do not fit the society are problems too`() throws {
    let run = try Program.run("check", "datasets/karate", "--susceptibility", "openness")
    #expect(
      run.output == """
        susceptibility: "openness" is neither a number, nor degree, nor a column; the columns are "club", "score"

        """)
    #expect(run.code == 64)
  }
}
