import Analysis
import Compute
import Exports
import Foundation
import GraphModel
import Reporting
import SparkEngine

extension AnalyzeCommand {
  /// The folder that a dry run names where none was given.
  private static let usualJobFolder = "graph-tool-spark"

  /// Does the analysis on Spark, or says how it is done.
  func runOnSpark() throws {
    let course = machine.course(quiet: screen.quiet)
    let society = try SparkSociety(input.society, options: input.reading)
    var job = SparkJob(
      society: society, reading: input.reading, settings: settings(course), version: GraphTool.version,
      command: essentialCommand)
    if let method = engine.communityMethod { job.communities = method }
    job.partitions = engine.partitions
    job.replaces = force
    if engine.dryRun { return try showCommand(job) }
    let program = try SubmitProgram.find(
      home: engine.sparkHome, environment: ProcessInfo.processInfo.environment)
    try withTemporaryFolder { temporary in
      let folder = engine.sparkJob ?? temporary + "/job"
      try JobFiles.write(to: folder)
      let run = SparkRun(
        program: program, folder: folder, master: engine.master ?? "local[*]", configuration: engine.conf,
        fetched: temporary + "/fetched", course: course)
      let (findings, place, description) = try results(of: job, run)
      try show(findings, folder: place, description: description)
      course.printTimings()
    }
  }

  private func results(
    of job: SparkJob, _ run: SparkRun
  ) throws -> (findings: Findings, place: String?, description: RunDescription) {
    var job = job
    let context = OutputFolder.RunContext(
      version: GraphTool.version, command: essentialCommand, settings: input.asText, inputs: job.society.outline.files)
    guard let output, !SocietyOutline.isURL(output) else {
      job.output = output
      // Results at a URL stay there.
      job.fetchesRecordOnly = output != nil
      let fetched = try run.results(of: job)
      let outputs = output == nil ? [] : fetched.partOutputs
      let description = fetched.described(context, outputs: outputs, leftOut: [], machine: run.machine)
      return (fetched.findings, output, description)
    }
    return try Interruption.guarding(try OutputFolder(preparing: output, force: force)) { folder in
      let parts = folder.partialPath + "/spark"
      // Where results go below a folder of the user's, what stands there is replaced on demand alone.
      if let place = workPlace {
        job.output = place
      } else {
        (job.output, job.replaces) = (parts, false)
      }
      let fetched = try run.fetching(to: folder.partialPath + "/fetched").results(of: job)
      let description = try folder.writeRun(
        fetched, removing: [parts], leftOut: SparkLimits.leftOut(job), context: context,
        progress: run.course.progress
      ) {
        run.machine
      } page: {
        SocietyPage(fetched.findings, nil, $0.record).html
      }
      if engine.sparkWork != nil, let parts = job.output, !screen.quiet {
        Console.complain("the parts of the results are still in \(parts)")
      }
      return (fetched.findings, folder.path, description)
    }
  }

  /// Where below the folder that all executors see the results of this run are written.
  private var workPlace: String? {
    guard let work = engine.sparkWork, let output else { return nil }
    return (work.hasSuffix("/") ? work : work + "/") + URL(fileURLWithPath: output).lastPathComponent
  }

  // MARK: A dry run

  private func showCommand(_ job: SparkJob) throws {
    var job = job
    let folder = engine.sparkJob ?? "./" + Self.usualJobFolder
    if let written = engine.sparkJob {
      try JobFiles.write(to: written)
      if !screen.quiet { Console.complain("wrote the files of the job into \(written)") }
    } else if !screen.quiet {
      Console.complain(
        "The command expects the files of the job in \(folder): --dry-run --spark-job DIR writes them into DIR.")
    }
    job.output = workPlace ?? output
    // Without a place for results there is at least run.json, with all that a report says.
    if job.output == nil { job.fetched = folder + "/fetched" }
    let command = SubmitCommand(
      master: engine.master ?? "local[*]", configuration: engine.conf, folder: folder, sendsPackage: true, job: job)
    try Console.write(command.text(quote: CommandLineText.quoted))
  }

  // MARK: Temporary files

  /// Runs work with a folder that is gone afterwards, also if the work is interrupted.
  private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("graph-tool-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Interruption.guarding(file: path) { try body(path) }
  }
}
