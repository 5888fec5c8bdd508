import Testing

struct GraphMLInputTests {
  private let folder = TemporaryFolder()

  @Test func `An exported graph is analysed as the society it was exported from`() throws {
    let graph = folder.path("karate.graphml")
    #expect(try Program.run("export", "datasets/karate", "-o", graph).code == 0)
    for (society, run) in [("datasets/karate", "first"), (graph, "second")] {
      let done = try Program.run("analyze", society, "--permutations", "0", "--quiet", "-o", folder.path(run))
      #expect(done.code == 0)
    }
    let first = try CSVTable(folder.text("first/people.csv"))
    let second = try CSVTable(folder.text("second/people.csv"))
    for column in first.columns where column != "club" && !column.hasPrefix("input_") {
      #expect(try first.values(column) == second.values(column), "\(column)")
    }
    #expect(try folder.text("first/measures.csv") == folder.text("second/measures.csv"))
  }

  @Test func `GraphML on standard input is a society too`() throws {
    let graph = folder.path("karate.graphml")
    #expect(try Program.run("export", "datasets/karate", "-o", graph).code == 0)
    let run = try Program.run(["describe", "-", "--json"], input: folder.text("karate.graphml"))
    #expect(try JSON(run.output)["society", "people"] == .number(34))
  }

  @Test func `A document type ends reading with 65 before anything is expanded`() throws {
    try folder.write("x.graphml", "<!DOCTYPE g [<!ENTITY a \"aa\">]>\n<graphml>&a;</graphml>")
    let run = try Program.run("analyze", folder.path("x.graphml"))
    #expect(run.code == 65)
    #expect(
      run.errors.hasSuffix(
        "x.graphml, line 1: there is a document type (<!DOCTYPE>), which may declare entities; none was expected\n"))
  }
}
