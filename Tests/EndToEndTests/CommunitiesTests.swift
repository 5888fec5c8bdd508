import Testing

struct CommunitiesTests {
  private let folder = TemporaryFolder()

  @Test func `The communities of the karate club are told so`() throws {
    let run = try Program.run("communities", "datasets/karate")
    #expect(
      run.output == """
        COMMUNITIES OF karate                                  4 found, modularity 0.445

          community  people  mean own     sd  ties inside  leading out  closure
          1              12     631.7  179.1           21           14    73.8%
          2              11     639.6  163.9           23           14    80.7%
          3               6     685.8  185.2            7           10    61.0%
          4               5     641.5  154.0            6            4    77.6%
          closure: the share of its tie weight that stays inside. Modularity: 0 as in a
          random graph, towards 1 for closed circles.

        """)
  }

  @Test func `On standard output the membership is CSV and nothing else`() throws {
    let run = try Program.run("communities", "datasets/florentine", "-o", "-")
    let table = try CSVTable(run.output)
    #expect(table.columns == ["id", "community"])
    #expect(table.rows.count == 16)
  }

  @Test func `Who has no tie is in no community`() throws {
    let run = try Program.run("communities", "datasets/florentine", "-o", "-")
    #expect(run.lines.contains("Pucci,"))
  }

  @Test func `A file gets what standard output would`() throws {
    let run = try Program.run("communities", "datasets/karate", "-o", folder.path("membership.csv"), "--quiet")
    #expect(run.output + run.errors == "")
    #expect(try folder.text("membership.csv") == Program.run("communities", "datasets/karate", "-o", "-").output)
  }

  @Test func `The report says where the membership was written`() throws {
    let path = folder.path("membership.csv")
    let run = try Program.run("communities", "datasets/karate", "-o", path)
    #expect(run.output.hasSuffix("\n\n  membership written to \(path)\n"))
  }

  @Test func `The communities are those of the analysis`() throws {
    _ = try Program.run("analyze", "datasets/village", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    let people = try CSVTable(folder.text("run/people.csv"))
    let found = try CSVTable(Program.run("communities", "datasets/village", "-o", "-").output)
    #expect(try people.values("community") == found.values("community"))
  }

  @Test func `JSON is one object with these keys`() throws {
    let run = try Program.run("communities", "datasets/florentine", "--json")
    #expect(
      try JSON(run.output).keys == [
        "alone", "communities", "count", "modularity", "modularity_by_pass", "name", "notices", "people", "resolution",
        "scale", "seed",
      ])
  }

  @Test func `A higher resolution gives more communities`() throws {
    let counts = try ["0.5", "3"].map { resolution in
      try JSON(Program.run("communities", "datasets/karate", "--json", "--resolution", resolution).output)["count"]?
        .number ?? 0
    }
    #expect(counts[0] < counts[1])
  }

  @Test func `One seed gives one answer`() throws {
    let runs = try (0..<2).map { _ in
      try Program.run("communities", "datasets/village", "--seed", "5", "-o", "-").output
    }
    #expect(runs[0] == runs[1])
  }
}
