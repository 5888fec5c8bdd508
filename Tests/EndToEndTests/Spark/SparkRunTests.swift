import Foundation
import Testing

/// `analyze --engine spark` where Spark does its work.
struct SparkRunTests {
  private let folder = TemporaryFolder()

  private func analyze(_ spark: FakeSpark, _ arguments: String...) throws -> Run {
    try Program.run(["analyze", "datasets/florentine", "--engine", "spark", "--spark-home", spark.home] + arguments)
  }

  @Test func `The report is printed, and says who computed it`() throws {
    let spark = try FakeSpark()
    let run = try analyze(spark)
    #expect(run.code == 0)
    #expect(run.lines.contains { $0.hasPrefix("florentine  ") && $0.hasSuffix("scores 350 to 950") })
    #expect(run.lines.contains { $0.hasPrefix("COMMUNITIES") && $0.contains("found by label propagation") })
    #expect(run.output.contains("Computed on Apache Spark 4.1.1, in 8 parts."))
    #expect(run.errors == "the job says hello\n")
  }

  @Test func `The job gets the society, its layers and the default cluster`() throws {
    let spark = try FakeSpark()
    _ = try analyze(spark)
    let society = Package.dataset("florentine")
    #expect(spark.hasJob)
    #expect(spark.value(of: "--master") == "local[*]")
    #expect(spark.arguments.contains(society))
    #expect(spark.value(of: "--people") == society + "/people.csv")
    #expect(spark.arguments.contains("friendship=\(society)/friendships.csv;kind=friendship"))
    #expect(spark.arguments.contains("transaction=\(society)/transactions.csv;kind=transaction"))
    #expect(!spark.arguments.contains("-o"))
  }

  @Test func `Nothing of the job stays behind`() throws {
    let spark = try FakeSpark()
    _ = try analyze(spark)
    let fetched = try #require(spark.value(of: "--fetch"))
    #expect(!FileManager.default.fileExists(atPath: URL(fileURLWithPath: fetched).deletingLastPathComponent().path))
  }

  @Test func `A run folder has whole tables, the parts in Parquet, and the page`() throws {
    let spark = try FakeSpark()
    let run = try analyze(spark, "-o", folder.path("run"))
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      try folder.names(in: "run") == [
        "codebook.csv", "communities.csv", "communities.graphml", "communities.parquet", "measures.csv",
        "measures.parquet", "people.csv", "people.parquet", "report.html", "run.json",
      ])
    #expect(try folder.names() == ["run"])
    let people = try CSVTable(folder.text("run/people.csv"))
    #expect(people.rows.count == 16)
    #expect(run.output.contains("not written: graph.graphml"))
  }

  @Test func `What the columns mean is in the codebook`() throws {
    _ = try analyze(FakeSpark(), "-o", folder.path("run"))
    let codebook = try folder.text("run/codebook.csv")
    #expect(codebook.contains("people.csv,own_score,double,points,the score without a network\n"))
    #expect(codebook.contains("people.csv,wealth,long,,as read\n"))
    #expect(codebook.contains("communities.csv,people,int,people,how many belong to it\n"))
    #expect(codebook.contains("measures.csv,n,int,people,how many people it is over\n"))
  }

  @Test func `The run says its own command, inputs and engine`() throws {
    _ = try analyze(FakeSpark(), "--conf", "spark.hadoop.fs.s3a.secret.key=hush", "-o", folder.path("run"))
    let text = try folder.text("run/run.json")
    let json = try JSON(text)
    #expect(json["settings", "engine"] == .text("spark"))
    #expect(
      json["inputs"]?.elements.compactMap { $0["name"] } == [
        .text("society.yaml"), .text("people.csv"), .text("wealth.yaml"), .text("friendships.csv"),
        .text("transactions.csv"),
      ])
    #expect(
      json["command"]?.elements == ["graph-tool", "analyze", "datasets/florentine", "--engine", "spark"].map(JSON.text))
    #expect(!text.contains("hush"))
    let phases = json["machine", "phases"]?.elements ?? []
    #expect(phases.contains { $0["name"] == .text("settling scores") && $0["seconds"] == .number(2.5) })
  }

  @Test func `The report command reads the run again`() throws {
    let first = try analyze(FakeSpark(), "-o", folder.path("run"))
    let again = try Program.run("report", folder.path("run"), "--no-page", "--quiet")
    #expect(again.code == 0)
    let shown = try Program.run("report", folder.path("run"), "--no-page")
    #expect(shown.output == first.output)
  }

  @Test func `A URL for the results leaves them there`() throws {
    let spark = try FakeSpark()
    let run = try analyze(spark, "-o", "hdfs://cluster/results/florentine", "--force")
    #expect(run.code == 0, "\(run.errors)")
    #expect(spark.value(of: "-o") == "hdfs://cluster/results/florentine")
    #expect(spark.arguments.contains("--force"))
    #expect(run.output.contains("FILES IN hdfs://cluster/results/florentine\n"))
  }

  @Test func `A society elsewhere is passed on as it is`() throws {
    let spark = try FakeSpark()
    let run = try Program.run(
      "analyze", "s3a://bucket/town/", "--engine", "spark", "--spark-home", spark.home, "--quiet")
    #expect(run.code == 0, "\(run.errors)")
    #expect(spark.arguments.contains("s3a://bucket/town/"))
    #expect(spark.value(of: "--name") == "town")
    #expect(!spark.arguments.contains("--layer"))
  }

  @Test func `A folder that executors see is where results are written before they are copied`() throws {
    let spark = try FakeSpark()
    let run = try analyze(spark, "--spark-work", "hdfs://cluster/work", "-o", folder.path("run"), "--quiet")
    #expect(run.code == 0, "\(run.errors)")
    #expect(spark.value(of: "-o") == "hdfs://cluster/work/run")
    #expect(folder.has("run/people.csv"))
  }

  @Test func `Files of the job are left where they were asked for`() throws {
    _ = try analyze(FakeSpark(), "--spark-job", folder.path("job"), "--quiet")
    #expect(try folder.names(in: "job") == ["analyze.py", "contagion", "contagion.zip"])
  }

  @Test func `Timings list the phases of the job`() throws {
    let run = try analyze(FakeSpark(), "--timings", "--quiet")
    #expect(run.errors.contains("\nreading people "))
    #expect(run.errors.contains("2.500"))
  }
}
