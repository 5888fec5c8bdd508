/// A call of `spark-submit`: the cluster, the script, and what the job is told.
public struct SubmitCommand: Sendable {
  /// The cluster, as `spark-submit --master` takes it: `local[*]`, `yarn`, `spark://HOST:7077`.
  public let master: String
  /// Settings of Spark, `KEY=VALUE`.
  public let configuration: [String]
  /// The folder with the job's files.
  public let folder: String
  /// Whether the package is sent along as an archive, for drivers that run elsewhere.
  public let sendsPackage: Bool
  /// The job.
  public let job: SparkJob

  /// A call.
  public init(master: String, configuration: [String], folder: String, sendsPackage: Bool = false, job: SparkJob) {
    self.master = master
    self.configuration = configuration
    self.folder = folder
    self.sendsPackage = sendsPackage
    self.job = job
  }

  private var sparkOptions: [JobOption] {
    [JobOption("--master", master)] + configuration.map { JobOption("--conf", $0) }
      + (sendsPackage ? [JobOption("--py-files", "\(folder)/\(JobFiles.archive)")] : [])
  }

  private var script: JobOption { JobOption(nil, "\(folder)/\(JobFiles.script)") }

  /// What stands behind `spark-submit`.
  public var arguments: [String] { (sparkOptions + [script] + job.options).flatMap(\.words) }

  /// The command for a shell, an option a line.
  ///
  /// - Parameter quote: makes one word of the shell of a text.
  public func text(quote: (String) -> String) -> String {
    let lines = (sparkOptions + [script] + job.options).map { $0.words.map(quote).joined(separator: " ") }
    return (["spark-submit"] + lines).joined(separator: " \\\n  ") + "\n"
  }
}
