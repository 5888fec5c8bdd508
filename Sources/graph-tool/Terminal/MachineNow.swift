import Compute
import Exports
import Foundation

/// The machine and the clock, for `run.json`.
struct MachineNow {
  private let started = Date()
  private let startedClock = ContinuousClock.now

  /// How long it is since the start, in seconds.
  var seconds: Double {
    let duration = startedClock.duration(to: .now).components
    return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
  }

  /// The largest resident memory of the process so far, in bytes; `nil` where unknown.
  ///
  /// Linux counts the memory of whoever started the program into `getrusage`, so its own word is asked first.
  static var peakMemory: Int? {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    if let line, let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) {
      return kibibytes * 1024
    }
    var usage = rusage()
    let isKnown = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0
    return isKnown ? usage.ru_maxrss * 1024 : nil
  }

  /// What is known when the work is done.
  func description(threads: Int, watch: Watch) -> RunDescription.Machine {
    func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
    let process = ProcessInfo.processInfo
    return RunDescription.Machine(
      host: process.hostName, system: process.operatingSystemVersionString, threads: threads,
      started: started.ISO8601Format(), seconds: rounded(seconds), peakMemory: Self.peakMemory,
      phases: watch.records.map { record in
        RunDescription.Phase(
          name: record.phase.name, seconds: rounded(record.seconds), bytes: record.work.bytes, ties: record.work.ties,
          tiesPerSecond: record.work.ties.map { (Double($0) / max(record.seconds, 1e-9)).rounded() },
          peakMemory: record.peakMemory)
      })
  }
}
