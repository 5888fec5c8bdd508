import Compute

/// How many runs go at once, and on how many threads each.
public struct Concurrency: Sendable, Equatable {
  /// Runs at once.
  public let atOnce: Int
  /// Threads of each; results do not depend on it.
  public let threadsEach: ThreadCount

  /// As many runs as threads, if memory allows; a run that is alone gets all threads.
  ///
  /// - Parameters:
  ///   - threads: how many threads may work.
  ///   - runMemory: bytes that the largest run takes.
  ///   - free: bytes that may be taken; `nil`: any number.
  /// - Returns: `nil` if not even one run has room.
  public init?(threads: ThreadCount, runMemory: Int, free: Int?) {
    let most = free.map { $0 / max(1, runMemory) } ?? threads.value
    guard most > 0 else { return nil }
    atOnce = min(threads.value, most)
    threadsEach = atOnce == 1 ? threads : .one
  }
}
