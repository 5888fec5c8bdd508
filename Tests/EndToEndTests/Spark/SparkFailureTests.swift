import Foundation
import Testing

/// `analyze --engine spark` where something goes wrong.
@Suite(.timeLimit(.minutes(1)))
struct SparkFailureTests {
  private let folder = TemporaryFolder()

  private func analyze(_ spark: FakeSpark, _ arguments: String...) throws -> Run {
    try Program.run(["analyze", "datasets/florentine", "--engine", "spark", "--spark-home", spark.home] + arguments)
  }

  @Test func `Without Spark it says what to install`() throws {
    let run = try Started(
      Program.path, ["analyze", "datasets/florentine", "--engine", "spark"],
      environment: ["PATH": folder.path, "SPARK_HOME": ""]
    ).finish()
    #expect(
      run.errors == """
        error: spark-submit was not found
        Install Apache Spark 4 (https://spark.apache.org/downloads.html, or pip install pyspark==4.3.0; Java 17 or 21 is needed) and put its bin folder on PATH, set SPARK_HOME, or give --spark-home.

        """)
    #expect(run.code == 69)
  }

  @Test func `A folder that is no Spark is told`() throws {
    let run = try Program.run(
      "analyze", "datasets/florentine", "--engine", "spark", "--spark-home", folder.path)
    #expect(run.errors.hasPrefix("error: there is no bin/spark-submit in \(folder.path) (--spark-home)\n"))
    #expect(run.code == 69)
  }

  @Test func `What the job refuses is told as this program does, with its exit code`() throws {
    let spark = try FakeSpark(
      script: """
        echo '@contagion {"event":"error","code":65,"problems":["people.csv, line 3: odd","and more"],"hint":"Hint: look"}'
        exit 65
        """)
    let run = try analyze(spark, "-o", folder.path("run"))
    #expect(run.errors == "error: people.csv, line 3: odd\nerror: and more\nHint: look\n")
    #expect(run.output == "")
    #expect(run.code == 65)
    #expect(try folder.names() == [])
  }

  @Test func `A Spark that dies is told with its last lines, and what they mean`() throws {
    let spark = try FakeSpark(
      script: """
        i=0; while [ $i -lt 50 ]; do echo "line $i" >&2; i=$((i+1)); done
        echo 'JAVA_HOME is not set' >&2
        exit 1
        """)
    let run = try analyze(spark, "-o", folder.path("run"))
    let lines = run.errors.split(separator: "\n")
    #expect(
      lines.first
        == "error: spark-submit ended with code 1, and the job did not say why; the last that Spark said:")
    #expect(lines.count == 32)
    #expect(lines.dropLast().last == "  JAVA_HOME is not set")
    #expect(lines.last?.hasPrefix("Java was not found: ") == true)
    #expect(run.code == 69)
    #expect(try folder.names() == [])
  }

  @Test func `A part that is missing leaves no run folder`() throws {
    let spark = try FakeSpark()
    try spark.removeResult("people.csv/part-00001.csv")
    let run = try analyze(spark, "-o", folder.path("run"))
    #expect(run.errors.contains("the parts have 8 rows, and 16 were expected; a part is missing or doubled\n"))
    #expect(run.code == 74)
    #expect(try folder.names() == [])
  }

  @Test func `A run folder that exists is refused before anything is submitted`() throws {
    let spark = try FakeSpark(script: "exit 1")
    try folder.makeFolder("run")
    let run = try analyze(spark, "-o", folder.path("run"))
    #expect(run.errors == "error: \(folder.path("run")): the folder exists already; --force replaces it\n")
    #expect(run.code == 73)
    #expect(spark.arguments.isEmpty)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `An interrupt ends the job and leaves nothing`(signal: Int32) throws {
    let spark = try FakeSpark(
      script: """
        trap 'sleep 0.3; touch "$home/ended"; exit 143' TERM
        touch "$home/begun"
        while true; do sleep 0.05; done
        """)
    let started = try Started(
      Program.path,
      [
        "analyze", "datasets/florentine", "--engine", "spark", "--spark-home", spark.home, "-o", folder.path("run"),
      ])
    while started.isRunning, !spark.has("begun") { usleep(10_000) }
    started.send(signal)
    let run = try started.finish()
    #expect(run.errors == "interrupted; nothing was written\n")
    #expect(run.code == 128 + signal)
    #expect(spark.has("ended"))
    #expect(try folder.names() == [])
    let fetched = try #require(spark.value(of: "--fetch"))
    #expect(!FileManager.default.fileExists(atPath: fetched))
  }
}
