import Foundation
import Testing

struct SweepTests {
  @Test func `a dry run says how many runs there are, how long and how large, and writes nothing`() throws {
    let study = try SmallStudy(replicates: 25)
    let run = try Program.run("sweep", "study.yaml", "--dry-run", "-o", study.path, in: study.folder.path)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("4 cells of 25 replicates: 100 runs.\n"))
    #expect(run.output.contains("all of them about "))
    #expect(run.output.contains("The database will be about "))
    #expect(!FileManager.default.fileExists(atPath: study.path))
    let json = try JSON(
      try Program.run("sweep", "study.yaml", "--dry-run", "--json", "--replicates", "3", in: study.folder.path).output)
    #expect(json["runs"]?.number == 12)
    #expect((json["seconds"]?.number ?? -1) > 0)
  }

  @Test func `the database is about as large as the dry run said`() throws {
    let study = try SmallStudy(replicates: 60)
    let json = try JSON(try Program.run("sweep", "study.yaml", "--dry-run", "--json", in: study.folder.path).output)
    #expect(try study.start().finish().code == 0)
    let file = try FileManager.default.attributesOfItem(atPath: study.path + "/study.sqlite")
    let ratio = (json["bytes"]?.number ?? 0) / Double((file[.size] as? Int) ?? 1)
    #expect((0.6...1.6).contains(ratio), "\(ratio)")
  }

  @Test func `a study is made once, extended, and begun anew by force`() throws {
    let study = try SmallStudy(replicates: 3)
    let first = try study.start("--json").finish()
    #expect(first.code == 0, "\(first.errors)")
    #expect(try study.start("--json").finish().output == first.output)
    let more = try JSON(
      try Program.run(
        "sweep", "study.yaml", "-o", study.path, "--replicates", "5", "--json", in: study.folder.path
      ).output)
    #expect(more["runs", "done"]?.number == 20)
    let content = try study.content()
    try study.folder.write("study.yaml", try study.folder.text("study.yaml") + "\nlevel: 0.9\n")
    let refused = try study.start().finish()
    #expect(refused.code == 73)
    #expect(refused.errors.contains("another experiment was begun here (study.yaml has SHA-256"))
    #expect(try study.content() == content)
    #expect(try study.start("--force", "--replicates", "5").finish().code == 0)
    #expect(try study.content() == content)
  }

  @Test func `replicates go on until intervals are narrow`() throws {
    let study = try SmallStudy(replicates: 1000, more: "until: spread difference ci-width < 6\nbatch: 5")
    let run = try study.start("--json").finish()
    #expect(run.code == 0, "\(run.errors)")
    let findings = try JSON(run.output)
    let replicates = try #require(findings["replicates"]?.number)
    #expect(replicates < 1000 && replicates.truncatingRemainder(dividingBy: 5) == 0)
    #expect(findings["is_enough"] == .truth(true))
    for difference in findings["outcomes", "0", "differences"]?.elements ?? [] {
      let low = try #require(difference["difference", "t", "low"]?.number)
      let high = try #require(difference["difference", "t", "high"]?.number)
      #expect(high - low < 6)
    }
  }

  @Test func `what is wrong with an experiment or a command is told, with the exit code`() throws {
    let study = try SmallStudy(replicates: 2)
    func run(_ arguments: String...) throws -> Run { try Program.run(["sweep"] + arguments, in: study.folder.path) }
    let missing = try run("nowhere.yaml", "-o", "x")
    #expect(missing.code == 66)
    #expect(missing.errors.contains("nowhere.yaml: there is no such file"))
    #expect(try run("study.yaml").code == 64)
    #expect(try run("study.yaml", "--dry-run", "--until", "spread < 3").code == 64)
    #expect(try run("study.yaml", "-o", "x", "--replicates", "0").code == 64)
    let small = try run("study.yaml", "-o", "x", "--memory-limit", "1M")
    #expect(small.code == 71)
    #expect(small.errors.contains("one run would take about 20.1 MB of memory"))
    try study.folder.write("bad.yaml", try study.folder.text("study.yaml").replacing("own_sd", with: "own_ds"))
    let bad = try run("bad.yaml", "-o", "x")
    #expect(bad.code == 65)
    #expect(bad.errors.contains("own_ds"))
    try study.folder.write("town.yaml", try study.folder.text("town.yaml").replacing("review", with: "reveiw"))
    let scenario = try run("study.yaml", "-o", "x")
    #expect(scenario.code == 65)
    #expect(scenario.errors.contains("town.yaml, line 8: \"reveiw\" is not understood"))
    try study.folder.write("kept/notes.txt", "mine")
    try study.folder.write("town.yaml", try study.folder.text("town.yaml").replacing("reveiw", with: "review"))
    let other = try run("study.yaml", "-o", "kept", "--force")
    #expect(other.code == 73)
    #expect(try study.folder.text("kept/notes.txt") == "mine")
    #expect(!FileManager.default.fileExists(atPath: study.folder.path + "/x"))
  }

  @Test func `runs that fail are told, and end the study only if all do`() throws {
    let study = try SmallStudy(replicates: 2)
    let text = try study.folder.text("study.yaml")
    try study.folder.write("study.yaml", text.replacing("values: [0, 0.5]", with: "values: [0, nowhere]"))
    let some = try study.start().finish()
    #expect(some.code == 0)
    #expect(some.errors.contains("4 of 8 runs failed; graph-tool study "))
    let failed = try CSVTable(
      try Program.run("study", study.path, "--list", "runs", "--state", "failed", "--csv").output)
    #expect(try failed.values("message").allSatisfy { $0.contains("\"nowhere\"") })
    #expect(try study.start("--retry").finish().errors.contains("4 of 8 runs failed"))
    try study.folder.write("study.yaml", text.replacing("values: [0, 0.5]", with: "values: [0.2, 0.5]"))
    try study.folder.write(
      "town.yaml", try study.folder.text("town.yaml") + "tiers: {cuts: [100, 200]}\n")
    let all = try study.start(to: study.folder.path + "/none").finish()
    #expect(all.code == 65)
    #expect(all.errors.contains("100"))
  }

  @Test(arguments: ["susceptibility", "rewiring", "blacklist", "public-or-secret"])
  func `a ready study can be run`(name: String) throws {
    let run = try Program.run("sweep", "datasets/studies/\(name).yaml", "--dry-run", "--json")
    #expect(run.code == 0, "\(run.errors)")
    #expect((try JSON(run.output)["runs"]?.number ?? 0) >= 240)
  }

  @Test func `the template is an experiment that can be run`() throws {
    let folder = TemporaryFolder()
    let template = try Program.run("sweep", "--template").output
    try folder.write(
      "mine.yaml",
      template.replacing("datasets/scenarios/village.yaml", with: Package.root + "/datasets/scenarios/village.yaml"))
    let run = try Program.run("sweep", folder.path + "/mine.yaml", "--dry-run")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("24 cells of 10 replicates: 240 runs."))
  }
}
