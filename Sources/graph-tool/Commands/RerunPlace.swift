import ArgumentParser
import Exports
import Foundation
import GraphModel

/// Where a run is made again: a folder that is kept, or one beside the run that is gone at the end.
struct RerunPlace {
  /// The folder of the new run.
  let folder: String
  /// What is removed at the end; `nil` if the new run is kept.
  private let temporary: String?

  /// A place.
  ///
  /// - Parameters:
  ///   - run: the run that is made again.
  ///   - output: where the new one is kept, or `nil`.
  ///   - force: whether what stands there is replaced.
  init(beside run: String, output: String?, force: Bool) throws {
    guard let output else {
      // A run that is named by a dot has its neighbours elsewhere.
      let path = URL(fileURLWithPath: run).standardizedFileURL.path + ".rerun-\(UUID().uuidString.prefix(8))"
      temporary = path
      folder = path + "/run"
      return
    }
    func standard(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    if standard(output) == standard(run) {
      throw ReadingError(
        .usage, [InputProblem(file: output, "this is the run itself; another folder was expected for the new one")])
    }
    temporary = nil
    let place = try OutputFolder(preparing: output, force: force)
    place.abandon()
    folder = place.path
  }

  /// Does the work, and clears away what nobody wants to keep, also after an interrupt.
  ///
  /// - Parameter body: `nil` once an interrupt has come.
  /// - Throws: the exit code of the interrupt.
  func made<Result>(_ body: () throws -> Result?) throws -> Result {
    Interruption.wait(lastWord: "interrupted; \(temporary ?? folder + ".partial") may be left")
    defer { if let temporary { try? FileManager.default.removeItem(atPath: temporary) } }
    let result = try body()
    if let signal = Interruption.noted { throw interrupted(by: signal) }
    guard let result else { preconditionFailure("work ends early on an interrupt only") }
    return result
  }

  /// Gives the run's command again, to this same program.
  ///
  /// - Parameter options: what concerns the machine and the screen.
  /// - Throws: the exit code of the command, if that wrote no run; the exit code of an interrupt.
  func build(_ plan: RerunPlan, _ options: [String], force: Bool) throws {
    if let temporary {
      do {
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
      } catch {
        Console.complain("error: \(temporary): the folder cannot be made; say with -o where the new run goes")
        throw Failure.cannotCreate
      }
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    // Right behind the command's name, where it holds whatever follows.
    let place = ["-o", URL(fileURLWithPath: folder).standardizedFileURL.path] + (force ? ["--force"] : [])
    process.arguments = [plan.command] + place + plan.added + options + plan.arguments
    if !plan.base.isEmpty { process.currentDirectoryURL = URL(fileURLWithPath: plan.base) }
    process.standardInput = FileHandle.nullDevice
    // Its report is that of the first run.
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while process.isRunning {
      if let signal = Interruption.noted {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        OutputFolder(reopening: folder)?.abandon()
        throw interrupted(by: signal)
      }
      usleep(10_000)
    }
    if let signal = Interruption.noted { throw interrupted(by: signal) }
    let isExit = process.terminationReason == .exit
    let code = isExit ? ExitCode(process.terminationStatus) : Failure.bug
    if code == .success || code == Failure.notConverged { return }
    Console.complain(
      "error: the command could not be given again: it ended with \(isExit ? "exit code" : "signal") \(process.terminationStatus)"
    )
    throw code
  }

  private func interrupted(by signal: Int32) -> ExitCode {
    Console.complain("interrupted; nothing was written")
    return ExitCode(128 + signal)
  }

  /// The program that runs.
  private static var program: String {
    let link = "/proc/self/exe"
    guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link),
      FileManager.default.isExecutableFile(atPath: path)
    else { return link }
    return path
  }
}
