import Exports
import Foundation

/// The machine and the clock, for `run.json`.
struct MachineNow {
  private let started = Date()

  /// What is known when the work is done.
  func description(threads: Int) -> RunDescription.Machine {
    var usage = rusage()
    let isKnown = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0
    let process = ProcessInfo.processInfo
    return RunDescription.Machine(
      host: process.hostName, system: process.operatingSystemVersionString, threads: threads,
      started: started.ISO8601Format(), seconds: (Date().timeIntervalSince(started) * 1000).rounded() / 1000,
      peakMemory: isKnown ? usage.ru_maxrss * 1024 : nil)
  }
}
