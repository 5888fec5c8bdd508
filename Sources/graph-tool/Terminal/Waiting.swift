import Dispatch
import Synchronization

/// Waiting on the main thread for work that suspends.
enum Waiting {
  /// Does the work and returns when it is over.
  ///
  /// Commands are not asynchronous: all their other work keeps this thread busy.
  static func until(_ work: @escaping @Sendable () async throws -> Void) throws {
    let isOver = DispatchSemaphore(value: 0)
    let failure = Mutex<(any Error)?>(nil)
    Task.detached {
      do { try await work() } catch { failure.withLock { $0 = error } }
      isOver.signal()
    }
    isOver.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
