import Foundation
import Synchronization

/// The threads that share work with whoever asks for it; they wait between two pieces of work.
///
/// One piece of work runs at a time. Whoever asks while another one runs, or from inside one, does the work alone: so
/// nothing ever waits for itself, and the answer is the same.
final class WorkerPool: Sendable {
  /// The threads of the process.
  static let shared = WorkerPool()

  /// A loop over indices that threads take part in.
  private final class Job: Sendable {
    let count: Int
    let seats: Int
    let body: @Sendable (Int) -> Void
    let next = Atomic<Int>(0)

    init(count: Int, seats: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.seats = seats
      self.body = body
    }

    /// Takes indices until none are left.
    func work() {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= count { return }
        body(index)
      }
    }
  }

  private struct State {
    var job: Job?
    var threads = 0
    var seated = 0
  }

  /// What the caller and the threads agree on; its condition is signalled on each change.
  private final class Board: @unchecked Sendable {
    // @unchecked: `state` is touched under the condition's lock only.
    let condition = NSCondition()
    var state = State()
  }

  private let board = Board()
  private let isBusy = Atomic<Bool>(false)
  /// Counts jobs, so that a thread that has just finished one can look for the next without going to sleep.
  private let posted = Atomic<Int>(0)
  /// How often a thread looks before it sleeps: some ten microseconds, the length of a short block.
  private static let patience = 4_000

  /// Calls `body` once for each index in 0..<count, the calling thread and up to `threads - 1` others taking part.
  func run(_ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
    guard !isBusy.exchange(true, ordering: .acquiring) else {
      for index in 0..<count { body(index) }
      return
    }
    let job = Job(count: count, seats: threads - 1, body: body)
    board.condition.lock()
    while board.state.threads < job.seats { startThread() }
    board.state.job = job
    board.condition.broadcast()
    board.condition.unlock()
    posted.add(1, ordering: .releasing)
    job.work()
    board.condition.lock()
    board.state.job = nil
    while board.state.seated > 0 { board.condition.wait() }
    board.condition.unlock()
    isBusy.store(false, ordering: .releasing)
  }

  private func startThread() {
    board.state.threads += 1
    let thread = Thread { [self] in serve() }
    thread.name = "worker"
    thread.stackSize = 1 << 20
    thread.start()
  }

  private func serve() {
    var seen = 0
    while true {
      var looks = 0
      while posted.load(ordering: .acquiring) == seen, looks < Self.patience { looks += 1 }
      // The job is let go before its seat is: its body must not outlive the call that brought it.
      seen = work(on: takeSeat())
      board.condition.lock()
      board.state.seated -= 1
      if board.state.seated == 0 { board.condition.broadcast() }
      board.condition.unlock()
    }
  }

  @inline(never)
  private func work(on job: consuming Job) -> Int {
    let seen = posted.load(ordering: .acquiring)
    job.work()
    return seen
  }

  /// Waits for a job that has a seat and an index left.
  private func takeSeat() -> Job {
    board.condition.lock()
    defer { board.condition.unlock() }
    while true {
      if let job = board.state.job, board.state.seated < job.seats, job.next.load(ordering: .relaxed) < job.count {
        board.state.seated += 1
        return job
      }
      board.condition.wait()
    }
  }
}
