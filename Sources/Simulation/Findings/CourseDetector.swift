/// Watches a simulation, period by period, and says how it goes.
///
/// - *settled*: so many quiet periods in a row up to now; quiet is a period without a change of tie, tier or list in which
///   no score moved by more than the tolerance.
/// - *cycle*: for some p above 1 the states of the last p + 1 periods are those of p periods before, so that two full turns
///   have been seen, and one of the last p periods was not quiet. The smallest such p counts. For rules that draw at
///   random this is an observation; for those that do not it goes on for ever (but for equal fingerprints of different
///   states, which 1 in 2^64 pairs have).
/// - *drift*, at the horizon only: over the last half of the periods some series has a trend (`TrendTest`, 0.01 shared
///   equally among the series, so that the level holds for all of them together, as far as `TrendTest` says), and it went
///   further than its smallest drift in that time.
/// - *fluctuating*: at the horizon, all else.
///
/// Settled goes before cycle: rounding can make a state swing between neighbours for ever.
public struct CourseDetector: Sendable, Codable, Equatable {
  /// After how many quiet periods in a row a simulation has settled; 0: it is not said before the horizon.
  public let settlePeriods: Int
  /// Up to what change of a score a period is quiet, in points.
  public let tolerance: Double
  /// How far each series must go in the last half of the periods to drift, in its own units.
  public let smallestDrifts: [Double]
  /// The chance that some trend is found where there is none.
  public static let level = 0.01
  /// How many quiet periods make it settled at the horizon if `settlePeriods` is 0.
  public static let settlePeriodsAtHorizon = 3
  private var firstPeriod: Int?
  private var digests: [UInt64] = []
  private var series: [[Double]]
  /// How many of the last periods were quiet.
  private var quietRun = 0
  /// How many of the last digests are equal.
  private var stillRun = 0

  /// Nothing seen yet.
  ///
  /// - Parameters:
  ///   - settlePeriods: after how many quiet periods in a row it has settled; 0: that is not said before the horizon.
  ///   - tolerance: up to what change of a score a period is quiet, in points.
  ///   - smallestDrifts: how far each series must go to drift, in its own units: say, a hundredth of the scale's width
  ///     for scores, 0.02 for an assortativity.
  public init(settlePeriods: Int, tolerance: Double, smallestDrifts: [Double]) {
    precondition(settlePeriods >= 0 && tolerance >= 0, "periods and tolerances are not negative")
    self.settlePeriods = settlePeriods
    self.tolerance = tolerance
    self.smallestDrifts = smallestDrifts
    series = [[Double]](repeating: [], count: smallestDrifts.count)
  }

  /// Takes the next period.
  ///
  /// - Returns: `.settled`, `.cycle` or `.running`.
  /// - Precondition: periods follow one another, and there are as many series as smallest drifts.
  /// - Complexity: O(periods so far) but for histories that nearly repeat.
  public mutating func see(_ motion: PeriodMotion) -> Course {
    let first = firstPeriod ?? motion.period
    precondition(motion.period == first + digests.count, "period \(motion.period) does not follow the last one")
    precondition(motion.series.count == series.count, "there are \(series.count) series")
    firstPeriod = first
    stillRun = digests.last == motion.digest ? stillRun + 1 : 1
    quietRun = motion.isQuiet(within: tolerance) ? quietRun + 1 : 0
    digests.append(motion.digest)
    for (slot, value) in motion.series.enumerated() { series[slot].append(value) }
    return course(settlePeriods)
  }

  /// How it has gone, when there is no next period.
  ///
  /// - Returns: anything but `.running`.
  public func atHorizon() -> Course {
    let course = course(settlePeriods > 0 ? settlePeriods : Self.settlePeriodsAtHorizon)
    guard course == .running else { return course }
    return drifting.isEmpty ? .fluctuating : .drift
  }

  /// The trend of each series over the last half of the periods; `nil` for one with too few values, see `TrendTest`.
  public var trends: [TrendTest?] { series.map { TrendTest($0.suffix((digests.count + 1) / 2)) } }

  /// Which series drift, by position.
  public var drifting: [Int] {
    let level = Self.level / Double(max(1, series.count))
    return trends.enumerated().compactMap { slot, trend in
      guard let trend, trend.p < level, trend.change.magnitude > smallestDrifts[slot] else { return nil }
      return slot
    }
  }

  private func course(_ settlePeriods: Int) -> Course {
    guard let firstPeriod else { return .running }
    if settlePeriods > 0, quietRun >= settlePeriods { return .settled(since: firstPeriod + digests.count - quietRun) }
    guard let length = cycleLength else { return .running }
    var start = digests.count - 1 - 2 * length
    while start > 0, digests[start - 1] == digests[start - 1 + length] { start -= 1 }
    return .cycle(length: length, since: firstPeriod + start)
  }

  /// The smallest length above 1 of which two full turns end now, if something moved in the last one.
  private var cycleLength: Int? {
    let last = digests.count - 1
    // Of a state that stands still every length is a turn; and in a turn somebody must have moved.
    var length = max(2, stillRun / 2, quietRun + 1)
    while 2 * length <= last {
      if 2 * length + 1 > stillRun, (0...length).allSatisfy({ digests[last - $0] == digests[last - $0 - length] }) {
        return length
      }
      length += 1
    }
    return nil
  }
}
