import Foundation
import Testing

struct StudyTests {
  @Test func `rows can be listed, chosen, and printed as CSV and JSON`() throws {
    let study = try SmallStudy(replicates: 2)
    #expect(try study.start().finish().code == 0)
    func list(_ arguments: String...) throws -> String {
      let run = try Program.run(["study", study.path, "--list"] + arguments)
      #expect(run.code == 0, "\(run.errors)")
      return run.output
    }
    let cells = try CSVTable(try list("cells", "--csv"))
    #expect(cells.columns == ["cell", "susceptibility", "rule", "runs", "done", "failed", "mean_seconds"])
    #expect(try cells.values("rule") == ["cost", "blind", "cost", "blind"])
    let results = try CSVTable(
      try list("results", "--where", "susceptibility=0.5", "--where", "rule=cost", "--outcome", "spread", "--csv"))
    #expect(try results.values("cell") == ["3", "3"])
    #expect(try results.values("outcome") == ["spread", "spread"])
    let json = try JSON(try list("results", "--where", "susceptibility=0.50", "--outcome", "spread", "--json"))
    #expect(json.elements.count == 4)
    #expect(json["0", "value"]?.number == Double(try results.values("value")[0]))
    let series = try CSVTable(try list("series", "--outcome", "own_sd", "--csv"))
    #expect(series.rows.count == 8 * 9)
    #expect(try list("runs", "--state", "failed").split(separator: "\n").count == 1)
    #expect(try list("runs").contains("done"))
  }

  @Test func `a run is made again by simulate, to the last bit`() throws {
    let study = try SmallStudy(replicates: 2)
    #expect(try study.start().finish().code == 0)
    let results = try CSVTable(
      try Program.run("study", study.path, "--list", "results", "--outcome", "spread", "--csv").output)
    let scenario = try Program.run("study", study.path, "--scenario", "4:2")
    try study.folder.write("again.yaml", scenario.output)
    let again = try JSON(try Program.run("simulate", "again.yaml", "--json", in: study.folder.path).output)
    let spread = again["records", "8", "own", "sd"]?.number
    let row = try #require(results.rows.first { $0["cell"] == "4" && $0["replicate"] == "2" })
    #expect(spread == row["value"].flatMap(Double.init))
  }

  @Test func `an archive holds the study and all that it needs`() throws {
    let study = try SmallStudy(replicates: 2)
    #expect(try study.start().finish().code == 0)
    let archive = study.folder.path + "/study.zip"
    let run = try Program.run("study", "out", "--archive", archive, in: study.folder.path)
    #expect(run.code == 0, "\(run.errors)")
    let zip = try StoredZip(archive)
    #expect(
      zip.entries.map(\.name) == [
        "out/study.sqlite", "out/report.html", "inputs/study.yaml", "inputs/town.yaml", "README.txt",
      ])
    let place = TemporaryFolder()
    try zip.unpack(into: place.path)
    #expect(try study.content(place.path + "/out") == (try study.content()))
    let again = try Program.run("sweep", "inputs/study.yaml", "-o", "again", "--quiet", in: place.path)
    #expect(again.code == 0, "\(again.errors)")
    #expect(try study.content(place.path + "/again") == (try study.content()))
    #expect(try Program.run("study", "out", "--archive", archive, in: study.folder.path).code == 73)
  }

  @Test func `the archive of a study on files keeps their places`() throws {
    let folder = TemporaryFolder()
    let study = folder.path + "/florentine.study"
    try folder.write(
      "study.yaml",
      """
      scenario: \(Package.root)/datasets/scenarios/florentine.yaml
      set: {periods: 2, communities: none}
      replicates: 2
      outcomes: {spread: own_sd}
      """)
    let made = try Program.run("sweep", folder.path + "/study.yaml", "-o", study, "--quiet")
    #expect(made.code == 0, "\(made.errors)")
    #expect(try Program.run("study", study, "--archive", folder.path + "/a.zip", "--quiet").code == 0)
    let names = try StoredZip(folder.path + "/a.zip").entries.map(\.name)
    for file in ["scenarios/florentine.yaml", "florentine/people.csv", "florentine/wealth.yaml"] {
      #expect(names.contains { $0.hasPrefix("inputs/") && $0.hasSuffix("datasets/" + file) }, "\(names)")
    }
  }

  @Test func `what is not there is told`() throws {
    let study = try SmallStudy(replicates: 2)
    let missing = try Program.run("study", study.path)
    #expect(missing.code == 66)
    #expect(missing.errors.contains("there is no such study"))
    let none = try Program.run("study", study.folder.path)
    #expect(none.code == 65)
    #expect(none.errors.contains("it is not a study: a folder with study.sqlite"))
    #expect(try study.start().finish().code == 0)
    func errors(_ arguments: String...) throws -> String {
      let run = try Program.run(["study", study.path] + arguments)
      #expect(run.code == 64 || run.code == 65)
      return run.errors
    }
    #expect(try errors("--list", "runs", "--where", "review=1").contains("there is no factor \"review\""))
    #expect(try errors("--list", "runs", "--where", "review").contains("FACTOR=VALUE was expected"))
    #expect(
      try errors("--outcome", "gap").contains("there is no outcome \"gap\" in this study; expected one of spread"))
    #expect(try errors("--scenario", "9:1").contains("there is no replicate 1 of a cell 9"))
    #expect(try errors("--scenario", "one").contains("the number of a cell was expected"))
    #expect(try errors("--csv").contains("--list was expected"))
  }
}
