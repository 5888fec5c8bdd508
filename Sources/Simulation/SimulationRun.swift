import Analysis
import Compute
import GraphModel

/// A simulation with its twins, from period 0 to its end, and all that is told of it.
public struct SimulationRun: Sendable {
  /// A simulation that runs beside, with one rule off and the same random numbers.
  public struct TwinRun: Sendable {
    /// Which rule is off.
    public let twin: Scenario.Twin
    /// How it stands.
    public internal(set) var society: SimulatedSociety
    /// What there was to say of each period.
    public internal(set) var records: [PeriodRecord]
  }

  /// The simulation.
  public internal(set) var society: SimulatedSociety
  /// Those beside it.
  public internal(set) var twins: [TwinRun]
  /// What there was to say of each period, from period 0.
  public internal(set) var records: [PeriodRecord]
  /// The dearer measures, of the periods in which they were taken.
  public internal(set) var measures: [MeasureRow] = []
  /// What became of communities at each look.
  public internal(set) var looks: [CommunityChanges] = []
  /// Who was listed and released, when, and why.
  public internal(set) var listChanges: [ListChange] = []
  /// The public scores of period 0, in points.
  package let firstScores: [Double]
  /// What a portrait is made of; `nil` if none is wanted.
  var recorder: PortraitRecorder?
  /// How it goes.
  public internal(set) var course = Course.running
  var detector: CourseDetector
  /// Whether the dearer measures are taken at all.
  let takesMeasures: Bool
  /// What was assumed, changed and ignored.
  public internal(set) var notices: [Notice]

  /// Who was put on the list or taken off it.
  public struct ListChange: Sendable, Equatable, Codable {
    /// The person's index.
    public let person: Int
    /// When.
    public let period: Int
    /// Whether the person was listed, or released.
    public let isListed: Bool
    /// Why: `score`, `payments`, `contagion` or `time`.
    public let reason: String

    init(_ change: Status.Change) {
      (person, period, isListed) = (change.person, change.period, change.isListed)
      reason = change.reason.rawValue
    }
  }

  /// A simulation in period 0.
  ///
  /// - Parameters:
  ///   - read: the society as read, with its dated events.
  ///   - scenario: the rules.
  ///   - threads: how many threads work at once.
  ///   - recordsPortrait: whether what `portrait()` needs is collected on the way.
  ///   - takesMeasures: whether the dearer measures are taken, when the scenario says; if not, `measures` stays empty.
  /// - Throws: `ReadingError` for rules that do not fit the society, igraph's error if communities cannot be found.
  public init(
    _ read: ReadSociety, _ scenario: Scenario, threads: ThreadCount, recordsPortrait: Bool = false,
    takesMeasures: Bool = true
  ) throws {
    self.takesMeasures = takesMeasures
    let society = try SimulatedSociety(read, scenario, threads: threads)
    self.society = society
    firstScores = society.publicScores
    recorder = recordsPortrait ? PortraitRecorder(for: society) : nil
    records = [society.record]
    notices = Self.notices(of: society)
    let twins = scenario.twins ?? Self.usualTwins(scenario, people: read.society.count)
    self.twins = try twins.map { twin in
      let other = try SimulatedSociety(twinOf: society, read, scenario.twin(twin))
      return TwinRun(twin: twin, society: other, records: [other.record])
    }
    let width = read.society.scale.width
    detector = CourseDetector(
      settlePeriods: scenario.settlePeriods, tolerance: 3 * society.plan.tolerance,
      smallestDrifts: [width / 100, width / 100, width / 100, 0.02])
    collect()
  }

  /// What was assumed, changed and ignored for a society and its scenario.
  static func notices(of society: SimulatedSociety) -> [Notice] {
    let (plan, scenario) = (society.plan, society.scenario)
    var notices = plan.notices
    if scenario.twins == nil, plan.society.count > Scenario.twinLimit, scenario.rewiring != nil {
      notices.append(
        Notice(.assumed, "no twins: more than \(Scenario.twinLimit) people, so what a rule caused is not told (twins)"))
    }
    return notices
  }

  /// The twins that the findings need.
  private static func usualTwins(_ scenario: Scenario, people: Int) -> [Scenario.Twin] {
    guard people <= Scenario.twinLimit else { return [] }
    var twins: [Scenario.Twin] = []
    if scenario.rewiring != nil { twins.append(.rewiring) }
    if let announcement = scenario.announcement, announcement > 0 { twins.append(.announcement) }
    return twins
  }

  /// The last period that is complete.
  public var period: Int { society.period }

  /// Whether there is nothing to come: the horizon is reached, or nothing moves any more.
  public var isOver: Bool {
    if period >= society.scenario.periods { return true }
    switch course {
    case .settled, .cycle: return society.scenario.settlePeriods > 0
    default: return false
    }
  }

  /// Goes through the next period, with all twins.
  ///
  /// - Throws: igraph's error if communities cannot be found.
  public mutating func advance() throws {
    let record = try society.step()
    records.append(record)
    let counts = Rewiring.Counts(dropped: record.ties.dropped, made: record.ties.made)
    for index in twins.indices {
      let matching = twins[index].twin == .blind ? counts : nil
      twins[index].records.append(try twins[index].society.step(matching: matching))
    }
    collect()
    if period >= society.scenario.periods, course == .running { course = detector.atHorizon() }
  }

  /// Takes down what is told of the period that has just ended.
  private mutating func collect() {
    let record = society.record
    if let changes = society.communityChanges { looks.append(changes) }
    recorder?.take(society)
    listChanges += society.listChanges.map(ListChange.init)
    let seen = detector.see(society.motion)
    // What stands still may only be waiting.
    course = society.canStillMove ? .running : seen
    let every = society.scenario.output.measuresEvery
    let isDue = every > 0 ? record.period % every == 0 : false
    if takesMeasures, isDue || isOver || record.period == 0 { measure() }
  }

  /// Takes the dearer measures.
  private mutating func measure() {
    guard let equilibrium = society.equilibrium else { return }
    var groupings: [Grouping] = []
    if let first = society.state.firstPartition { groupings.append(.communities(first, by: "first_community")) }
    if let now = society.state.partition, period > 0 { groupings.append(.communities(now)) }
    measures += MeasureRow.all(
      society.society, equilibrium, shares: society.plan.shares, groupings: groupings,
      resolution: society.scenario.communities?.resolution ?? 1, threads: society.plan.threads
    ).map { $0.at(period: period) }
  }
}

extension SimulatedSociety {
  /// Whether something is to come that stillness so far says nothing of: an announcement, dated events, releases, or rules
  /// that draw at random.
  var canStillMove: Bool {
    let draws =
      scenario.deeds != nil || scenario.missedPayments != nil || scenario.money != nil || scenario.rewiring != nil
    let isSecret = scenario.announcement.map { period <= $0 && $0 > 0 } ?? false
    let hasEvents = plan.events.dropFirst(period + 1).contains { !$0.isEmpty }
    let hasReleases = scenario.blacklist?.releaseAfter != nil && record.listed > 0
    return draws || isSecret || hasEvents || hasReleases
  }

  /// How much moved in the last period.
  var motion: PeriodMotion {
    let ties = record.ties
    let moved = zip(record.flows.indices, record.flows).reduce(0) { sum, row in
      sum + row.1.reduce(0, +) - row.1[row.0]
    }
    return PeriodMotion(
      period: period, ownChange: period == 0 ? .infinity : record.ownChange,
      publicChange: period == 0 ? .infinity : record.publicChange,
      tieChanges: ties.dropped + ties.made + ties.cut + ties.payments,
      statusChanges: moved + record.newlyListed + record.released, digest: digest,
      series: [
        record.own.mean, record.publicScores.mean, record.publicScores.sd, record.ownSorting.assortativity ?? .nan,
      ])
  }

  /// A fingerprint of own scores, ties, tiers and list; scores count to the tolerance.
  private var digest: UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(state.tieDigest)
    for person in state.own.indices {
      fingerprint.add((state.own[person] / plan.tolerance).rounded())
      let listed = UInt64(bitPattern: Int64(state.status.listedSince[person] >= 0 ? 1 : 0))
      fingerprint.add(UInt64(state.status.tiers[person]) << 1 | listed)
    }
    return fingerprint.value
  }
}
