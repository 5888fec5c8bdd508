import Analysis
import Compute
import GraphModel

/// One or two scenarios under several seeds, each seed for both, and what that says of a difference between two runs.
public struct RepeatedSimulations: Sendable {
  /// A scenario with its society, and the run of it that is compared.
  public struct Side: Sendable {
    /// The society as read, with its dated events.
    public let read: ReadSociety
    /// The rules.
    public let scenario: Scenario
    /// What there was to say of the run's last period.
    public let last: PeriodRecord
    /// The names of the run's layers.
    public let layers: [String]

    /// A side.
    public init(_ read: ReadSociety, _ scenario: Scenario, last: PeriodRecord, layers: [String]) {
      self.read = read
      self.scenario = scenario
      self.last = last
      self.layers = layers
    }
  }

  private let first: Side
  /// `nil` if both runs are of one scenario.
  private let second: Side?
  /// The run that the first one is compared with.
  private let other: (last: PeriodRecord, layers: [String])
  /// The seeds, in their order.
  public let seeds: [UInt64]

  /// How many simulations there are to do.
  public var simulationCount: Int { seeds.count * (second == nil ? 1 : 2) }

  /// How many seeds are used unless something else is asked for.
  public static let standardCount = 20
  /// How much is done without asking: people times periods, added up over all repetitions.
  ///
  /// It takes below a minute on one processor of the year 2025, at some 8 microseconds each.
  public static let standardWork = 6_000_000

  /// Two scenarios, to be compared seed by seed.
  ///
  /// - Parameter count: how many seeds: the smallest numbers from 1 that neither run has had.
  public init(_ first: Side, _ second: Side, count: Int) {
    self.first = first
    self.second = second
    other = (second.last, second.layers)
    seeds = Self.seeds(count, without: [first.scenario.seed, second.scenario.seed])
  }

  /// One scenario, of which there is another run under another seed.
  ///
  /// - Parameters:
  ///   - side: the scenario.
  ///   - other: the last period of the other run.
  ///   - seed: its seed.
  ///   - count: how many seeds: the smallest numbers from 1 that neither run has had.
  public init(_ side: Side, beside other: PeriodRecord, seed: UInt64, count: Int) {
    first = side
    second = nil
    self.other = (other, side.layers)
    seeds = Self.seeds(count, without: [side.scenario.seed, seed])
  }

  /// People times periods over all repetitions.
  ///
  /// - Parameters:
  ///   - sides: the people and the periods of each scenario.
  ///   - count: how many seeds.
  public static func work(_ sides: [(people: Int, periods: Int)], count: Int) -> Int {
    sides.reduce(0) { $0 + $1.people * ($1.periods + 1) } * count
  }

  /// Simulates, a seed on each thread at a time.
  ///
  /// - Parameters:
  ///   - threads: how many threads work at once; the result is the same for any number.
  ///   - quantile: the quantile of Student's t at p for so many degrees of freedom.
  ///   - progress: who follows it: 1 for each simulation.
  /// - Throws: what a simulation throws.
  public func comparison(
    threads: ThreadCount, progress: Compute.Progress, quantile: (_ p: Double, _ freedom: Int) -> Double
  ) throws -> SeedComparison {
    let sides = [first] + (second.map { [$0] } ?? [])
    let results = Parallel.map(seeds.count * sides.count, threads: threads) { job in
      let result = Result { try sides[job % sides.count].lastRecord(seed: seeds[job / sides.count]) }
      progress.advance(by: 1)
      return result
    }
    let records = try results.map { try $0.get() }
    let own = first.last.seedMeasures(layers: first.layers)
    let others = other.last.seedMeasures(layers: other.layers)
    let repeated = sides.indices.map { side in
      seeds.indices.map { records[$0 * sides.count + side].seedMeasures(layers: sides[side].layers) }
    }
    let samples = own.compactMap { measure -> SeedComparison.Sample? in
      guard let second = others.first(where: { $0.name == measure.name }) else { return nil }
      let values = repeated.map { $0.map { record in record.first { $0.name == measure.name }?.value } }
      return SeedComparison.Sample(
        name: measure.name, first: measure.value, second: second.value, firstValues: values[0],
        secondValues: values.count > 1 ? values[1] : nil)
    }
    return SeedComparison(seeds: seeds, samples, quantile: quantile)
  }

  private static func seeds(_ count: Int, without taken: Set<UInt64>) -> [UInt64] {
    var seeds: [UInt64] = []
    var seed: UInt64 = 1
    while seeds.count < count {
      if !taken.contains(seed) { seeds.append(seed) }
      seed += 1
    }
    return seeds
  }
}

extension RepeatedSimulations.Side {
  /// The last period of the scenario under another seed.
  fileprivate func lastRecord(seed: UInt64) throws -> PeriodRecord {
    var scenario = scenario
    scenario.seed = seed
    // Neither twins nor the dearer measures are looked at.
    scenario.twins = []
    var run = try SimulationRun(read, scenario, threads: .one, takesMeasures: false)
    while !run.isOver { try run.advance() }
    return run.society.record
  }
}
