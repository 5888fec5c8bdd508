import Foundation
import Synchronization

/// What a program left behind when it ended.
struct Run: Sendable {
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String
  /// The exit code; 128 and the signal's number if a signal ended it, as shells have it.
  let code: Int32

  /// The output cut into lines.
  var lines: [String] { output.components(separatedBy: "\n") }
}

/// A program that runs.
///
/// What it writes goes to files, not to pipes, so that it never waits for somebody to read.
final class Started {
  private static let launch = Mutex<Void>(())

  private let process = Process()
  private let files = TemporaryFolder()

  /// Starts a program.
  init(
    _ path: String, _ arguments: [String], in folder: String = Package.root, input: String = "",
    environment: [String: String] = [:]
  ) throws {
    try files.write("in", input)
    try files.write("out", "")
    try files.write("err", "")
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = Self.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: files.url("out"))
    process.standardError = try FileHandle(forWritingTo: files.url("err"))
    try Self.launch.withLock { _ in try process.run() }
  }

  /// The shell's environment without what changes the output, and without pictures of crashes, which take seconds.
  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["NO_COLOR"] = nil
    environment["SWIFT_BACKTRACE"] = "enable=no"
    return environment
  }

  /// Whether it has not ended.
  var isRunning: Bool { process.isRunning }

  /// Sends it a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits until it ends.
  func finish() throws -> Run {
    process.waitUntilExit()
    let status = process.terminationStatus
    return Run(
      output: try files.text("out"), errors: try files.text("err"),
      code: process.terminationReason == .exit ? status : 128 + status)
  }
}
