import ArgumentParser
import Compute
import Exports
import Foundation
import GraphModel
import Reporting
import Simulation

/// A simulation that is written to a run folder as it goes on, and that can be broken off and resumed.
struct RecordedSimulation {
  /// Where it is written.
  let folder: OutputFolder
  private var run: SimulationRun
  private var files: SimulationFiles
  /// After how many periods a checkpoint is written; 0: on an interrupt only.
  private let every: Int
  private let course: Course

  /// How often the state is kept unless something else is asked for.
  static let standardInterval = 10

  /// Begins a simulation, up to period 0; an interrupt before that leaves nothing.
  ///
  /// - Parameters:
  ///   - scenario: the rules.
  ///   - file: where they were read from.
  ///   - path: the path of the file, as it was typed.
  ///   - output: the run folder.
  ///   - force: whether what stands there is replaced.
  ///   - every: after how many periods a checkpoint is written.
  init(
    _ scenario: Scenario, _ file: InputFile, from path: String, to output: String, force: Bool, every: Int?,
    _ course: Course
  ) throws {
    self = try Interruption.guarding(try OutputFolder(preparing: output, force: force)) { folder in
      let read = try SimulatedInput(scenario).read(course)
      let run = try SimulationRun(beginning: scenario, read, course, recordsPortrait: true)
      let context = SimulationContext(
        version: GraphTool.version, command: CommandLineText.essential(CommandLine.arguments, seed: scenario.seed),
        scenario: file.unpackedRecord, path: path, folder: FileManager.default.currentDirectoryPath,
        inputs: read.files)
      let files = try SimulationFiles(
        beginning: run, in: folder, context: context, scenario: file.bytes.span, threads: course.threads,
        progress: course.progress)
      let simulation = Self(
        folder: folder, run: run, files: files, every: every ?? Self.standardInterval, course: course)
      // Before there is a checkpoint that others can see: from then on an interrupt keeps it.
      simulation.waitForInterrupts()
      if simulation.every > 0 { try simulation.keep() }
      return simulation
    }
  }

  /// Goes on with a simulation from its last checkpoint.
  ///
  /// - Parameters:
  ///   - output: the run folder.
  ///   - every: after how many periods a checkpoint is written; `nil`: as before.
  /// - Returns: `nil` if the run is whole already.
  init?(resuming output: String, every: Int?, _ course: Course) throws {
    guard let folder = OutputFolder(reopening: output) else {
      if FileManager.default.fileExists(atPath: output + "/run.json") {
        SimulationCheckpoint.remove(from: output)
        return nil
      }
      throw ReadingError(
        .noInput,
        [InputProblem(file: output, "there is no such run, nor one that was begun, so there is nothing to resume")])
    }
    let checkpoint = try SimulationCheckpoint(in: folder)
    let context = checkpoint.context
    guard context.version == GraphTool.version else {
      throw ReadingError(
        .badData,
        [
          InputProblem(
            file: folder.partialPath,
            "version \(context.version) began this run; \(GraphTool.version) cannot go on with it")
        ])
    }
    let file = try InputFile.read(checkpoint.scenarioPath)
    try checkpoint.check(scenario: file.unpackedRecord)
    let scenario = try Scenario.read(file, from: context.path)
    let read = try Self.working(in: context.folder) { try SimulatedInput(scenario).read(course) }
    try checkpoint.check(inputs: read.files)
    let run = try checkpoint.run(read, scenario, threads: course.threads)
    let files = try checkpoint.files(of: run, threads: course.threads, progress: course.progress)
    self.init(folder: folder, run: run, files: files, every: every ?? checkpoint.every, course: course)
    waitForInterrupts()
  }

  private init(folder: OutputFolder, run: SimulationRun, files: SimulationFiles, every: Int, course: Course) {
    self.folder = folder
    self.run = run
    self.files = files
    self.every = every
    self.course = course
  }

  /// Goes on to the end, and moves the folder to its place.
  ///
  /// An interrupt ends it between two periods, with a checkpoint. So does an error, if there is a checkpoint already.
  mutating func complete() throws -> (description: SimulationDescription, portrait: SimulationPortrait?) {
    do {
      let every = every
      var files = files
      defer { self.files = files }
      try run.goOn(course) { run in
        try files.take(run)
        guard !run.isOver else { return }
        let signal = Interruption.noted
        if signal != nil || (every > 0 && run.period % every == 0) { try files.checkpoint(run, every: every) }
        if let signal { throw Interrupted(signal: signal, period: run.period) }
      }
      let portrait = try course.progress.during(Phase("drawing the network", .periods)) { _ in try run.portrait() }
      let description = try files.finish(run, portrait: portrait) {
        course.machine.description(threads: course.threads.value, watch: course.watch)
      } page: {
        SimulationPage($0.findings, portrait, $0.record).html
      }
      return (description, portrait)
    } catch let interrupt as Interrupted {
      Console.complain("interrupted after period \(interrupt.period); go on with: \(commandToGoOn)")
      throw ExitCode(128 + interrupt.signal)
    } catch {
      if SimulationCheckpoint.stands(in: folder) {
        Console.complain("the last checkpoint is kept; go on with: \(commandToGoOn)")
      } else {
        folder.abandon()
      }
      throw error
    }
  }

  /// The end that a signal asked for.
  private struct Interrupted: Error {
    let signal: Int32
    let period: Int
  }

  private var commandToGoOn: String { "graph-tool simulate --resume \(CommandLineText.quoted(folder.path))" }

  private func keep() throws { try files.checkpoint(run, every: every) }

  private func waitForInterrupts() {
    Interruption.wait(lastWord: "interrupted; if there is a checkpoint, go on with: \(commandToGoOn)")
  }

  /// Does something in another working folder.
  private static func working<Result>(in folder: String, _ body: () throws -> Result) throws -> Result {
    let manager = FileManager.default
    let before = manager.currentDirectoryPath
    guard manager.changeCurrentDirectoryPath(folder) else {
      throw ReadingError(.noInput, [InputProblem(file: folder, "the run began in this folder, which is not there")])
    }
    defer { _ = manager.changeCurrentDirectoryPath(before) }
    return try body()
  }
}

extension SimulationRun {
  /// A simulation in period 0.
  init(beginning scenario: Scenario, _ read: ReadSociety, _ course: Course, recordsPortrait: Bool = false) throws {
    self = try course.progress.during(Phase("settling period 0", .periods)) { _ in
      try SimulationRun(read, scenario, threads: course.threads, recordsPortrait: recordsPortrait)
    }
  }

  /// Goes on to the end.
  ///
  /// - Parameter after: is called after each period.
  mutating func goOn(_ course: Course, _ after: (SimulationRun) throws -> Void) throws {
    try course.progress.during(Phase("simulating", .periods, total: society.scenario.periods - period)) { _ in
      while !isOver {
        try advance()
        try after(self)
        course.progress.advance(by: 1)
      }
    }
  }
}
