import Compute
import Exports
import Foundation
import SparkEngine

/// A run on Spark: the program, the cluster, and where results are copied to.
struct SparkRun {
  let program: SubmitProgram
  /// The folder with the job's files.
  let folder: String
  let master: String
  let configuration: [String]
  /// The folder on this machine that results are copied to.
  var fetched: String
  let course: Course

  /// The same, with results copied to another place.
  func fetching(to folder: String) -> SparkRun {
    var run = self
    run.fetched = folder
    return run
  }

  /// Where and when.
  var machine: RunDescription.Machine {
    course.machine.description(threads: course.threads.value, watch: course.watch)
  }

  /// Submits a job, shows how far it is, and opens what it leaves behind.
  ///
  /// - Throws: `SparkError` if it fails.
  func results(of job: SparkJob) throws -> FetchedRun {
    var job = job
    job.fetched = fetched
    let command = SubmitCommand(
      master: master, configuration: configuration, folder: SparkSociety.absolute(folder), job: job)
    let submission = Submission(program, arguments: command.arguments)
    let progress = JobProgress(course.watch)
    course.watch.show("starting Spark")
    defer { Console.clearBar() }
    try Interruption.guarding(stopping: submission.stop) {
      try Waiting.until { try await submission.run(progress.take) }
    }
    return try FetchedRun(ofJobIn: fetched, version: GraphTool.version)
  }
}
