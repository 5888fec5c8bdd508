import ArgumentParser
import SparkEngine

/// Which program computes, and what Spark needs to know.
struct EngineOptions: ParsableArguments {
  /// Who computes.
  enum Engine: String, CaseIterable, ExpressibleByArgument {
    case embedded
    case spark
  }

  @Option(help: "embedded: this program. spark: a cluster, with spark-submit of Apache Spark 4; see docs/scale.md.")
  var engine = Engine.embedded

  @Option(help: ArgumentHelp("The cluster, as spark-submit takes it (default: local[*]).", valueName: "url"))
  var master: String?

  @Option(
    help: ArgumentHelp(
      "A setting of Spark; can be given again. It is not written down in run.json.", valueName: "key=value"),
    transform: EngineOptions.setting)
  var conf: [String] = []

  @Option(
    help: ArgumentHelp("Spark's folder (default: $SPARK_HOME, else where spark-submit is on PATH).", valueName: "dir"))
  var sparkHome: String?

  @Option(
    help: ArgumentHelp(
      "Write the files of the job into this folder and leave them there (default: a temporary folder).",
      valueName: "dir"))
  var sparkJob: String?

  @Option(
    help: ArgumentHelp(
      "A folder that all executors see, if they do not share this machine's disk: results are written below it, then copied into the run.",
      valueName: "url"))
  var sparkWork: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Parts to cut the data in (default: by the number of ties).", valueName: "count"),
    transform: {
      try Parsing.count($0, expected: "a number of parts from 1 to 1000000") { (1...1_000_000).contains($0) }
    })
  var partitions: Int?

  @Option(
    help: ArgumentHelp(
      "Communities on Spark: labels (label propagation) or components (connected components) (default: labels).",
      valueName: "labels|components"))
  var communityMethod: SparkJob.CommunityMethod?

  @Flag(help: "Print the spark-submit command and stop; needs no Spark.")
  var dryRun = false

  /// A setting as `spark-submit --conf` takes it.
  private static func setting(_ text: String) throws -> String {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex, !text[..<equals].contains(" ") else {
      throw ValidationError("'\(text)' is not KEY=VALUE, as in spark.executor.memory=8g")
    }
    return text
  }

  func validate() throws {
    if sparkJob == "" || sparkWork == "" || sparkHome == "" || master == "" {
      throw ValidationError("--master, --spark-home, --spark-job and --spark-work: an empty text was given")
    }
    guard engine == .embedded else { return }
    let given: [(String, Bool)] = [
      ("--master", master != nil), ("--conf", !conf.isEmpty), ("--spark-home", sparkHome != nil),
      ("--spark-job", sparkJob != nil), ("--spark-work", sparkWork != nil), ("--partitions", partitions != nil),
      ("--community-method", communityMethod != nil), ("--dry-run", dryRun),
    ]
    for (option, isGiven) in given where isGiven {
      throw ValidationError("\(option) is for Spark; --engine spark was expected with it")
    }
  }
}

extension SparkJob.CommunityMethod: ExpressibleByArgument {}
