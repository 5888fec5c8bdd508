import Compute
import Foundation
import GraphModel
import Simulation
import Synchronization

/// Makes the runs of a study until none is left.
public struct StudyRunner: Sendable {
  /// How the work ended.
  public enum Ending: Sendable, Equatable {
    /// Every run is over.
    case finished
    /// Somebody asked to stop; what was not finished waits for the next time.
    case stopped
  }

  /// The time of day and a clock, from outside: results do not depend on them.
  public struct Clock: Sendable {
    let now: @Sendable () -> String
    let seconds: @Sendable () -> Double

    /// A clock.
    ///
    /// - Parameters:
    ///   - now: the moment, ISO 8601 in UTC.
    ///   - seconds: seconds since some moment.
    public init(now: @escaping @Sendable () -> String, seconds: @escaping @Sendable () -> Double) {
      self.now = now
      self.seconds = seconds
    }
  }

  let experiment: Experiment
  private let store: StudyStore
  private let societies: SocietyPool
  let costs: [CellCost]
  let clock: Clock
  private let isStopped: @Sendable () -> Bool

  /// A runner.
  ///
  /// - Parameters:
  ///   - experiment: what is run.
  ///   - store: where it is written.
  ///   - societies: what runs begin with.
  ///   - costs: what a run of each cell is thought to take.
  ///   - clock: tells the time.
  ///   - isStopped: whether somebody asked to stop; asked between periods.
  public init(
    _ experiment: Experiment, in store: StudyStore, societies: SocietyPool, costs: [CellCost], clock: Clock,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    self.experiment = experiment
    self.store = store
    self.societies = societies
    self.costs = costs
    self.clock = clock
    self.isStopped = isStopped
  }

  /// Makes runs until none is left, be it that others make the last ones.
  ///
  /// - Parameters:
  ///   - worker: who works.
  ///   - plan: how many runs go at once, and on how many threads each.
  ///   - progress: is told of the runs that are over, whoever made them.
  /// - Throws: `StudyError` or SQLite's error if the database cannot be written; a run that fails is written down.
  public func work(as worker: StudyStore.Worker, _ plan: Concurrency, progress: Compute.Progress) throws -> Ending {
    let seat = try store.join(worker)
    try store.giveBackOfTheDead(seat)
    let failure = Mutex<(any Error)?>(nil)
    let isFinished = Mutex(false)
    let told = Mutex(Told(runs: try store.count().over, at: clock.seconds()))
    Parallel.forEach(plan.atOnce, threads: ThreadCount(plan.atOnce)) { _ in
      do {
        while failure.withLock({ $0 == nil }), !isStopped() {
          guard try step(seat, threads: plan.threadsEach) else { return isFinished.withLock { $0 = true } }
          try tell(told, progress)
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    try store.leave(seat, at: clock.now())
    if let error = failure.withLock({ $0 }) { throw error }
    // Nothing may wait and the study not be over all the same: the next batch of replicates may not have been decided on.
    return isFinished.withLock { $0 } ? .finished : .stopped
  }

  /// What was told of runs that are over, and when.
  private struct Told {
    var runs: Int
    var at: Double
  }

  /// Tells how many more runs are over, whoever made them; not after each, since they have to be counted for it.
  private func tell(_ told: borrowing Mutex<Told>, _ progress: Compute.Progress) throws {
    try told.withLock { told in
      let now = clock.seconds()
      guard now - told.at > 0.2 else { return }
      let over = try store.count().over
      if over > told.runs { progress.advance(by: over - told.runs) }
      told = Told(runs: max(told.runs, over), at: now)
    }
  }

  /// Makes one run, or waits a moment.
  ///
  /// - Returns: whether there may be more to do.
  private func step(_ seat: StudyStore.Seat, threads: ThreadCount) throws -> Bool {
    if let claim = try store.claim(seat) {
      try make(claim, seat, threads: threads)
      return true
    }
    switch try store.next(experiment, costs) {
    case .more: return true
    case .finished: return false
    case .others:
      if try !store.giveBackOfTheDead(seat) { Thread.sleep(forTimeInterval: 0.05) }
      return true
    }
  }

  private func make(_ claim: StudyStore.Claim, _ seat: StudyStore.Seat, threads: ThreadCount) throws {
    let (moment, start) = (clock.now(), clock.seconds())
    let result: RunResult
    do {
      let cell = experiment.cells[claim.cell - 1]
      let scenario = cell.scenario.seeded(claim.seed, society: claim.societySeed)
      result = try run(scenario, threads: threads)
    } catch is Stopped {
      return
    } catch {
      try store.recordFailure("\(error)", of: claim, seat, started: moment, seconds: clock.seconds() - start)
      return
    }
    try store.record(result, of: claim, seat, started: moment, seconds: clock.seconds() - start)
  }

  /// The work was to end.
  private struct Stopped: Error {}

  /// How many cells are tried before it is said that none can be run.
  private static let triedCells = 20

  /// Sees whether there is a cell that can be run, and whose society has what the outcomes ask for.
  ///
  /// - Throws: what is wrong with the first cell, if that or the like is so of all that were tried.
  public func check() throws {
    var first: (any Error)?
    for cell in experiment.cells.prefix(Self.triedCells) {
      var scenario = cell.scenario
      scenario.periods = 0
      do {
        _ = try run(scenario, threads: .one)
        return
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
  }

  /// Makes one run, and writes nothing.
  ///
  /// - Parameters:
  ///   - scenario: with its seeds.
  ///   - threads: how many threads work on it.
  ///   - end: the moment of the clock at which it is broken off.
  func run(_ scenario: Scenario, threads: ThreadCount, until end: Double = .infinity) throws -> RunResult {
    let read = try societies.society(of: scenario)
    var run = try SimulationRun(
      read, scenario, threads: threads, takesMeasures: experiment.outcomes.contains { $0.measure.isRow })
    var collector = try OutcomeCollector(experiment, run)
    while !run.isOver, end == .infinity || clock.seconds() < end {
      if isStopped() { throw Stopped() }
      try run.advance()
      collector.see(run)
    }
    return collector.result(of: run)
  }
}
