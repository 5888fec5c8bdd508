import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A call of `spark-submit` that runs, or will: it can be stopped at any time, from any thread.
public final class Submission: Sendable {
  private struct State {
    /// The process group of the program and all that it starts, while it runs.
    var group: pid_t?
    var isStopped = false
  }

  private let program: SubmitProgram
  private let arguments: [String]
  private let state = Mutex(State())
  private let log = JobLog()

  /// How long a job that was asked to end may take before it is killed, in seconds.
  private static let patience = 10.0

  /// A call that does not run yet.
  public init(_ program: SubmitProgram, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Runs the program to its end.
  ///
  /// - Parameter tell: is told each event when it comes, one after another.
  /// - Throws: `job` with the exit code if the job says why it gave up; `unavailable` if the program cannot be started or
  ///   ends without such a word, with the last lines of its log.
  public func run(_ tell: @escaping @Sendable (JobEvent) -> Void) async throws(SparkError) {
    let ending = Mutex<(refusal: JobEvent.Refusal?, isFinished: Bool)>((nil, false))
    let log = log
    var options = PlatformOptions()
    // A group of its own: Ctrl-C at a terminal reaches this program alone, which then ends the whole group.
    options.processGroupID = 0
    let status: TerminationStatus
    do {
      status = try await Subprocess.run(
        .path(FilePath(program.path)), arguments: Arguments(arguments), platformOptions: options, input: .none,
        output: .sequence, error: .sequence
      ) { execution in
        begin(execution.processIdentifier.value)
        // Both at once: a pipe that nobody empties would hold Spark up.
        async let other: Void = Self.read(execution.standardError) { log.add($0) }
        try await Self.read(execution.standardOutput) { line in
          guard let event = JobEvent(line: line) else { return log.add(line) }
          ending.withLock { ending in
            if case .error(let refusal) = event { ending.refusal = refusal }
            if case .finished = event { ending.isFinished = true }
          }
          tell(event)
        }
        try await other
      }.terminationStatus
    } catch {
      throw SparkError(.unavailable, ["\(program.path) cannot be run: \(error)"], log: log.lines)
    }
    state.withLock { $0.group = nil }
    try Self.check(status, ending.withLock { $0 }, log.lines)
  }

  /// Asks the program and all that it started to end, waits for it, and kills what is left after ten seconds.
  ///
  /// A program that has not started will not.
  public func stop() {
    let group = state.withLock { state in
      state.isStopped = true
      return state.group
    }
    guard let group else { return }
    kill(-group, SIGTERM)
    guard !Self.isOver(group, within: Self.patience) else { return }
    kill(-group, SIGKILL)
    _ = Self.isOver(group, within: 1)
  }

  /// Waits until nobody is left in a process group.
  private static func isOver(_ group: pid_t, within seconds: Double) -> Bool {
    let step = 0.02
    for _ in 0..<Int(seconds / step) {
      if kill(-group, 0) != 0 { return true }
      usleep(useconds_t(step * 1e6))
    }
    return false
  }

  private func begin(_ process: pid_t) {
    let isStopped = state.withLock { state in
      state.group = process
      return state.isStopped
    }
    if isStopped { kill(-process, SIGTERM) }
  }

  private static func read(_ output: SubprocessOutputSequence, _ take: (String) -> Void) async throws {
    let lines = output.strings(separatedBy: .unicodeScalarSequence(["\n"]), bufferingPolicy: .unbounded)
    for try await line in lines { take(line) }
  }

  private static func check(
    _ status: TerminationStatus, _ ending: (refusal: JobEvent.Refusal?, isFinished: Bool), _ log: [String]
  ) throws(SparkError) {
    if let refusal = ending.refusal {
      throw SparkError(.job(refusal.code), refusal.problems, hint: refusal.hint, log: refusal.code == 70 ? log : [])
    }
    let end: String
    switch status {
    case .exited(let code):
      // 75: scores did not converge; the results are whole all the same.
      if ending.isFinished, code == 0 || code == 75 { return }
      end = code == 0 ? "ended without results" : "ended with code \(code)"
    case .signaled(let signal):
      end = "was ended by signal \(signal)"
    }
    throw SparkError(
      .unavailable,
      ["spark-submit \(end), and the job did not say why\(log.isEmpty ? "" : "; the last that Spark said:")"],
      hint: JobLog.hint(log), log: log)
  }
}
